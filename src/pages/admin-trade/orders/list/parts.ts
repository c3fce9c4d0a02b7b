import { ORDER_STATES, type OrderState } from '@core/domain/orders/order'
import { TO_SHIP_STATES } from '@core/domain/orders/order-groups'
import { ORDER_STATE_COPY } from '@/copy/orders'

/** What waits to be sent, in whole or in part; a state; or everything. */
export type OrderPart = 'toShip' | Exclude<OrderState, 'paid'> | 'all'

/** Orders to be shipped come first, the other states in the order of their life. */
export const PARTS: readonly (readonly [OrderPart, string])[] = [
  ['toShip', ORDER_STATE_COPY.paid],
  ...ORDER_STATES.flatMap((state): [OrderPart, string][] =>
    state === 'paid' ? [] : [[state, ORDER_STATE_COPY[state]]],
  ),
  ['all', '全部'],
]

/** The states of a part; `undefined` is all. */
export const stateOf = (part: OrderPart): OrderState | OrderState[] | undefined => {
  if (part === 'all') return undefined
  return part === 'toShip' ? [...TO_SHIP_STATES] : part
}
