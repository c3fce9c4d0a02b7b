import type { LateRefundMessage, StuckDocuments } from '@core/data/reconciliation/stuck-money'
import {
  type StuckCause,
  type StuckSubject,
  stuckCause,
} from '@core/domain/reconciliation/stuck-money'
import { type Day, dayOf, type Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'

/** A payment or refund that is stuck, and the days that are not balanced because of it. */
export type StuckMoney = {
  subject: StuckSubject
  cause: StuckCause | null
  reason: string
  orderId: string
  fen: Fen
  at: Instant
  days: Day[]
}

/** The stuck money in what was read. */
export const rowsOf = ({ lateRefunds, afterSales, orders }: StuckDocuments): StuckMoney[] => [
  ...lateRefunds.map(lateRefundRow),
  ...afterSales.map((one) => {
    const at = one.decidedAt ?? one.requestedAt
    return {
      subject: { kind: 'REFUND' as const, afterSaleId: one._id },
      // Of refunds that failed before the reason was kept the provider says more when asked.
      cause: stuckCause(one.refundFailure ?? 'CLOSED'),
      reason: one.refundFailure ?? '',
      orderId: one.orderId,
      fen: one.refundFen,
      at,
      days: [dayOf(at)],
    }
  }),
  ...orders.map(({ _id, quote, paymentBegunAt, placedAt }) => {
    const at = paymentBegunAt ?? placedAt
    return {
      subject: { kind: 'PAYMENT_UNCLEAR' as const, orderId: _id },
      cause: null,
      reason: '',
      orderId: _id,
      fen: quote.totalFen,
      at,
      days: [dayOf(at)],
    }
  }),
]

const lateRefundRow = (one: LateRefundMessage): StuckMoney => {
  const { transactionId, orderId, fen, lastError = '', postedAt, paidAt = postedAt } = one
  return {
    subject: { kind: 'LATE_REFUND', transactionId },
    cause: one.state === 'due' ? 'RETRYING' : stuckCause(lastError),
    reason: lastError,
    orderId,
    fen,
    at: paidAt,
    days: [...new Set([dayOf(paidAt), dayOf(postedAt)])],
  }
}
