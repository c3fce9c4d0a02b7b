import { faqEntries } from '@core/data/service/faq'
import type { FaqEntry } from '@core/domain/service/faq'
import { FAQ_MAX } from '@core/kernel/limits'
import { fail, ok, type Result } from '@core/kernel/result'
import type { FaqInput, SaveFaqInput } from '../../contract/service'
import type { Context } from '../context'

/** All entries with their number of hits. */
export const listFaq = async (ctx: Context): Promise<Result<FaqEntry[], never>> =>
  ok(await faqEntries(ctx.db))

/** Creates or updates an entry; its number of hits is kept. */
export async function saveFaq(
  ctx: Context,
  { id, ...words }: SaveFaqInput,
): Promise<Result<FaqEntry, { code: 'TOO_MANY'; most: number; field: 'id' }>> {
  const [before, all] = await Promise.all([ctx.db.get('faq', id), faqEntries(ctx.db)])
  if (!before && all.length >= FAQ_MAX) {
    return fail({ code: 'TOO_MANY', most: FAQ_MAX, field: 'id' })
  }
  const isNew = !before && (await ctx.db.addOnce('faq', { _id: id, ...words, hits: 0 }))
  if (!isNew) await ctx.db.update('faq', { _id: id }, words)
  return ok({ id, ...words, hits: before?.hits ?? 0 })
}

/** Removes an entry; idempotent. */
export async function removeFaq(
  ctx: Context,
  { id }: FaqInput,
): Promise<Result<{ id: string }, never>> {
  await ctx.db.remove('faq', id)
  return ok({ id })
}
