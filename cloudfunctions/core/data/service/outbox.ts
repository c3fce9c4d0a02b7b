import type { OutboxEntry, OutboxPayloads } from '@core/data/outbox/outbox'

/** Sends an answer of the staff into the customer's WeChat conversation. */
export const replyMessage = (payload: OutboxPayloads['serviceText']): OutboxEntry => ({
  id: `serviceText:${payload.ticketId}:${payload.messageId}`,
  message: { kind: 'serviceText', ...payload },
})

declare module '@core/data/outbox/outbox' {
  interface OutboxPayloads {
    serviceText: { ticketId: string; messageId: string }
  }
}
