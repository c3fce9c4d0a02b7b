import type { OutboxEntry, OutboxPayloads } from '@core/data/outbox/outbox'
import type { Fen } from '@core/kernel/money'

/** The id of the message that sends the money of a refund; `refundId` is the provider's number. */
export const refundMessageId = (refundId: string): string => `money:${refundId}`

/** The money of a refund goes back. */
export const refundMessage = (payload: OutboxPayloads['refund']): OutboxEntry => ({
  id: refundMessageId(payload.refundId),
  message: { kind: 'refund', ...payload },
})

/** What a refund puts back outside its transaction: stock, and the coupon of a whole order. */
export const returnsMessage = (payload: OutboxPayloads['giveBack']): OutboxEntry => ({
  id: `giveBack:${payload.refundId}`,
  message: { kind: 'giveBack', ...payload },
})

declare module '@core/data/outbox/outbox' {
  interface OutboxPayloads {
    /** `refundId` is the refund's number at the provider. */
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
