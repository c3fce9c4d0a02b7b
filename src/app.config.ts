/** The map of the shop: tab pages in the main package, every other area a subpackage. */
export default defineAppConfig({
  pages: [
    'pages/tabs/home/index',
    'pages/tabs/category/index',
    'pages/tabs/cart/index',
    'pages/tabs/me/index',
  ],
  subPackages: [
    {
      root: 'pages/product',
      pages: ['detail/index', 'search/index', 'reviews/index', 'questions/index'],
    },
    { root: 'pages/checkout', pages: ['confirm/index', 'address/index', 'result/index'] },
    {
      root: 'pages/order',
      pages: ['list/index', 'detail/index', 'parcel/index', 'review/index'],
    },
    { root: 'pages/after-sale', pages: ['request/index', 'detail/index', 'list/index'] },
    {
      root: 'pages/member',
      pages: [
        'center/index',
        'points/index',
        'profile/index',
        'favourites/index',
        'footprints/index',
      ],
    },
    { root: 'pages/privacy', pages: ['text/index'] },
    { root: 'pages/service', pages: ['help/index', 'tickets/index', 'ticket/index'] },
    { root: 'pages/content', pages: ['articles/index', 'article/index'] },
    {
      root: 'pages/admin',
      pages: [
        'home/index',
        'members/index',
        'member/index',
        'orders/index',
        'order/index',
        'after-sales/index',
        'after-sale/index',
        'reviews/index',
        'questions/index',
        'products/index',
        'product/index',
        'stock/index',
        'shelves/index',
        'words/index',
        'tickets/index',
        'ticket/index',
        'faq/index',
        'articles/index',
        'article/index',
        'outbox/index',
        'reconciliation/index',
      ],
    },
  ],
  // What most people open next is fetched while they read home.
  preloadRule: {
    'pages/tabs/home/index': { network: 'all', packages: ['pages/product'] },
    'pages/tabs/cart/index': { network: 'all', packages: ['pages/checkout'] },
    'pages/tabs/me/index': { network: 'all', packages: ['pages/order', 'pages/member'] },
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
  // Taro's types do not know it; WeChat wants it for cloud functions.
  ...{ cloud: true },
  // A browser's page would carry its fixed bars along while it slides.
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
})
