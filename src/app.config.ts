export default defineAppConfig({
  pages: ['pages/tabs/home/index'],
  window: { navigationStyle: 'custom', backgroundColor: '#F6F4EE', backgroundTextStyle: 'dark' },
})
