import { command, type Database } from '@core/data/database'
import type { Stored } from '@core/data/documents'
import type { Transaction } from '@core/data/transaction'
import type { Product } from '@core/domain/catalog/product'
import type { Placed, ShelfMove } from '@core/domain/catalog/shelf-order'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import { SHELF_ROWS_MAX } from '@core/kernel/limits'
import { wantedTokens } from '@core/kernel/search-tokens'
import { PRODUCT_SORTS } from './products'

/** The settings document with the last change of the order. */
const SHELF_ID = 'shelf'

/** How many products are written at the same time. */
const PARALLEL = 10

/** The last change of the order, under a version that every change increments. */
export type SavedShelf = { version: number; moves: ShelfMove[] }

/** The last change of the order; `null` before the first. */
export async function readShelf(from: Database | Transaction): Promise<SavedShelf | null> {
  const document = await from.get('settings', SHELF_ID)
  if (!document) return null
  const { version, moves } = document as Stored<SavedShelf & { id: string }>
  return { version, moves }
}

/** Notes a change of the order before it is made. */
export const writeShelf = (transaction: Transaction, shelf: SavedShelf): Promise<void> =>
  transaction.put('settings', { _id: SHELF_ID, ...shelf })

/** Writes the products that move and no others. One that has moved already stays as it is. */
export const moveProducts = (db: Database, moves: readonly ShelfMove[]): Promise<void> =>
  mapWithConcurrency([...moves], PARALLEL, ({ productId, from, to }) =>
    db.update('products', { _id: productId, sort: from }, { sort: to }),
  )

type ShelfProduct = { _id: string } & Pick<Product, 'title' | 'pictures' | 'sort'>

/** The beginning of a shelf, and the product that follows when there are more. */
type Shelf = { rows: ShelfProduct[]; behind: Placed | null }

/** The first products on sale in the order of the shelf, read along its index. */
export async function findShelf(db: Database, narrowing: { categoryId?: string }): Promise<Shelf> {
  const tokens = wantedTokens(narrowing)
  const read: ShelfProduct[] = await db.find('products', {
    where: { tokens: tokens.length === 1 ? tokens[0] : command.all(tokens) },
    orderBy: [PRODUCT_SORTS.default, ['_id', 'asc']],
    limit: SHELF_ROWS_MAX + 1,
    fields: ['_id', 'title', 'pictures', 'sort'],
  })
  const next = read[SHELF_ROWS_MAX]
  const behind = next ? { id: next._id, sort: next.sort } : null
  return { rows: read.slice(0, SHELF_ROWS_MAX), behind }
}
