import type { SearchInput, SearchPage } from '@core/contract/storefront'
import { countListed, findByWord } from '@core/data/catalog/product-search'
import { findProducts } from '@core/data/catalog/products'
import { countWord, lookUpWord, type WordLookup } from '@core/data/catalog/search-words'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { type ProductListing, pricedPage } from './browse'
import { readPriceBasis } from './prices'

/**
 * A page of products on sale by word, category and other filters. A word is counted when it was
 * typed: on its first page, without filters or another sort order. A word of which no product has
 * all counts as one without results, whatever else is shown.
 */
export async function searchProducts(
  ctx: Context,
  input: SearchInput,
): Promise<Result<SearchPage, never>> {
  const word = isTyped(input) ? input.word : undefined
  const [{ page, found, near }, basis, lookup] = await Promise.all([
    findPage(ctx, input),
    readPriceBasis(ctx),
    word === undefined || ctx.openid === null ? null : lookUp(ctx, word, ctx.openid),
  ])
  const isFound = near?.kind !== 'part' && found !== null && found.total > 0
  const [{ cards }] = await Promise.all([
    pricedPage(ctx, { page, basis }),
    lookup && countWord(ctx.db, lookup, isFound),
  ])
  return ok({ ...cards, found, near })
}

type Found = { page: ProductListing } & Pick<SearchPage, 'found' | 'near'>

async function findPage({ db }: Context, { word, ...filter }: SearchInput): Promise<Found> {
  const isFirst = filter.cursor === undefined
  if (word) {
    const { ids, next, near, ...found } = await findByWord(db, { word, ...filter })
    return { page: { ids, next }, found: isFirst ? found : null, near }
  }
  const [page, found] = await Promise.all([
    findProducts(db, filter),
    isFirst ? countListed(db, filter) : null,
  ])
  return { page, found, near: null }
}

const lookUp = (ctx: Context, text: string, openid: string): Promise<WordLookup> => {
  const { db, today: day, vault } = ctx
  return lookUpWord(db, { day, text, by: vault.hash(`${day}:${openid}`) })
}

const isTyped = ({ word, ...narrowing }: SearchInput): boolean =>
  Boolean(word) && Object.values(narrowing).every((value) => value === undefined)
