import type { OutboxEntry, OutboxPayloads } from '@core/data/outbox/outbox'
import type { Fen } from '@core/kernel/money'

export const lateRefundId = (transactionId: string): string => `refund:${transactionId}`

/** Refunds a payment that arrived after its order was closed. */
export const lateRefundMessage = (payload: OutboxPayloads['refundLatePayment']): OutboxEntry => ({
  id: lateRefundId(payload.transactionId),
  message: { kind: 'refundLatePayment', ...payload },
})

/** Reports a shipment to WeChat. */
export const shippingInfoMessage = (payload: OutboxPayloads['shippingInfo']): OutboxEntry => ({
  id: `shippingInfo:${payload.orderId}:${payload.parcels}`,
  message: { kind: 'shippingInfo', ...payload },
})

declare module '@core/data/outbox/outbox' {
  interface OutboxPayloads {
    refundLatePayment: { orderId: string; transactionId: string; fen: Fen }
    /** `parcels` is the number of all parcels of the order so far. */
    shippingInfo: { orderId: string; parcels: number }
  }
}
