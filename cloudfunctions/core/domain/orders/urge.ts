import { type Day, dayOf, type Instant } from '@core/kernel/calendar'
import type { Order, OrderState, Urged } from './order'
import { waitsForShipping } from './order-groups'

/** Whether the customer has asked today already; days begin at midnight in Shanghai. */
export const isUrgedOn = (urged: Urged | null | undefined, today: Day): boolean =>
  !!urged && dayOf(urged.at) === today

/** Whether the customer may ask for the order to be sent: once a day while the shop is to send. */
export const canUrge = (
  { state, urged }: { state: OrderState; urged?: Urged | null },
  today: Day,
): boolean => waitsForShipping(state) && !isUrgedOn(urged, today)

/** The order that its customer has asked for once more. */
export const withUrge = (order: Order, at: Instant): Order => ({
  ...order,
  urged: { at, times: (order.urged?.times ?? 0) + 1 },
})
