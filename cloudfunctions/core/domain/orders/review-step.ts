import { own } from '@core/kernel/own'
import type { OrderLine, OrderState, ReviewMarks } from './order'

const RECEIVED_STATES: readonly OrderState[] = ['received', 'completed']

/** Whether the customer has received the goods of an order in this state. */
export const hasReceivedGoods = (state: OrderState): boolean => RECEIVED_STATES.includes(state)

/** Goods can be reviewed; services and gifts cannot. */
export const isReviewable = (line: Pick<OrderLine, 'kind' | 'productId'>): boolean =>
  line.kind === 'goods' && line.productId !== ''

/** What the customer can write about a line: a review, then one follow-up. */
export type ReviewStep = 'WRITE' | 'APPEND'

/** The fields of an order that decide what can be reviewed. */
export type ReviewedOrder = {
  state: OrderState
  lines: readonly Pick<OrderLine, 'key' | 'kind' | 'productId'>[]
  reviewed?: ReviewMarks
}

/** The next review step of one line; `null` when there is none. */
export function lineReviewStep(
  order: ReviewedOrder,
  line: ReviewedOrder['lines'][number],
): ReviewStep | null {
  if (!hasReceivedGoods(order.state) || !isReviewable(line)) return null
  const mark = own(order.reviewed ?? {}, line.key)
  if (mark === undefined) return 'WRITE'
  return mark === 'written' ? 'APPEND' : null
}

/** The next review step of an order: a first review of any line comes before a follow-up. */
export function reviewStep(order: ReviewedOrder): ReviewStep | null {
  const steps = order.lines.map((line) => lineReviewStep(order, line))
  return steps.includes('WRITE') ? 'WRITE' : steps.includes('APPEND') ? 'APPEND' : null
}
