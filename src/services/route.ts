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

/** Every way through the shop, named by where it leads. */
export const go = {
  tab: (name: keyof typeof TABS) => void Taro.switchTab({ url: TABS[name] }),
  search: (word?: string) => open('/pages/product/search/index', { word }),
  product: (id: string, from?: 'search') => open('/pages/product/detail/index', { id, from }),
  checkout: () => open('/pages/checkout/confirm/index'),
  address: () => open('/pages/checkout/address/index'),
  orders: (state?: string) => open('/pages/order/list/index', { state }),
  order: (id: string) => open('/pages/order/detail/index', { id }),
  member: () => open('/pages/member/center/index'),
  points: () => open('/pages/member/points/index'),
  profile: () => open('/pages/member/profile/index'),
  privacy: () => open('/pages/privacy/text/index'),
  staff: () => open('/pages/admin/members/index'),
  staffMember: (id: string) => open('/pages/admin/member/index', { id }),
  staffOrders: () => open('/pages/admin/orders/index'),
  staffOrder: (id: string) => open('/pages/admin/order/index', { id }),

  /** After paying, going back leads to the order, not to the cashier. */
  payResult: (id: string) =>
    Taro.redirectTo({ url: `/pages/checkout/result/index?id=${encodeURIComponent(id)}` }),
  /** Replaces the page by an order's own. */
  orderInstead: (id: string) =>
    Taro.redirectTo({ url: `/pages/order/detail/index?id=${encodeURIComponent(id)}` }),
  /** One page back, or home when this page was the first. */
  back: () => {
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
    else go.tab('home')
  },
}
