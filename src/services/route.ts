import type { TicketSubject } from '@core/domain/service/ticket'
import Taro from '@tarojs/taro'

/** WeChat keeps ten pages; from here on a new page takes the place of the present one. */
const STACK_SAFE = 8

const TABS = {
  home: '/pages/tabs/home/index',
  category: '/pages/tabs/category/index',
  cart: '/pages/tabs/cart/index',
  me: '/pages/tabs/me/index',
} as const

function open(path: string, query: Record<string, string | undefined> = {}): void {
  const words = Object.entries(query)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  const url = words.length > 0 ? `${path}?${words.join('&')}` : path
  const isDeep = Taro.getCurrentPages().length >= STACK_SAFE
  void (isDeep ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }))
}

/** A word of a page's address: a browser has decoded it already, WeChat has not. */
export function fromQuery(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}

/** Every way through the shop, named by where it leads. */
export const go = {
  tab: (name: keyof typeof TABS) => void Taro.switchTab({ url: TABS[name] }),
  search: (word?: string) => open('/pages/product/search/index', { word }),
  /** Everything of a brand, or with a tag; `name` is what the tag is called. */
  brand: (brand: string) => open('/pages/product/search/index', { brand }),
  tagged: (tag: { id: string; name: string }) =>
    open('/pages/product/search/index', { tagId: tag.id, tagName: tag.name }),
  product: (id: string, from?: 'search') => open('/pages/product/detail/index', { id, from }),
  reviews: (id: string) => open('/pages/product/reviews/index', { id }),
  questions: (id: string) => open('/pages/product/questions/index', { id }),
  /** Everything one has asked, of whatever product. */
  ownQuestions: () => open('/pages/product/questions/index', { mine: '1' }),
  checkout: () => open('/pages/checkout/confirm/index'),
  address: () => open('/pages/checkout/address/index'),
  orders: (state?: string) => open('/pages/order/list/index', { state }),
  /** What is to be said of an order's goods. */
  review: (id: string) => open('/pages/order/review/index', { id }),
  order: (id: string) => open('/pages/order/detail/index', { id }),
  /** The way of one of an order's parcels, by its place among them. */
  parcel: (id: string, at: number) => open('/pages/order/parcel/index', { id, at: String(at) }),
  /** Something to be asked back: of a whole order, or of one line. */
  askBack: (orderId: string, line?: string) =>
    open('/pages/after-sale/request/index', { orderId, line }),
  afterSale: (id: string) => open('/pages/after-sale/detail/index', { id }),
  /** Everything asked back, or what was asked back of one order. */
  afterSales: (orderId?: string) => open('/pages/after-sale/list/index', { orderId }),
  couponCenter: () => open('/pages/coupon/center/index'),
  coupons: () => open('/pages/coupon/wallet/index'),
  member: () => open('/pages/member/center/index'),
  points: () => open('/pages/member/points/index'),
  profile: () => open('/pages/member/profile/index'),
  favourites: () => open('/pages/member/favourites/index'),
  footprints: () => open('/pages/member/footprints/index'),
  privacy: () => open('/pages/privacy/text/index'),
  help: () => open('/pages/service/help/index'),
  tickets: () => open('/pages/service/tickets/index'),
  ticket: (id: string) => open('/pages/service/ticket/index', { id }),
  /** A question or a complaint to be written, about a product, an order or an after-sale. */
  writeTicket: (about?: { kind: TicketSubject; id: string; title: string }) =>
    open('/pages/service/ticket/index', {
      about: about?.kind,
      aboutId: about?.id,
      title: about?.title,
    }),
  articles: () => open('/pages/content/articles/index'),
  /** An article, from the page of a product or from a list. */
  article: (id: string, productId?: string) =>
    open('/pages/content/article/index', { id, productId }),
  staffTickets: () => open('/pages/admin/tickets/index'),
  staffTicket: (id: string) => open('/pages/admin/ticket/index', { id }),
  staffFaq: () => open('/pages/admin/faq/index'),
  staffArticles: () => open('/pages/admin/articles/index'),
  /** An article in its editor; without an id a new one. */
  staffArticle: (id?: string) => open('/pages/admin/article/index', { id }),
  staffAfterSales: () => open('/pages/admin/after-sales/index'),
  staffAfterSale: (id: string) => open('/pages/admin/after-sale/index', { id }),
  staffOutbox: () => open('/pages/admin/outbox/index'),
  staffReconciliation: () => open('/pages/admin/reconciliation/index'),
  staff: () => open('/pages/admin/home/index'),
  staffMembers: () => open('/pages/admin/members/index'),
  staffProducts: () => open('/pages/admin/products/index'),
  /** A product in its editor; without an id a new one. */
  staffProduct: (id?: string) => open('/pages/admin/product/index', { id }),
  staffStock: () => open('/pages/admin/stock/index'),
  staffShelves: () => open('/pages/admin/shelves/index'),
  staffWords: () => open('/pages/admin/words/index'),
  staffPromotions: () => open('/pages/admin/promotions/index'),
  /** An activity in its editor: one that is there, or a new one of a kind. */
  staffPromotion: (which: { id: string } | { kind: string }) =>
    open('/pages/admin/promotion/index', which),
  staffCoupons: () => open('/pages/admin/coupons/index'),
  /** An offer in its editor; without an id a new one. */
  staffCoupon: (id?: string) => open('/pages/admin/coupon/index', { id }),
  staffFreight: () => open('/pages/admin/freight/index'),
  staffMember: (id: string) => open('/pages/admin/member/index', { id }),
  staffReviews: () => open('/pages/admin/reviews/index'),
  staffQuestions: () => open('/pages/admin/questions/index'),
  staffOrders: () => open('/pages/admin/orders/index'),
  staffOrder: (id: string) => open('/pages/admin/order/index', { id }),

  /** After paying, going back leads to the order, not to the cashier. */
  payResult: (id: string) =>
    Taro.redirectTo({ url: `/pages/checkout/result/index?id=${encodeURIComponent(id)}` }),
  /** Replaces the page by an after-sale's own: what was asked is not asked again by going back. */
  afterSaleInstead: (id: string) =>
    Taro.redirectTo({ url: `/pages/after-sale/detail/index?id=${encodeURIComponent(id)}` }),
  /** Replaces the page by an order's own. */
  orderInstead: (id: string) =>
    Taro.redirectTo({ url: `/pages/order/detail/index?id=${encodeURIComponent(id)}` }),
  /** One page back, or home when this page was the first. */
  back: () => {
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
    else go.tab('home')
  },
}
