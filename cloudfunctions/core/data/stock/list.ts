import { findProducts } from '@core/data/catalog/products'
import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { type DocumentPage, findPage, pageOf, pageQuery } from '@core/data/pages'
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
  const alternatives = word ? await conditionsFor(db, word) : [{}]
  const sortBy = ['available', 'asc'] as const
  const reads = await Promise.all(
    alternatives.map((way) =>
      db.find('skus', pageQuery({ where: { ...way, ...conditions }, sortBy, cursor })),
    ),
  )
  return pageOf(inOrder(reads.flat()), { sortBy })
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
async function conditionsFor(db: Database, word: string): Promise<Conditions[]> {
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
  const page = await findPage(db, 'stockMovements', {
    where: { skuId: sku._id, state: 'applied' },
    sortBy: ['at', 'desc'],
    cursor: place,
  })
  let balance = start
  const items = page.items.map((movement) => {
    const line = { movement, balance }
    balance -= movement.quantity
    return line
  })
  return { items, next: page.next === null ? null : `${balance}!${page.next}` }
}
