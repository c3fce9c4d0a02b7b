import type { Database } from '@core/data/database'
import { type DocumentPage, findPage } from '@core/data/pages'
import type { Transaction } from '@core/data/transaction'
import type { Instant } from '@core/kernel/calendar'

/**
 * The payloads of messages, by kind. Each area adds its kinds in `data/<area>/outbox.ts` by
 * declaration merging, with a function that makes the message and its id.
 */
export interface OutboxPayloads {}

export type OutboxKind = keyof OutboxPayloads & string

export type OutboxMessageOf<K extends OutboxKind> = { kind: K } & OutboxPayloads[K]

export type OutboxMessage = { [K in OutboxKind]: OutboxMessageOf<K> }[OutboxKind]

/**
 * A message and its id. The id is derived from the cause, so that a repeated cause is one message.
 */
export type OutboxEntry = { id: string; message: OutboxMessage }

/** `dropped`: the message has no recipient; `failed`: the staff must look at it. */
export type OutboxState = 'due' | 'done' | 'dropped' | 'failed'

/** A message as stored. It is delivered once, as far as the receiver is idempotent. */
export type OutboxDocument = OutboxMessage & {
  _id: string
  state: OutboxState
  dueAt: Instant
  /** Delivery attempts so far. */
  tries: number
  postedAt: Instant
  lastError?: string
  /** What the staff did themselves instead of the message; it is dropped then. */
  handled?: Handled
}

/** What a member of the staff did by hand, and when; `by` is a member id. */
export type Handled = { by: string | null; note: string; at: Instant }

/**
 * Puts a message into the outbox, due immediately. An existing message, delivered or not, stays
 * unchanged. Inside a transaction it is written with everything else or not at all.
 */
export async function enqueue(
  to: Transaction | Database,
  entry: OutboxEntry,
  now: Instant,
): Promise<void> {
  const document = outboxDocument(entry, now)
  if ('addOnce' in to) await to.addOnce('outbox', document)
  else if (!(await to.get('outbox', document._id))) await to.add('outbox', document)
}

/** Puts a message into the outbox, or makes the one that is there due once more. */
export async function enqueueAgain(
  to: Transaction,
  entry: OutboxEntry,
  now: Instant,
): Promise<void> {
  const before = await to.get('outbox', entry.id)
  if (before) await to.put('outbox', { ...before, state: 'due', tries: 0, dueAt: now })
  else await enqueue(to, entry, now)
}

const outboxDocument = ({ id, message }: OutboxEntry, now: Instant): OutboxDocument => ({
  ...message,
  _id: id,
  state: 'due',
  dueAt: now,
  tries: 0,
  postedAt: now,
})

/** What lists show of a message, whatever its kind. */
const LISTED_FIELDS = [
  ...['_id', 'kind', 'template', 'orderId', 'state'],
  ...['dueAt', 'tries', 'postedAt', 'lastError'],
]

/** A page of messages in a state, the longest overdue first; without what else they say. */
export const findOutboxMessages = (
  db: Database,
  { state, cursor }: { state: OutboxState; cursor: string | undefined },
): Promise<DocumentPage<OutboxDocument>> =>
  findPage(db, 'outbox', {
    where: { state },
    sortBy: ['dueAt', 'asc'],
    cursor,
    fields: LISTED_FIELDS,
  })
