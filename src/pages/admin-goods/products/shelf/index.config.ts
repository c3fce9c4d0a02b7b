export default definePageConfig({ navigationBarTitleText: '排顺序' })
