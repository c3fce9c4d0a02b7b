import type { SetAsideInput, SetAsideListInput, SetAsideRow } from '@core/contract/set-aside'
import { findSetAside, makeDue } from '@core/data/set-aside/set-aside'
import type { SetAside } from '@core/domain/set-aside/set-aside'
import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import type { Page } from '../../contract/primitives'
import type { Context } from '../context'

/** What the sweeps failed at and set aside, the oldest first. */
export async function listSetAside(
  ctx: Context,
  { cursor }: SetAsideListInput,
): Promise<Result<Page<SetAsideRow>, never>> {
  const { items, next } = await findSetAside(ctx.db, cursor)
  return ok({ items: items.map(rowOf), next })
}

/** Makes an entry due, so that the next run tries it. */
export async function retrySetAside(
  ctx: Context,
  { id }: SetAsideInput,
): Promise<Result<{ id: string }, NotFound>> {
  if (await makeDue(ctx.db, id, ctx.now)) return ok({ id })
  // The same call again changes nothing, and is as good as the first.
  return (await ctx.db.get('setAside', id)) ? ok({ id }) : fail({ code: 'NOT_FOUND' })
}

const rowOf = ({ collection, ...one }: SetAside): SetAsideRow => ({
  ...one,
  orderId: collection === 'orders' ? one.documentId : null,
})
