import { findProducts } from '@core/data/catalog/products'
import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { type DocumentPage, fromCursor, pageOf } from '@core/data/pages'
import { PAGE_SIZE } from '@core/kernel/limits'
import type { SkuDocument, StockMovementDocument } from './documents'

/** Which SKUs the staff want to see, those with the fewest pieces first. */
export type StockFilter = {
  /** Only what is on sale and of which no more can be had; everything when not said. */
  atMost?: number
  /** Words of the product, or the SKU's code. */
  word?: string
  cursor?: string
}

/** A page of SKUs by what is available of them. */
export async function findStock(
  db: Database,
  { atMost, word, cursor }: StockFilter,
): Promise<DocumentPage<SkuDocument>> {
  const conditions: Conditions =
    atMost === undefined
      ? { available: command.gte(0) }
      : { isOnSale: true, available: command.lte(atMost) }
  const ways = word ? await waysTo(db, word) : [{}]
  const reads = await Promise.all(
    ways.map((way) =>
      db.find('skus', {
        where: fromCursor(
          { ...way, ...conditions },
          {
            path: 'available',
            direction: 'asc',
            cursor,
          },
        ),
        orderBy: [
          ['available', 'asc'],
          ['_id', 'asc'],
        ],
        limit: PAGE_SIZE + 1,
      }),
    ),
  )
  return pageOf(inOrder(reads.flat()), PAGE_SIZE, (sku) => ({ at: sku.available, id: sku._id }))
}

/** Each SKU once, in the order of the list. */
const inOrder = (skus: readonly SkuDocument[]): SkuDocument[] =>
  [...new Map(skus.map((sku) => [sku._id, sku])).values()].sort(
    (a, b) => a.available - b.available || (a._id < b._id ? -1 : 1),
  )

/**
 * The SKUs of the first products that a word finds, on sale and not, and the SKU of that code: two
 * conditions with an index each, for as one with an "or" they would be looked for in all stock.
 */
async function waysTo(db: Database, word: string): Promise<Conditions[]> {
  const pages = await Promise.all([
    findProducts(db, { word }),
    findProducts(db, { word, isOffSale: true }),
  ])
  const ids = pages.flatMap((page) => page.items.map(({ id }) => id))
  return [{ code: word }, ...(ids.length > 0 ? [{ productId: command.in(ids) }] : [])]
}

/** A line of the ledger with the stock after it: what was available and held together. */
export type BalancedMovement = { movement: StockMovementDocument; balance: number }

/**
 * A page of a SKU's ledger, latest first. The balance goes back from today's stock, line by line,
 * so the cursor carries it along.
 */
export async function findMovements(
  db: Database,
  sku: SkuDocument,
  cursor?: string,
): Promise<DocumentPage<BalancedMovement>> {
  const [, carried, place] = /^(-?\d{1,16})!(.+)$/.exec(cursor ?? '') ?? []
  const start = carried === undefined ? sku.available + sku.heldPieces : Number(carried)
  const read = await db.find('stockMovements', {
    where: fromCursor(
      { skuId: sku._id, state: 'applied' },
      {
        path: 'at',
        direction: 'desc',
        cursor: place,
      },
    ),
    orderBy: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit: PAGE_SIZE + 1,
  })
  const page = pageOf(read, PAGE_SIZE, ({ at, _id }) => ({ at, id: _id }))
  let balance = start
  const items = page.items.map((movement) => {
    const line = { movement, balance }
    balance -= movement.quantity
    return line
  })
  return { items, next: page.next === null ? null : `${balance}!${page.next}` }
}
