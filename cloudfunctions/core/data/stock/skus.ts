import type { Database } from '@core/data/database'
import { command } from '@core/data/database'
import { SKUS_MAX } from '@core/kernel/limits'
import type { SkuDocument } from './documents'

/** All SKUs of some products, on sale or not; at most 1,000, which is what one query returns. */
export const skusOf = (db: Database, productIds: readonly string[]): Promise<SkuDocument[]> =>
  productIds.length === 0
    ? Promise.resolve([])
    : db.find('skus', {
        where: { productId: command.in([...productIds]) },
        limit: Math.min(1_000, productIds.length * SKUS_MAX),
      })
