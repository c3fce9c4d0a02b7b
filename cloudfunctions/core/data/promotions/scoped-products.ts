import { LISTED, type ListedProduct, PRODUCT_SORTS } from '@core/data/catalog/products'
import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { type DocumentOf, fromStored } from '@core/data/documents'
import { cursorAfter, type DocumentPage, findPage } from '@core/data/pages'
import type { Scope } from '@core/domain/promotions/scope'
import { PAGE_SIZE } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import { wantedTokens } from '@core/kernel/search-tokens'

type ProductDocument = DocumentOf<'products'>

/** A walk through the products of a scope, in one order. */
type Walk = { sortBy: readonly [keyof ProductDocument & string, 'asc' | 'desc']; bound: Conditions }

/** From a price upwards and then from it downwards; without one, as the shop sorts its goods. */
const walksOf = (fromFen: Fen | undefined): readonly Walk[] =>
  fromFen === undefined
    ? [{ sortBy: PRODUCT_SORTS.default, bound: {} }]
    : [
        { sortBy: PRODUCT_SORTS.priceUp, bound: { fromFen: command.gte(fromFen) } },
        { sortBy: PRODUCT_SORTS.priceDown, bound: { fromFen: command.lt(fromFen) } },
      ]

type ScopeFilter = { scope: Scope; fromFen: Fen | undefined; cursor: string | undefined }

/**
 * A page of the products on sale in a scope: with a price, those that cost so much or more come
 * first, the cheapest of them leading, and then the cheaper ones, the dearest of them leading. All
 * walks are entries of an index and one round.
 */
export async function findScoped(
  db: Database,
  { scope, fromFen, cursor }: ScopeFilter,
): Promise<DocumentPage<ListedProduct>> {
  const [first, place] = placeIn(cursor)
  const pages = await Promise.all(
    walksOf(fromFen)
      .slice(first)
      .map(async (walk, at) => {
        const cursorIn = at === 0 ? place : undefined
        return { walk, at: first + at, ...(await walkPage(db, scope, { walk, cursor: cursorIn })) }
      }),
  )
  const items: ProductDocument[] = []
  let next: string | null = null
  for (const { walk, at, ...page } of pages) {
    const shown = page.items.slice(0, PAGE_SIZE - items.length)
    items.push(...shown)
    if (shown.length === page.items.length && page.next === null) continue
    const last = shown.at(-1)
    next = `${at} ${last ? cursorAfter(last, [walk.sortBy[0]]) : ''}`
    break
  }
  return { items: items.map(fromStored<ListedProduct>), next }
}

/** Which walk a cursor is in, and the cursor within it. */
function placeIn(cursor = ''): readonly [number, string | undefined] {
  const [at = '', place] = cursor.split(' ')
  return [at === '1' ? 1 : 0, place || undefined]
}

/** A page of one walk: of the categories, or the whole shop, and of the products named. */
async function walkPage(
  db: Database,
  { categoryIds, productIds }: Scope,
  { walk: { sortBy, bound }, cursor }: { walk: Walk; cursor: string | undefined },
): Promise<DocumentPage<ProductDocument>> {
  const isNamedOnly = categoryIds.length === 0 && productIds.length > 0
  const tokens =
    categoryIds.length === 0
      ? wantedTokens({})
      : categoryIds.map((categoryId) => wantedTokens({ categoryId })[0])
  const [page, named] = await Promise.all([
    isNamedOnly
      ? { items: [], next: null }
      : findPage(db, 'products', {
          where: { tokens: command.in([...tokens]), ...bound },
          sortBy,
          cursor,
          ...LISTED,
        }),
    productIds.length === 0 ? [] : namedAfter(db, productIds, { sortBy, bound, cursor }),
  ])
  if (named.length === 0) return page
  const byId = new Map([...page.items, ...named].map((one) => [one._id, one]))
  const all = [...byId.values()].sort(inOrder(sortBy))
  const items = all.slice(0, PAGE_SIZE)
  const last = items.at(-1)
  const hasMore = all.length > items.length || page.next !== null
  return { items, next: hasMore && last ? cursorAfter(last, [sortBy[0]]) : null }
}

/** The products named that follow a place of a walk: fifty at most, so a page of them is enough. */
async function namedAfter(
  db: Database,
  ids: readonly string[],
  { sortBy, bound, cursor }: Walk & { cursor: string | undefined },
): Promise<ProductDocument[]> {
  const where = { _id: command.in([...ids]), isOnSale: true, ...bound }
  const page = await findPage(db, 'products', {
    where,
    sortBy,
    cursor,
    size: ids.length,
    ...LISTED,
  })
  return page.items
}

const inOrder =
  ([path, direction]: Walk['sortBy']) =>
  (a: ProductDocument, b: ProductDocument): number => {
    const sign = direction === 'asc' ? 1 : -1
    const difference = Number(a[path]) - Number(b[path])
    if (difference !== 0) return sign * difference
    return sign * (a._id < b._id ? -1 : 1)
  }
