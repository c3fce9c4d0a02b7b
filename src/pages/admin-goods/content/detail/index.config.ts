export default definePageConfig({ navigationBarTitleText: '写手记' })
