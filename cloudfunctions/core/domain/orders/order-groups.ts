import type { OrderState } from './order'

/** The states that a customer sees as one: a tab of their orders, and the count on their page. */
export const ORDER_GROUPS = {
  awaitingPayment: ['awaitingPayment'],
  paid: ['paid', 'refunding', 'partlyShipped'],
  shipped: ['shipped', 'partlyShipped'],
} as const satisfies Record<string, readonly OrderState[]>
