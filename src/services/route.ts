import type { TicketSubject } from '@core/domain/service/ticket'
import Taro from '@tarojs/taro'

/** WeChat allows ten open pages; from this depth on a new page replaces the current one. */
const STACK_DEPTH_MAX = 8

const TABS = {
  home: '/pages/tabs/home/index',
  category: '/pages/tabs/category/index',
  cart: '/pages/tabs/cart/index',
  me: '/pages/tabs/me/index',
} as const

function open(path: string, query: Record<string, string | undefined> = {}): void {
  const params = Object.entries(query)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  const url = params.length > 0 ? `${path}?${params.join('&')}` : path
  const isDeep = Taro.getCurrentPages().length >= STACK_DEPTH_MAX
  void (isDeep ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }))
}

/** Decodes a query parameter: H5 has decoded it already, WeChat has not. */
export function decodeQuery(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Products and categories that a page lists together. */
type Goods = { productIds: string[]; categoryIds: string[] }

const goodsQuery = ({ productIds, categoryIds }: Goods, title: string) => ({
  products: productIds.join(','),
  categories: categoryIds.join(','),
  title,
})

/** Navigation, named by destination. */
export const go = {
  tab: (name: keyof typeof TABS) => void Taro.switchTab({ url: TABS[name] }),
  search: (word?: string) => open('/pages/catalog/search/index', { word }),
  brand: (brand: string) => open('/pages/catalog/search/index', { brand }),
  tagged: (tag: { id: string; name: string }) =>
    open('/pages/catalog/search/index', { tagId: tag.id, tagName: tag.name }),
  product: (id: string, from?: 'search') => open('/pages/catalog/detail/index', { id, from }),
  reviews: (id: string) => open('/pages/catalog/reviews/index', { id }),
  questions: (id: string) => open('/pages/catalog/questions/index', { id }),
  /** All questions of the current user. */
  ownQuestions: () => open('/pages/catalog/questions/index', { mine: '1' }),
  checkout: () => open('/pages/checkout/confirm/index'),
  /** The form of a new address, or of one in the book. */
  address: (id?: string) => open('/pages/checkout/address/index', { id }),
  /** The address book. */
  addresses: () => open('/pages/checkout/addresses/index'),
  /** An address for the order being placed: from the book, or typed while it is empty. */
  addressForOrder: (shown: object | null) =>
    open(`/pages/checkout/${shown ? 'addresses' : 'address'}/index`, { use: '1' }),
  /** The address form for an order that is placed already. */
  changeAddress: (orderId: string) => open('/pages/checkout/address/index', { orderId }),
  orders: (state?: string) => open('/pages/orders/list/index', { state }),
  /** The review form of an order. */
  review: (id: string) => open('/pages/orders/review/index', { id }),
  order: (id: string) => open('/pages/orders/detail/index', { id }),
  /** The tracking page of a parcel, by its index in the order. */
  parcel: (id: string, at: number) => open('/pages/orders/parcel/index', { id, at: String(at) }),
  /** An after-sale request for a whole order, or for one line. */
  requestAfterSale: (orderId: string, line?: string) =>
    open('/pages/after-sales/request/index', { orderId, line }),
  /** The form of a request that is being changed. */
  changeAfterSale: (orderId: string, change: string) =>
    open('/pages/after-sales/request/index', { orderId, change }),
  afterSale: (id: string) => open('/pages/after-sales/detail/index', { id }),
  /** All after-sales, or those of one order. */
  afterSales: (orderId?: string) => open('/pages/after-sales/list/index', { orderId }),
  couponCenter: () => open('/pages/coupons/center/index'),
  /** The products that a coupon is for; `title` says which coupon. */
  couponGoods: (scope: Goods, title: string) =>
    open('/pages/catalog/goods/index', { ...goodsQuery(scope, title), coupon: '1' }),
  /** The products of a promotion or of a subcategory, called `title`. */
  goods: (scope: Goods, title: string) =>
    open('/pages/catalog/goods/index', goodsQuery(scope, title)),
  /** Goods that close the gap to a promotion of the cart, or to free freight. */
  gapGoods: (gap: string) => open('/pages/catalog/goods/index', { gap }),
  wallet: () => open('/pages/coupons/wallet/index'),
  memberCenter: () => open('/pages/account/center/index'),
  points: () => open('/pages/account/points/index'),
  profile: () => open('/pages/account/profile/index'),
  favourites: () => open('/pages/account/favourites/index'),
  footprints: () => open('/pages/account/footprints/index'),
  /** What the user has asked to be told of. */
  reminders: () => open('/pages/account/reminders/index'),
  privacy: () => open('/pages/account/privacy/index'),
  help: () => open('/pages/service/help/index'),
  tickets: () => open('/pages/service/tickets/index'),
  ticket: (id: string) => open('/pages/service/ticket/index', { id }),
  /** A new ticket, optionally about a product, an order or an after-sale. */
  writeTicket: (about?: { kind: TicketSubject; id: string; title: string }) =>
    open('/pages/service/ticket/index', {
      about: about?.kind,
      aboutId: about?.id,
      title: about?.title,
    }),
  articles: () => open('/pages/content/articles/index'),
  /** An article; `productId` when opened from a product page. */
  article: (id: string, productId?: string) =>
    open('/pages/content/article/index', { id, productId }),
  staffTickets: () => open('/pages/admin-customers/tickets/list/index'),
  staffTicket: (id: string) => open('/pages/admin-customers/tickets/detail/index', { id }),
  staffFaq: () => open('/pages/admin-customers/faq/index'),
  staffArticles: () => open('/pages/admin-goods/content/list/index'),
  /** The article editor; without an id, a new article. */
  staffArticle: (id?: string) => open('/pages/admin-goods/content/detail/index', { id }),
  /** The staff's after-sales: what waits for the shop, or another part of the list. */
  staffAfterSales: (part?: 'refunding') =>
    open('/pages/admin-trade/after-sales/list/index', { part }),
  staffAfterSale: (id: string) => open('/pages/admin-trade/after-sales/detail/index', { id }),
  staffOutbox: () => open('/pages/admin-trade/outbox/index'),
  staffStuckMoney: () => open('/pages/admin-trade/stuck-money/index'),
  /** What the shop could not do by itself. */
  staffSetAside: () => open('/pages/admin-trade/outbox/index', { part: 'setAside' }),
  staffReconciliation: () => open('/pages/admin-trade/reconciliation/index'),
  staffPlatform: () => open('/pages/admin-trade/platform/index'),
  staff: () => open('/pages/admin-trade/home/index'),
  staffMembers: () => open('/pages/admin-customers/members/list/index'),
  staffProducts: () => open('/pages/admin-goods/products/list/index'),
  /** The product editor; without an id, a new product. */
  staffProduct: (id?: string) => open('/pages/admin-goods/products/detail/index', { id }),
  /** The product editor with a new product like this one. */
  staffProductCopy: (copy: string) => open('/pages/admin-goods/products/detail/index', { copy }),
  /** The order of the products on the shelf. */
  staffShelf: () => open('/pages/admin-goods/products/shelf/index'),
  staffStock: () => open('/pages/admin-goods/stock/index'),
  staffCategories: () => open('/pages/admin-goods/categories/index'),
  /** What home shows, and in which order. */
  staffHomeContent: () => open('/pages/admin-goods/home/index'),
  staffSearchWords: () => open('/pages/admin-goods/search-words/index'),
  staffPromotions: () => open('/pages/admin-marketing/promotions/list/index'),
  /** The promotion editor: an existing promotion, a new one like another, or one of a kind. */
  staffPromotion: (which: { id: string } | { copy: string } | { kind: string }) =>
    open('/pages/admin-marketing/promotions/detail/index', which),
  staffCoupons: () => open('/pages/admin-marketing/coupons/list/index'),
  /** The coupon editor; without an id, a new coupon. */
  staffCoupon: (id?: string) => open('/pages/admin-marketing/coupons/detail/index', { id }),
  /** The coupon editor with a new coupon like this one. */
  staffCouponCopy: (copy: string) => open('/pages/admin-marketing/coupons/detail/index', { copy }),
  staffFreight: () => open('/pages/admin-marketing/freight/index'),
  staffMember: (id: string) => open('/pages/admin-customers/members/detail/index', { id }),
  staffReviews: () => open('/pages/admin-goods/reviews/index'),
  staffQuestions: () => open('/pages/admin-goods/questions/index'),
  staffOrders: () => open('/pages/admin-trade/orders/list/index'),
  /** Orders that are shipped together, from a list of tracking numbers. */
  staffShippingList: () => open('/pages/admin-trade/orders/batch/index'),
  staffOrder: (id: string) => open('/pages/admin-trade/orders/detail/index', { id }),

  /** Replaces the address book, so that a saved address leads back to the checkout. */
  replaceWithAddressForm: () =>
    void Taro.redirectTo({ url: '/pages/checkout/address/index?use=1' }),
  /** Replaces the cashier in the page stack, so that going back does not return to it. */
  replaceWithPaymentResult: (id: string) =>
    Taro.redirectTo({ url: `/pages/checkout/result/index?id=${encodeURIComponent(id)}` }),
  /** Replaces the request form, so that going back cannot submit it again. */
  replaceWithAfterSale: (id: string) =>
    Taro.redirectTo({ url: `/pages/after-sales/detail/index?id=${encodeURIComponent(id)}` }),
  /** Replaces the current page with the order page. */
  replaceWithOrder: (id: string) =>
    Taro.redirectTo({ url: `/pages/orders/detail/index?id=${encodeURIComponent(id)}` }),
  /** One page back, or home when this page was the first. */
  back: () => {
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
    else go.tab('home')
  },
}
