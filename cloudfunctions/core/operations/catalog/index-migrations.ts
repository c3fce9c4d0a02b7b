import { INDEX_FIELDS, readShelves, reindexStored } from '@core/data/catalog/reindex'
import type { Context } from '@core/operations/context'
import type { Migration } from '@core/operations/migrations/rewrites'

/** Raised when products are indexed otherwise than before, so that all are indexed anew. */
const INDEX_VERSION = 1

/**
 * Indexes all products anew when a category or a tag is called otherwise than at the last walk, and
 * after a release that indexes otherwise.
 */
export async function indexMigrations(ctx: Context): Promise<Migration[]> {
  const shelves = await readShelves(ctx.db)
  const names = [[...shelves.categories], [...shelves.tags]]
  return [
    {
      name: 'products:index',
      collection: 'products',
      keys: ctx.vault.hash(JSON.stringify([INDEX_VERSION, names])),
      fields: ['_id', ...INDEX_FIELDS],
      rewrite: async ({ db }, stored) => ({ isWritten: await reindexStored(db, stored, shelves) }),
    },
  ]
}
