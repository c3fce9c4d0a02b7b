export default definePageConfig({ navigationBarTitleText: '手记' })
