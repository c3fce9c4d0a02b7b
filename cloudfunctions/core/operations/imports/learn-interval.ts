import type { ImportSource, LearnedInterval } from '@core/contract/imports'
import { buyingOf, importedMembers } from '@core/data/imports/imports'
import { purchaseIntervalId } from '@core/data/lifecycle/settings'
import { factsOf } from '@core/data/members/member-section'
import { factsFromPurchases } from '@core/domain/imports/facts'
import { orderGaps } from '@core/domain/members/facts'
import { median } from '@core/kernel/median'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'

/** Customers sampled: enough for a median that is off by a day at most. */
const SAMPLE_MAX = 1_000
/** Customers whose orders are read at a time. */
const PAGE_MEMBERS = 200

/**
 * Learns the purchase interval of a source in days: the median of its customers' own medians. The
 * sample is the first by id; since ids are hashes, it is unbiased and reproducible.
 */
export async function learnPurchaseInterval(
  ctx: Context,
  { source }: ImportSource,
): Promise<Result<LearnedInterval, never>> {
  const medians: number[] = []
  for (let seen = 0, after = ''; seen < SAMPLE_MAX; seen += PAGE_MEMBERS) {
    const page = await importedMembers(ctx.db, {
      source,
      after,
      size: PAGE_MEMBERS,
      fields: ['facts'],
    })
    const bought = await buyingOf(
      ctx.db,
      page.map(({ _id }) => _id),
    )
    for (const document of page) {
      const buying = bought.get(document._id)
      const own = buying ? median(orderGaps(factsFromPurchases(factsOf(document), buying))) : null
      if (own !== null) medians.push(own)
    }
    after = page.at(-1)?._id ?? ''
    if (page.length < PAGE_MEMBERS) break
  }
  const shopGapDays = median(medians)
  const learned = { _id: purchaseIntervalId(source), gapDays: shopGapDays, members: medians.length }
  await ctx.db.put('settings', { ...learned, at: ctx.now })
  return ok({ shopGapDays, members: medians.length })
}
