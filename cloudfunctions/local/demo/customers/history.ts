import type { TopCategoryId } from '../catalog'

/** What a customer without an order did to show interest. */
export type Interest = 'favourite' | 'cart' | 'search' | 'views'

/** A demo customer's history in short form; days are counted back from today. */
export type CustomerHistory = {
  openid: string
  name: string
  /** The day of the first visit. */
  from: number
  /** The day of the last visit or order. */
  until: number
  /** The categories they prefer. */
  categories: readonly TopCategoryId[]
  /** The number of orders, spread evenly between `from` and `until`; or their days. */
  orders?: number | readonly number[]
  /** The average total of an order, in yuan. */
  averageYuan?: number
  /** Visits that end without an order. */
  visits?: number
  interest?: Interest
  /** The day before the second order, there was one that was not completed. */
  failedOrder?: 'left' | 'cancelled'
  /** Never joins: a customer, not a member. */
  isGuest?: true
  /** The last thing they do is an order that they have not paid, minutes ago. */
  leavesUnpaid?: true
}

/** A customer by the last part of the openid. */
export const customer = (
  openid: string,
  name: string,
  rest: Omit<CustomerHistory, 'openid' | 'name'>,
): CustomerHistory => ({
  openid: `oDemo-${openid}`,
  name,
  ...rest,
})
