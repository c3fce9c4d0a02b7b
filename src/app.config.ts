/** All pages of the app: tab pages in the main package, each other area in a subpackage. */
export default defineAppConfig({
  pages: [
    'pages/tabs/home/index',
    'pages/tabs/category/index',
    'pages/tabs/cart/index',
    'pages/tabs/me/index',
  ],
  subPackages: [
    {
      root: 'pages/catalog',
      pages: ['detail/index', 'search/index', 'goods/index', 'reviews/index', 'questions/index'],
    },
    {
      root: 'pages/checkout',
      pages: ['confirm/index', 'address/index', 'addresses/index', 'result/index'],
    },
    {
      root: 'pages/orders',
      pages: ['list/index', 'detail/index', 'parcel/index', 'review/index'],
    },
    { root: 'pages/after-sales', pages: ['request/index', 'detail/index', 'list/index'] },
    {
      root: 'pages/account',
      pages: [
        'center/index',
        'points/index',
        'profile/index',
        'favourites/index',
        'footprints/index',
        'reminders/index',
        'privacy/index',
      ],
    },
    { root: 'pages/coupons', pages: ['center/index', 'wallet/index'] },
    { root: 'pages/service', pages: ['help/index', 'tickets/index', 'ticket/index'] },
    { root: 'pages/content', pages: ['articles/index', 'article/index'] },
    {
      root: 'pages/admin-trade',
      pages: [
        'home/index',
        'orders/list/index',
        'orders/detail/index',
        'orders/batch/index',
        'after-sales/list/index',
        'after-sales/detail/index',
        'reconciliation/index',
        'outbox/index',
        'stuck-money/index',
        'platform/index',
      ],
    },
    {
      root: 'pages/admin-goods',
      pages: [
        'products/list/index',
        'products/detail/index',
        'products/shelf/index',
        'stock/index',
        'categories/index',
        'search-words/index',
        'home/index',
        'reviews/index',
        'questions/index',
        'content/list/index',
        'content/detail/index',
      ],
    },
    {
      root: 'pages/admin-marketing',
      pages: [
        'promotions/list/index',
        'promotions/detail/index',
        'coupons/list/index',
        'coupons/detail/index',
        'freight/index',
      ],
    },
    {
      root: 'pages/admin-customers',
      pages: [
        'members/list/index',
        'members/detail/index',
        'tickets/list/index',
        'tickets/detail/index',
        'faq/index',
      ],
    },
  ],
  // Preloads the packages that are most often opened next.
  preloadRule: {
    'pages/tabs/home/index': { network: 'all', packages: ['pages/catalog'] },
    'pages/tabs/cart/index': { network: 'all', packages: ['pages/checkout'] },
    'pages/tabs/me/index': { network: 'all', packages: ['pages/orders', 'pages/account'] },
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '山野小铺',
    backgroundColor: '#F6F4EE',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5E6661',
    selectedColor: '#1F6B52',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/tabs/home/index',
        text: '首页',
        iconPath: 'assets/tabs/home.png',
        selectedIconPath: 'assets/tabs/home-on.png',
      },
      {
        pagePath: 'pages/tabs/category/index',
        text: '分类',
        iconPath: 'assets/tabs/category.png',
        selectedIconPath: 'assets/tabs/category-on.png',
      },
      {
        pagePath: 'pages/tabs/cart/index',
        text: '购物车',
        iconPath: 'assets/tabs/cart.png',
        selectedIconPath: 'assets/tabs/cart-on.png',
      },
      {
        pagePath: 'pages/tabs/me/index',
        text: '我的',
        iconPath: 'assets/tabs/me.png',
        selectedIconPath: 'assets/tabs/me-on.png',
      },
    ],
  },
  // Missing in Taro's types; WeChat needs it for cloud functions.
  ...{ cloud: true },
  // In H5 the slide animation would move the fixed bars together with the page.
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
  // What `services/wechat-apis.ts` declares; without it WeChat's address book does not open.
  requiredPrivateInfos: ['chooseAddress'],
})
