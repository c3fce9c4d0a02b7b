import { command } from '@core/data/database'
import type { SkuDocument } from '@core/data/stock/documents'
import { STORED_SKUS_MAX } from '@core/kernel/limits'
import type { Context } from '@core/operations/context'
import { isolate } from '@core/operations/isolate'

/** SKUs with new sales per run; the next run takes the rest. */
const SKUS_PER_RUN = 200

/** What a run did. */
export type ProductCount = { productsCounted: number; failed: number }

/**
 * Updates `sold`, which lists are sorted by, for every product with new sales. It is the sum over
 * the SKUs instead of an increment, so counting twice changes nothing. A SKU's `sold` never falls:
 * a run that has read less than one beside it leaves the larger sum.
 */
export async function countSold(ctx: Context): Promise<ProductCount> {
  const behind = await ctx.db.find('skus', {
    where: { isSoldStale: true },
    fields: ['productId'],
    limit: SKUS_PER_RUN,
  })
  const productIds = [...new Set(behind.map(({ productId }) => productId))]
  const counting = { duty: 'countSold', collection: 'products', ids: productIds } as const
  const failed = await isolate(ctx, counting, async (productId) => {
    const skus = await ctx.db.find('skus', {
      where: { productId },
      limit: STORED_SKUS_MAX,
      fields: ['sold', 'isSoldStale'],
    })
    const sold = skus.reduce((sum, sku) => sum + sku.sold, 0)
    await ctx.db.update('products', { _id: productId, sold: command.lt(sold) }, { sold })
    await Promise.all(skus.filter((sku) => sku.isSoldStale).map((sku) => markCounted(ctx, sku)))
  })
  return { productsCounted: productIds.length - failed, failed }
}

/** Clears the mark, unless another sale came in between. */
const markCounted = (ctx: Context, { _id, sold }: SkuDocument) =>
  ctx.db.update('skus', { _id, sold }, { isSoldStale: false })
