import type { OrderState } from './order'

/** The states that a customer sees as one: a tab of their orders, and the count on their page. */
export const ORDER_GROUPS = {
  awaitingPayment: ['awaitingPayment'],
  paid: ['paid', 'refunding', 'partlyShipped'],
  shipped: ['shipped', 'partlyShipped'],
} as const satisfies Record<string, readonly OrderState[]>

/** The states in which goods of an order are still to be sent: what the staff see as one. */
export const TO_SHIP_STATES = ['paid', 'partlyShipped'] as const satisfies OrderState[]

/** Whether something of an order is still to be sent by the shop. */
export const waitsForShipping = (state: OrderState): boolean =>
  TO_SHIP_STATES.some((one) => one === state)
