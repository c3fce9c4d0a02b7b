import { findByWord } from '@core/data/catalog/product-search'
import type { OrderDocument } from '@core/data/orders/documents'
import { findOrders, ordersById } from '@core/data/orders/orders'
import { numberEndIn, searchedKeys } from '@core/data/orders/search-keys'
import type { DocumentPage } from '@core/data/pages'
import { isOrderNumber } from '@core/domain/orders/order'
import type { Context } from '@core/operations/context'

type Found = DocumentPage<OrderDocument> & { near: string[] | null }

/**
 * Orders by what customers say of them: the number or the end of it, the receiver's name or phone
 * in any spelling, or what the goods are called. All are entries of one index; goods are looked up
 * in the catalogue first, with those off sale, as their customers may have bought them before.
 */
export async function searchStaffOrders(
  ctx: Context,
  { word, cursor }: { word: string; cursor: string | undefined },
): Promise<Found> {
  const compact = word.replace(/\s/g, '')
  const isWhole = isOrderNumber(compact)
  const [whole, goods] = await Promise.all([
    isWhole ? ordersById(ctx.db, [compact, compact.toLowerCase()]) : [],
    isWhole ? NO_GOODS : goodsCalled(ctx, word),
  ])
  if (whole[0]) return { items: whole.slice(0, 1), next: null, near: null }
  const { number, others } = searchedKeys(ctx.vault, compact, goods.ids)
  const searchKeys = [...number, ...others]
  if (searchKeys.length === 0) return { items: [], next: null, near: null }
  const page = await findOrders(ctx.db, { searchKeys, cursor })
  const end = numberEndIn(compact)
  const items = page.items.filter((order) => isMeant(order, end, others))
  const isNear = goods.near !== null && items.length > 0
  return { items, next: page.next, near: isNear ? goods.near : null }
}

type Goods = { ids: readonly string[]; near: string[] | null }

const NO_GOODS: Goods = { ids: [], near: null }

/** The products a word names, on sale or not; those that have parts of it where none has all. */
async function goodsCalled({ db }: Context, word: string): Promise<Goods> {
  const found = await Promise.all(
    [false, true].map((isOffSale) => findByWord(db, { word, isOffSale })),
  )
  const exact = found.filter(({ near }) => near === null)
  const shown = exact.some(({ ids }) => ids.length > 0) ? exact : found
  const parts = shown.flatMap(({ near }) => near?.parts ?? [])
  return {
    ids: shown.flatMap(({ ids }) => ids),
    near: parts.length > 0 ? [...new Set(parts)] : null,
  }
}

/**
 * Only the last few characters of a number are in the index: an order that shares no more than
 * those with a longer end is left out, unless something else of it was found.
 */
const isMeant = (
  { _id, searchKeys = [] }: OrderDocument,
  end: string | null,
  others: readonly string[],
): boolean =>
  end === null || _id.toLowerCase().endsWith(end) || searchKeys.some((key) => others.includes(key))
