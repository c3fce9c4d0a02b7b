import { type CollectionSpec, index, up } from '@core/data/collections'
import type { OutboxEntry } from '@core/data/outbox/outbox'

type WishDocument = { _id: string; memberId: string; text: string; isAnswered: boolean }

export const WISHES_COLLECTIONS = [
  { name: 'wishes', indexes: [index(up('memberId')), index(up('isAnswered'), up('_id'))] },
] as const satisfies readonly CollectionSpec[]

/** The answer to a wish. */
export const wishMessage = (wishId: string): OutboxEntry => ({
  id: `wish:${wishId}`,
  message: { kind: 'answerWish', wishId },
})

declare module '@core/data/documents' {
  interface Documents {
    wishes: WishDocument
  }
}

declare module '@core/data/outbox/outbox' {
  interface OutboxPayloads {
    answerWish: { wishId: string }
  }
}
