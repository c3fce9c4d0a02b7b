import type { Page } from '@core/contract/primitives'
import type { ProductCard, SearchInput } from '@core/contract/storefront'
import { findProducts } from '@core/data/catalog/products'
import { countWord, lookUpWord, type WordLookup } from '@core/data/catalog/search-words'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { pricedPage } from './browse'
import { readPriceBasis } from './prices'

/**
 * A page of products on sale by word, category and other filters. A word is counted when it was
 * typed: on its first page, without filters or another sort order.
 */
export async function searchProducts(
  ctx: Context,
  input: SearchInput,
): Promise<Result<Page<ProductCard>, never>> {
  const word = isTyped(input) ? input.word : undefined
  const [page, basis, lookup] = await Promise.all([
    findProducts(ctx.db, input),
    readPriceBasis(ctx),
    word === undefined || ctx.openid === null ? null : lookUp(ctx, word, ctx.openid),
  ])
  const [{ cards }] = await Promise.all([
    pricedPage(ctx, { page, basis }),
    lookup && countWord(ctx.db, lookup, page.items.length > 0),
  ])
  return ok(cards)
}

const lookUp = (ctx: Context, text: string, openid: string): Promise<WordLookup> => {
  const { db, today: day, vault } = ctx
  return lookUpWord(db, { day, text, by: vault.hash(`${day}:${openid}`) })
}

const isTyped = ({ word, ...narrowing }: SearchInput): boolean =>
  Boolean(word) && Object.values(narrowing).every((value) => value === undefined)
