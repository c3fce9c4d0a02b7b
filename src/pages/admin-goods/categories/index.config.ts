export default definePageConfig({ navigationBarTitleText: '分类与标签' })
