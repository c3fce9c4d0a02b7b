import type { Database } from '@core/data/database'
import { type DocumentPage, findPage } from '@core/data/pages'
import type { Transaction } from '@core/data/transaction'
import type { Instant } from '@core/kernel/calendar'

/**
 * What messages hold, by kind. Each area adds its kinds in `data/<area>/outbox.ts` by declaration
 * merging, with a function that makes the message and its id.
 */
export interface OutboxPayloads {}

/** The kinds of messages. */
export type OutboxKind = keyof OutboxPayloads & string

/** What a message of one kind holds. */
export type OutboxMessageOf<K extends OutboxKind> = { kind: K } & OutboxPayloads[K]

/** A message of any kind. */
export type OutboxMessage = { [K in OutboxKind]: OutboxMessageOf<K> }[OutboxKind]

/** A message and its id, made of its cause: a cause that is reported twice is one message. */
export type OutboxEntry = { id: string; message: OutboxMessage }

/** The state of a message. `dropped`: it has no recipient; `failed`: the staff must look at it. */
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

/**
 * Puts a message into the outbox, due at once. A message that is there already, delivered or not,
 * stays as it is. Inside a transaction it is posted with everything else or not at all.
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

const outboxDocument = ({ id, message }: OutboxEntry, now: Instant): OutboxDocument => ({
  ...message,
  _id: id,
  state: 'due',
  dueAt: now,
  tries: 0,
  postedAt: now,
})

/** A page of messages in a state, the longest due first. */
export const findOutboxMessages = (
  db: Database,
  { state, cursor }: { state: OutboxState; cursor: string | undefined },
): Promise<DocumentPage<OutboxDocument>> =>
  findPage(db, 'outbox', { where: { state }, sortBy: ['dueAt', 'asc'], cursor })
