import type { Database } from '@core/data/database'
import { type DocumentPage, fromCursor, pageOf } from '@core/data/pages'
import type { Transaction } from '@core/data/transaction'
import type { Notification } from '@core/domain/notifications/notification'
import type { Instant } from '@core/kernel/calendar'
import { PAGE_SIZE } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'

/** What can be told to the world outside, by its kind; each has one deliverer. */
export type OutboxMessage =
  /** Money that came after its order was closed goes back. */
  | { kind: 'refundLatePayment'; orderId: string; transactionId: string; fen: Fen }
  /** The money of a refund goes back; `refundId` is its number at the provider. */
  | { kind: 'refund'; refundId: string; orderId: string; fen: Fen; totalFen: Fen }
  /** What a refund puts back: pieces onto the shelf, and the coupon of a whole order. */
  | {
      kind: 'giveBack'
      refundId: string
      orderId: string
      pieces: { skuId: string; productId: string; quantity: number }[]
      grantId: string | null
      by: string | null
    }
  /** WeChat is told that an order was sent: of all its parcels so far, `parcels` in number. */
  | { kind: 'shippingInfo'; orderId: string; parcels: number }
  /** A member is told something they asked to be told. */
  | ({ kind: 'notice' } & Notification)
  /** An answer of the staff goes into WeChat's conversation. */
  | { kind: 'serviceText'; ticketId: string; messageId: string }

/** The kinds of messages. */
export type OutboxKind = OutboxMessage['kind']

/** A message of one kind. */
export type OutboxMessageOf<K extends OutboxKind> = Extract<OutboxMessage, { kind: K }>

/** Where a message stands. `dropped`: there was nobody to tell; `failed`: the staff must look. */
export type OutboxState = 'due' | 'done' | 'dropped' | 'failed'

/** A message as stored: it is told exactly once, as far as the other side lets us. */
export type OutboxDocument = OutboxMessage & {
  _id: string
  state: OutboxState
  dueAt: Instant
  /** Times it was begun to be delivered. */
  tries: number
  postedAt: Instant
  lastError?: string
}

/** The id of a message: made of its cause, so that a cause told twice is one message. */
export function outboxId(message: OutboxMessage): string {
  switch (message.kind) {
    case 'refundLatePayment':
      return `refund:${message.transactionId}`
    case 'refund':
      return `money:${message.refundId}`
    case 'giveBack':
      return `giveBack:${message.refundId}`
    case 'shippingInfo':
      return `shippingInfo:${message.orderId}:${message.parcels}`
    case 'notice':
      return `notice:${message.template}:${message.cause}`
    case 'serviceText':
      return `serviceText:${message.ticketId}:${message.messageId}`
  }
}

/**
 * Puts a message into the outbox, due at once. A message that is there already, delivered or not,
 * stays as it is. Inside a transaction it is posted with everything else or not at all.
 */
export async function enqueue(
  to: Transaction | Database,
  message: OutboxMessage,
  now: Instant,
): Promise<void> {
  const document = outboxDocument(message, now)
  if ('addOnce' in to) await to.addOnce('outbox', document)
  else if (!(await to.get('outbox', document._id))) await to.add('outbox', document)
}

const outboxDocument = (message: OutboxMessage, now: Instant): OutboxDocument => ({
  ...message,
  _id: outboxId(message),
  state: 'due',
  dueAt: now,
  tries: 0,
  postedAt: now,
})

/** A page of messages in a state, the longest due first. */
export async function findOutboxMessages(
  db: Database,
  { state, cursor }: { state: OutboxState; cursor: string | undefined },
): Promise<DocumentPage<OutboxDocument>> {
  const read = await db.find('outbox', {
    where: fromCursor({ state }, { path: 'dueAt', direction: 'asc', cursor }),
    orderBy: [
      ['dueAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: PAGE_SIZE + 1,
  })
  return pageOf(read, PAGE_SIZE, (one) => ({ at: one.dueAt, id: one._id }))
}
