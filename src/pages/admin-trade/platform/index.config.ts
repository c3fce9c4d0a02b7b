export default definePageConfig({ navigationBarTitleText: '微信平台' })
