export default definePageConfig({ navigationBarTitleText: '到货与开售提醒' })
