import type { OuterShelf } from '../catalog'

/** A shelf of the demo shop. */
export type TopCategory = OuterShelf

/** What a customer without an order did to show interest. */
export type Interest = 'favourite' | 'cart' | 'search' | 'views'

/** The life of a customer of the demo shop, told as a rhythm; days are counted back from today. */
export type CustomerHistory = {
  openid: string
  name: string
  /** The day of the first visit. */
  from: number
  /** The day of the last visit or order. */
  until: number
  /** Shelves they like. */
  categories: readonly TopCategory[]
  /** Orders, evenly between `from` and `until`, or on these days when days are given. */
  orders?: number | readonly number[]
  /** What an order comes to, about, in yuan. */
  averageYuan?: number
  /** Visits that end without an order. */
  visits?: number
  interest?: Interest
  /** Before the second order there was one that came to nothing. */
  failedOrder?: 'left' | 'cancelled'
  /** Never joins: a customer, not a member. */
  isGuest?: true
  /** The last thing they do is an order that they have not paid, minutes ago. */
  leavesUnpaid?: true
}

/** A life by the latter part of the openid. */
export const customer = (openid: string, name: string, rest: Omit<CustomerHistory, 'openid' | 'name'>): CustomerHistory => ({
  openid: `oDemo-${openid}`,
  name,
  ...rest,
})
