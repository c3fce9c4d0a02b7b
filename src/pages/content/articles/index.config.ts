export default definePageConfig({ navigationBarTitleText: '小铺手记' })
