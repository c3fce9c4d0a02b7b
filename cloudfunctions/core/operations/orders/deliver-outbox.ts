import { command } from '../../data/database'
import type { OutboxDocument } from '../../data/documents'
import { MINUTE_MS } from '../../domain/calendar'
import type { Context } from '../context'

/** Messages that one run delivers. */
const PER_RUN = 50
/** Tries before a message is left to the staff. */
const TRIES_MAX = 10

/** What a run did. */
export type Delivery = { delivered: number; postponed: number; abandoned: number }

/**
 * Tells the world outside what the outbox holds: for now, refunds of payments that came after
 * their order was closed. The provider knows each by its id, so telling it twice is harmless.
 */
export async function deliverOutbox(ctx: Context): Promise<Delivery> {
  const due = await ctx.db.find('outbox', {
    where: { state: 'due', dueAt: command.lte(ctx.now) },
    orderBy: [['dueAt', 'asc']],
    limit: PER_RUN,
  })
  const delivery: Delivery = { delivered: 0, postponed: 0, abandoned: 0 }
  for (const message of due) {
    const state = await deliver(ctx, message)
    delivery[state === 'done' ? 'delivered' : state === 'due' ? 'postponed' : 'abandoned'] += 1
  }
  return delivery
}

async function deliver(ctx: Context, message: OutboxDocument): Promise<OutboxDocument['state']> {
  const answer = await ctx.payment.refund({
    refundId: `late-${message.transactionId}`,
    orderId: message.orderId,
    refundFen: message.fen,
    totalFen: message.fen,
    reason: '订单已关闭，款项原路退回',
  })
  const tries = message.tries + 1
  const state = answer.ok ? 'done' : tries >= TRIES_MAX ? 'failed' : 'due'
  await ctx.db.update(
    'outbox',
    { _id: message._id, state: 'due', tries: message.tries },
    {
      state,
      tries,
      dueAt: ctx.now + MINUTE_MS * 2 ** tries,
      ...(answer.ok ? {} : { lastError: answer.error.reason }),
    },
  )
  if (state === 'failed') ctx.log.error('refund-given-up', { orderId: message.orderId })
  return state
}
