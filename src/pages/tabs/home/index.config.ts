export default definePageConfig({
  navigationBarTitleText: '山野小铺',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
