export default definePageConfig({ navigationBarTitleText: '包裹到哪了' })
