import type { OutboxInput, OutboxListInput, OutboxRow } from '@core/contract/outbox'
import { findOutboxMessages, type OutboxDocument } from '@core/data/outbox/outbox'
import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import type { Page } from '../../contract/primitives'
import type { Context } from '../context'

/** Failed or waiting messages, the longest overdue first. */
export async function listOutbox(
  ctx: Context,
  { state, cursor }: OutboxListInput,
): Promise<Result<Page<OutboxRow>, never>> {
  const page = await findOutboxMessages(ctx.db, { state, cursor })
  return ok({ items: page.items.map(rowOf), next: page.next })
}

/** Delivers a failed message again, with a fresh number of attempts. */
export async function retryMessage(
  ctx: Context,
  { id }: OutboxInput,
): Promise<Result<{ id: string }, NotFound>> {
  const again = { state: 'due', tries: 0, dueAt: ctx.now }
  const changed = await ctx.db.update('outbox', { _id: id, state: 'failed' }, again)
  if (changed === 0 && !(await ctx.db.get('outbox', id))) return fail({ code: 'NOT_FOUND' })
  ctx.posted.add(id)
  return ok({ id })
}

const rowOf = (document: OutboxDocument): OutboxRow => ({
  id: document._id,
  kind: document.kind === 'notice' ? `notice:${document.template}` : document.kind,
  state: document.state === 'failed' ? 'failed' : 'due',
  orderId: 'orderId' in document ? document.orderId : null,
  tries: document.tries,
  postedAt: document.postedAt,
  dueAt: document.dueAt,
  reason: document.lastError ?? '',
})
