import type { SkuDocument } from '@core/data/stock/documents'
import { skusOf } from '@core/data/stock/skus'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import type { Context } from '@core/operations/context'

/** SKUs sold since the last count that one run takes up; the next run takes the rest. */
const SKUS_PER_RUN = 200
/** Products counted side by side. */
const PARALLEL = 4

/**
 * Brings the number that lists are sorted by up to date for every product of which something was
 * sold since. It is the sum of its SKUs, never an increment, so counting twice changes nothing.
 */
export async function countSold(ctx: Context): Promise<number> {
  const behind = await ctx.db.find('skus', {
    where: { isSoldStale: true },
    fields: ['productId'],
    limit: SKUS_PER_RUN,
  })
  const productIds = [...new Set(behind.map(({ productId }) => productId))]
  await mapWithConcurrency(productIds, PARALLEL, async (productId) => {
    const skus = await skusOf(ctx.db, [productId])
    const sold = skus.reduce((sum, sku) => sum + sku.sold, 0)
    await ctx.db.update('products', { _id: productId }, { sold })
    await Promise.all(skus.filter((sku) => sku.isSoldStale).map((sku) => takenIn(ctx, sku)))
  })
  return productIds.length
}

/** A sale that came in between keeps its SKU among those to be counted. */
const takenIn = (ctx: Context, { _id, sold }: SkuDocument) =>
  ctx.db.update('skus', { _id, sold }, { isSoldStale: false })
