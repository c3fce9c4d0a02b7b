import type { OutboxEntry, OutboxPayloads } from '@core/data/outbox/outbox'
import type { Fen } from '@core/kernel/money'

/** The id of the message that refunds a late payment. */
export const lateRefundId = (transactionId: string): string => `refund:${transactionId}`

/** Money that came after its order was closed goes back. */
export const lateRefundMessage = (payload: OutboxPayloads['refundLatePayment']): OutboxEntry => ({
  id: lateRefundId(payload.transactionId),
  message: { kind: 'refundLatePayment', ...payload },
})

/** WeChat learns that an order was sent. */
export const shippingInfoMessage = (payload: OutboxPayloads['shippingInfo']): OutboxEntry => ({
  id: `shippingInfo:${payload.orderId}:${payload.parcels}`,
  message: { kind: 'shippingInfo', ...payload },
})

declare module '@core/data/outbox/outbox' {
  interface OutboxPayloads {
    refundLatePayment: { orderId: string; transactionId: string; fen: Fen }
    /** Of all parcels of the order so far, `parcels` in number. */
    shippingInfo: { orderId: string; parcels: number }
  }
}
