import type { OrderState } from '@core/domain/orders/order'
import { ORDER_STATE_COPY } from '@/copy/orders'
import { Tag } from './tag'

const TONES = {
  awaitingPayment: 'price',
  paid: 'gold',
  refunding: 'price',
  partlyShipped: 'leaf',
  shipped: 'leaf',
  received: 'leaf',
  completed: 'plain',
  closed: 'plain',
} as const satisfies Record<OrderState, string>

/** The state of an order. */
export function OrderStateTag({ state }: { state: OrderState }) {
  return <Tag tone={TONES[state]}>{ORDER_STATE_COPY[state]}</Tag>
}
