import type { Page } from '@core/contract/primitives'
import type { FavouritesInput, ProductCard } from '@core/contract/storefront'
import { findFavourites } from '@core/data/catalog/favourites'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { callerId } from '@core/operations/members/find-caller'
import { cardsOf } from './browse'

/** The caller's favourites, latest first; empty for unknown callers. */
export async function listFavourites(
  ctx: Context,
  { cursor }: FavouritesInput,
): Promise<Result<Page<ProductCard>, never>> {
  const memberId = await callerId(ctx)
  if (memberId === null) return ok({ items: [], next: null })
  const page = await findFavourites(ctx.db, memberId, cursor)
  const items = await cardsOf(
    ctx,
    page.items.map(({ productId }) => productId),
  )
  return ok({ items, next: page.next })
}
