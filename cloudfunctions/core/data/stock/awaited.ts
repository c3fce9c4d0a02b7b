import { command, type Database } from '@core/data/database'
import type { Instant } from '@core/kernel/calendar'
import type { SkuDocument } from './documents'

/**
 * That customers wait for a SKU is marked on the SKU itself, whose stock is what they wait for: one
 * query finds the SKUs that are back, however their stock rose (a delivery, a count, a closed
 * order, a return, an edit in the console).
 */

const BACK_FIELDS = ['_id', 'productId', 'available', 'awaited'] as const

/** A SKU that can be had again, and for which somebody waits. */
export type SkuBack = Pick<SkuDocument, (typeof BACK_FIELDS)[number]>

/** SKUs told of in one run; the next run takes the rest. */
const BACK_MAX = 50

/** Marks that somebody waits for a SKU; `by` is a text that no other mark ever has. */
export const markAwaited = (db: Database, skuId: string, by: string): Promise<number> =>
  db.update('skus', { _id: skuId }, { awaited: by })

/** The SKUs that somebody waits for and that can be ordered now. */
export const skusBack = (db: Database, now: Instant): Promise<SkuBack[]> =>
  db.find('skus', {
    where: {
      awaited: command.gt(''),
      isOnSale: true,
      available: command.gt(0),
      launchAt: command.eq(null).or(command.lte(now)),
    },
    limit: BACK_MAX,
    fields: BACK_FIELDS,
  })

/** Clears the mark, unless somebody else has begun to wait since it was read. */
export const clearAwaited = (
  db: Database,
  { _id, awaited }: Pick<SkuBack, '_id' | 'awaited'>,
): Promise<number> =>
  db.update('skus', { _id, awaited: awaited ?? null }, { awaited: command.remove() })
