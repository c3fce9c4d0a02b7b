import type { Page } from '@core/contract/primitives'
import type { ProductCard, SearchInput } from '@core/contract/storefront'
import { findProducts } from '@core/data/catalog/products'
import { countWord, lookUpWord } from '@core/data/catalog/search-words'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { stocked } from './browse'
import { askPrices } from './prices'

/**
 * Products on sale by word, shelf and more, a page at a time. A word is counted when somebody has
 * typed it: on its first page, before it is narrowed or sorted anew.
 */
export async function searchProducts(
  ctx: Context,
  input: SearchInput,
): Promise<Result<Page<ProductCard>, never>> {
  const word = isTyped(input) ? input.word : undefined
  const [page, asked, seen] = await Promise.all([
    findProducts(ctx.db, input),
    askPrices(ctx),
    word ? lookUpWord(ctx.db, ctx.today, word) : null,
  ])
  const [{ cards }] = await Promise.all([
    stocked(ctx, { page, asked }),
    seen && countWord(ctx.db, seen, page.items.length > 0),
  ])
  return ok(cards)
}

const isTyped = ({ word, ...narrowing }: SearchInput): boolean =>
  Boolean(word) && Object.values(narrowing).every((value) => value === undefined)
