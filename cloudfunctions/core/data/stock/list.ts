import { findByWord } from '@core/data/catalog/product-search'
import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { type DocumentPage, findPage, pageOf, pageQuery } from '@core/data/pages'
import type { SkuDocument, StockMovementDocument } from './documents'

/** Filters of the staff's stock list. */
export type StockFilter = {
  /** Only SKUs on sale with at most so many available pieces. */
  atMost?: number
  /** Text of the product, or the SKU's code. */
  word?: string
  cursor?: string
}

/** A page of SKUs, the fewest available pieces first. */
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
    alternatives.map((condition) =>
      db.find('skus', pageQuery({ where: { ...condition, ...conditions }, sortBy, cursor })),
    ),
  )
  return pageOf(inOrder(reads.flat()), { sortBy })
}

const inOrder = (skus: readonly SkuDocument[]): SkuDocument[] =>
  [...new Map(skus.map((sku) => [sku._id, sku])).values()].sort(
    (a, b) => a.available - b.available || (a._id < b._id ? -1 : 1),
  )

/**
 * The conditions for a search word: the SKU with that code, and the SKUs of the first products
 * found, on sale and not. They are queried separately, because one query with an "or" would scan
 * all stock.
 */
async function conditionsFor(db: Database, word: string): Promise<Conditions[]> {
  const pages = await Promise.all([
    findByWord(db, { word }),
    findByWord(db, { word, isOffSale: true }),
  ])
  const ids = pages.flatMap((page) => page.ids)
  return [{ code: word }, ...(ids.length > 0 ? [{ productId: command.in(ids) }] : [])]
}

/** A movement with the stock after it, available and held pieces together. */
export type BalancedMovement = { movement: StockMovementDocument; balance: number }

/**
 * A page of a SKU's ledger, latest first. Balances are computed backwards from today's stock, so
 * the cursor also carries the balance.
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
