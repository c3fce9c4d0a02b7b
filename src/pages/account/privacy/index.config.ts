export default definePageConfig({ navigationBarTitleText: '会员与隐私说明' })
