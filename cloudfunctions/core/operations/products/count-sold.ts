import type { SkuDocument } from '@core/data/stock/documents'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import { STORED_SKUS_MAX } from '@core/kernel/limits'
import type { Context } from '@core/operations/context'

/** SKUs with new sales per run; the next run takes the rest. */
const SKUS_PER_RUN = 200
/** Products counted in parallel. */
const PARALLEL = 4

/**
 * Updates `sold`, which lists are sorted by, for every product with new sales. It is the sum over
 * the SKUs instead of an increment, so counting twice changes nothing.
 */
export async function countSold(ctx: Context): Promise<number> {
  const behind = await ctx.db.find('skus', {
    where: { isSoldStale: true },
    fields: ['productId'],
    limit: SKUS_PER_RUN,
  })
  const productIds = [...new Set(behind.map(({ productId }) => productId))]
  await mapWithConcurrency(productIds, PARALLEL, async (productId) => {
    const skus = await ctx.db.find('skus', {
      where: { productId },
      limit: STORED_SKUS_MAX,
      fields: ['sold', 'isSoldStale'],
    })
    const sold = skus.reduce((sum, sku) => sum + sku.sold, 0)
    await ctx.db.update('products', { _id: productId }, { sold })
    await Promise.all(skus.filter((sku) => sku.isSoldStale).map((sku) => markCounted(ctx, sku)))
  })
  return productIds.length
}

/** Clears the mark, unless another sale came in between. */
const markCounted = (ctx: Context, { _id, sold }: SkuDocument) =>
  ctx.db.update('skus', { _id, sold }, { isSoldStale: false })
