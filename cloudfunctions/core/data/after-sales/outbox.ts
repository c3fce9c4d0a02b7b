import type { OutboxEntry, OutboxPayloads } from '@core/data/outbox/outbox'
import type { Fen } from '@core/kernel/money'

/** The id of the message that pays a refund out; `refundId` is the refund's id at the provider. */
export const refundMessageId = (refundId: string): string => `money:${refundId}`

/** Pays a refund out through the payment provider. */
export const refundMessage = (payload: OutboxPayloads['refund']): OutboxEntry => ({
  id: refundMessageId(payload.refundId),
  message: { kind: 'refund', ...payload },
})

/** What a refund returns outside its transaction: stock, and the coupon of a full refund. */
export const returnsMessage = (payload: OutboxPayloads['giveBack']): OutboxEntry => ({
  id: `giveBack:${payload.refundId}`,
  message: { kind: 'giveBack', ...payload },
})

declare module '@core/data/outbox/outbox' {
  interface OutboxPayloads {
    /** `refundId` is the refund's id at the provider. */
    refund: { refundId: string; orderId: string; fen: Fen; totalFen: Fen }
    giveBack: {
      refundId: string
      orderId: string
      pieces: { skuId: string; productId: string; quantity: number }[]
      grantId: string | null
      by: string | null
    }
  }
}
