import { command } from '@core/data/database'
import { describeError } from '@core/data/failures'
import type { OutboxDocument, OutboxState } from '@core/data/outbox/outbox'
import { MINUTE_MS } from '@core/kernel/calendar'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import { fail } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import type { DeliveryResult } from './delivery'

/** Messages that one run delivers. */
const PER_RUN = 100
/** Messages told at the same time. */
const PARALLEL = 4
/** Tries before a message is left to the staff: the waits add up to about 17 hours. */
const TRIES_MAX = 10
/** Characters of a reason that are kept. */
const REASON_MAX = 200

/** What a run did. */
export type Delivery = Record<OutboxState, number>

/** Tells the world outside what the outbox holds and is due. */
export async function deliverOutbox(ctx: Context): Promise<Delivery> {
  const due = await ctx.db.find('outbox', {
    where: { state: 'due', dueAt: command.lte(ctx.now) },
    orderBy: [['dueAt', 'asc']],
    limit: PER_RUN,
  })
  const delivery: Delivery = { due: 0, done: 0, dropped: 0, failed: 0 }
  await mapWithConcurrency(due, PARALLEL, async (message) => {
    const state = await deliver(ctx, message)
    if (state !== null) delivery[state] += 1
  })
  return delivery
}

/**
 * Delivers one message now, without waiting for the timer; what fails is left to it. Answers where
 * the message stands, `null` when there is nothing of this id to deliver.
 */
export async function deliverNow(ctx: Context, id: string): Promise<OutboxState | null> {
  const message = await ctx.db.get('outbox', id)
  if (!message || message.state !== 'due' || message.dueAt > ctx.now) return message?.state ?? null
  return deliver(ctx, message)
}

/**
 * The message is claimed first: its next try is put off, so that of two runs at once one delivers
 * it, and one that a crash interrupted is tried again later.
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

/** A message whose kind no area delivers (any more) is left to the staff. */
function deliverByKind(ctx: Context, message: OutboxDocument): Promise<DeliveryResult> {
  const deliverer = ctx.deliverers[message.kind]
  if (deliverer) return deliverer(ctx, message)
  return Promise.resolve(fail({ code: 'NEVER', reason: `no deliverer of ${message.kind}` }))
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
  if (answer.error.code === 'NOBODY') return 'dropped'
  return answer.error.code === 'NEVER' || tries >= TRIES_MAX ? 'failed' : 'due'
}
