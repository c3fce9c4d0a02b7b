export default definePageConfig({ navigationBarTitleText: '评价', enableShareAppMessage: true })
