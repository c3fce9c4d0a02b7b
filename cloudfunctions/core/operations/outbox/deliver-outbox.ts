import { command } from '@core/data/database'
import { describeError } from '@core/data/failures'
import type { OutboxDocument, OutboxState } from '@core/data/outbox/outbox'
import { MINUTE_MS } from '@core/kernel/calendar'
import { endsWithin, mapWithConcurrency } from '@core/kernel/concurrency'
import { own } from '@core/kernel/own'
import { fail } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import type { DueSource } from '@core/operations/timers/next-due'
import type { DeliveryResult } from './delivery'

/** Messages per run. */
const PER_RUN = 100
/** Messages per read: the largest of them fit. */
const PER_READ = 20
/** How long a run begins with further messages; the function's time limit is 60 s. */
const RUN_MS = 30_000
/** Messages delivered in parallel. */
const PARALLEL = 4
/** Attempts before a message is left to the staff; the waits add up to about 17 hours. */
const TRIES_MAX = 10
/** How long an answer waits for the delivery of what was posted. */
const POSTED_MS = 3_000
/** Characters of a reason that are kept. */
const REASON_MAX = 200

/** Messages of a run by their state after it. */
export type Delivery = Record<OutboxState, number>

/** What the delivery waits for. */
export const OUTBOX_DUE: DueSource = {
  collection: 'outbox',
  path: 'dueAt',
  where: { state: 'due' },
}

/** Delivers the messages that are due. */
export async function deliverOutbox(ctx: Context): Promise<Delivery> {
  const delivery: Delivery = { due: 0, done: 0, dropped: 0, failed: 0 }
  for (let read = 0; read < PER_RUN; read += PER_READ) {
    const due = await ctx.db.find('outbox', {
      where: { state: 'due', dueAt: command.lte(ctx.now) },
      orderBy: [['dueAt', 'asc']],
      limit: PER_READ,
    })
    await mapWithConcurrency(due, PARALLEL, async (message) => {
      if (ctx.elapsedMs() > RUN_MS) return
      const state = await deliver(ctx, message)
      if (state !== null) delivery[state] += 1
    })
    // What was delivered, or put off, is not due any more: the next read has the next messages.
    if (due.length < PER_READ || ctx.elapsedMs() > RUN_MS) break
  }
  return delivery
}

/**
 * Delivers what this invocation has posted, in order; the timer retries a failure. It ends within
 * seconds, because somebody may be waiting for the answer, and never rejects.
 */
export async function deliverPosted(ctx: Context): Promise<void> {
  if (ctx.posted.size > 0) await endsWithin(POSTED_MS, deliverAll(ctx))
}

async function deliverAll(ctx: Context): Promise<void> {
  for (const id of ctx.posted) {
    await deliverNow(ctx, id).catch((error: unknown) => {
      ctx.log.error('message-not-delivered', { id, reason: describeError(error) })
    })
  }
}

/**
 * Delivers one message now; the timer retries a failure. Returns the state of the message, `null`
 * when there is none to deliver.
 */
export async function deliverNow(ctx: Context, id: string): Promise<OutboxState | null> {
  ctx.posted.delete(id)
  const message = await ctx.db.get('outbox', id)
  if (!message || message.state !== 'due' || message.dueAt > ctx.now) return message?.state ?? null
  return deliver(ctx, message)
}

/**
 * Claims the message by moving its due time, so that only one of two concurrent runs delivers it
 * and a crashed delivery is retried later.
 */
async function deliver(ctx: Context, message: OutboxDocument): Promise<OutboxState | null> {
  const tries = message.tries + 1
  const claimed = await ctx.db.update(
    'outbox',
    { _id: message._id, state: 'due', tries: message.tries },
    { tries, dueAt: ctx.now + MINUTE_MS * 2 ** tries },
  )
  if (claimed === 0) return null
  const answer = await attempt(ctx, message)
  const state = stateAfter(answer, tries)
  if (state === 'failed') ctx.log.error('message-given-up', { id: message._id })
  const lastError = answer.ok ? '' : answer.error.reason.slice(0, REASON_MAX)
  await ctx.db.update('outbox', { _id: message._id, state: 'due', tries }, { state, lastError })
  return state
}

/** A message whose kind no area delivers is left to the staff. */
function deliverByKind(ctx: Context, message: OutboxDocument): Promise<DeliveryResult> {
  const deliverer = own(ctx.deliverers, message.kind)
  if (deliverer) return deliverer(ctx, message)
  return Promise.resolve(fail({ code: 'NEVER', reason: `no area delivers ${message.kind}` }))
}

async function attempt(ctx: Context, message: OutboxDocument): Promise<DeliveryResult> {
  try {
    return await deliverByKind(ctx, message)
  } catch (error) {
    ctx.log.error('message-threw', { id: message._id, reason: describeError(error) })
    return fail({ code: 'LATER', reason: 'INTERNAL' })
  }
}

function stateAfter(answer: DeliveryResult, tries: number): OutboxState {
  if (answer.ok) return 'done'
  if (answer.error.code === 'NO_RECIPIENT') return 'dropped'
  return answer.error.code === 'NEVER' || tries >= TRIES_MAX ? 'failed' : 'due'
}
