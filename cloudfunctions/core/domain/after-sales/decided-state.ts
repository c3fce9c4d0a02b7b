import { autoConfirmAt, completesAt, isAllSent, type Order } from '@core/domain/orders/order'
import { transitionOrder } from '@core/domain/orders/transitions'
import type { Instant } from '@core/kernel/calendar'
import type { Program } from '@core/kernel/settings'
import { forfeitedUnsent } from './gifts'
import { type AskedPieces, type Pieces, withAsked } from './pieces'

/** An order after a request has ended without a refund, and the gifts that are given up with it. */
export type EndedRequest = { order: Order; givenUp: Pieces[] }

/**
 * The order after a request has ended without a refund: it leaves no trace. Gifts that it asked
 * back and that other refunds have forfeited meanwhile are not sent, so that nothing is deducted
 * for them later.
 */
export function withEndedRequest(
  order: Order,
  pieces: readonly AskedPieces[],
  rules: { at: Instant; program: Program },
): EndedRequest {
  const freed = { ...order, lines: withAsked(order.lines, pieces, -1) }
  const givenUp = order.state === 'closed' ? [] : forfeitedUnsent(freed)
  const lines = freed.lines.map((line) => {
    const quantity = givenUp.find(({ key }) => key === line.key)?.quantity ?? 0
    if (quantity === 0) return line
    const refunded = { ...line.refunded, quantity: line.refunded.quantity + quantity }
    return { ...line, cancelled: line.cancelled + quantity, refunded }
  })
  return { order: withDecidedState({ ...freed, lines }, false, rules), givenUp }
}

/** When a received order completes: what an open request has postponed is taken back. */
const completionOf = ({ receivedAt, dueAt }: Order, program: Program): Instant | null =>
  receivedAt === null || dueAt === null ? dueAt : Math.min(dueAt, completesAt(receivedAt, program))

/**
 * The state of an order after a refund or a refusal has been decided. A finished order stays
 * finished: a gift may still come back then. An order with nothing left to send counts as sent.
 */
export function withDecidedState(
  order: Order,
  isWhole: boolean,
  { at, program }: { at: Instant; program: Program },
): Order {
  if (order.state === 'closed') return order
  if (isWhole) {
    const over = { closedAt: at, closeReason: 'REFUNDED' as const, dueAt: null }
    return { ...transitionOrder(order, 'refundAll'), ...over }
  }
  const isDecided = order.lines.every((line) => line.asked === 0)
  const next = order.state === 'refunding' && isDecided ? transitionOrder(order, 'resume') : order
  const canSend = next.state === 'paid' || next.state === 'partlyShipped'
  if (canSend && isAllSent(next)) {
    return { ...transitionOrder(next, 'shipAll'), dueAt: autoConfirmAt(at, program) }
  }
  if (next.state === 'received' && isDecided) return { ...next, dueAt: completionOf(next, program) }
  return next
}
