import type { OutboxEntry, OutboxPayloads } from '@core/data/outbox/outbox'
import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'

export const lateRefundId = (transactionId: string): string => `refund:${transactionId}`

/** Refunds a payment that arrived after its order was closed; done when the money is back. */
export const lateRefundMessage = (payload: OutboxPayloads['refundLatePayment']): OutboxEntry => ({
  id: lateRefundId(payload.transactionId),
  message: { kind: 'refundLatePayment', refundTry: 1, ...payload },
})

/**
 * Reports to WeChat what was sent so far. That nothing is left to be sent is one message per order,
 * whatever it comes from.
 */
export const shippingInfoMessage = (
  payload: Required<OutboxPayloads['shippingInfo']>,
): OutboxEntry => ({
  id: `shippingInfo:${payload.orderId}:${payload.isComplete ? 'complete' : payload.parcels}`,
  message: { kind: 'shippingInfo', ...payload },
})

/** Reports to WeChat that what was said of a parcel was wrong; an order is corrected once. */
export const correctionMessage = (
  payload: Required<OutboxPayloads['shippingInfo']>,
): OutboxEntry => ({
  id: `shippingInfo:${payload.orderId}:corrected`,
  message: { kind: 'shippingInfo', ...payload },
})

declare module '@core/data/outbox/outbox' {
  interface OutboxPayloads {
    refundLatePayment: {
      orderId: string
      transactionId: string
      fen: Fen
      paidAt?: Instant
      /** Which number the refund is sent under; older messages have none, which is the first. */
      refundTry?: number
    }
    /**
     * `parcels` is the number of all parcels of the order so far; `isComplete` when nothing is left
     * to be sent; `isSplit` unless the first parcel was the whole order. Messages of earlier
     * releases do not say the last two.
     */
    shippingInfo: { orderId: string; parcels: number; isComplete?: boolean; isSplit?: boolean }
  }
}
