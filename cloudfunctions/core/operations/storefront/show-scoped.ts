import type { Page } from '@core/contract/primitives'
import type { ScopedCard, ScopedInput } from '@core/contract/storefront'
import { type ListedProduct, listedInOrder } from '@core/data/catalog/products'
import { findScoped } from '@core/data/promotions/scoped-products'
import { type CardSku, skusOf } from '@core/data/stock/skus'
import type { Fen } from '@core/kernel/money'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { type Pricing, readPriceBasis, readPricing, skuPrice } from './prices'
import { productCard } from './views'

/** A page of the goods that a rule applies to, with what one tap adds of each. */
export async function showScoped(
  ctx: Context,
  input: ScopedInput,
): Promise<Result<Page<ScopedCard>, never>> {
  const { scope, skuIds, fromFen, cursor } = input
  const [found, basis] = await Promise.all([
    skuIds === undefined ? findScoped(ctx.db, { scope, fromFen, cursor }) : productsOf(ctx, skuIds),
    readPriceBasis(ctx),
  ])
  const [skus, pricing] = await Promise.all([
    skusOf(
      ctx.db,
      found.items.map(({ id }) => id),
    ),
    readPricing(ctx, basis),
  ])
  const own = skuIds === undefined ? skus : skus.filter(({ _id }) => skuIds.includes(_id))
  const cards = found.items.map((product) => scopedCard(ctx, product, { skus: own, pricing }))
  const items = fromFen === undefined ? cards : closest(cards, fromFen)
  return ok({ items, next: found.next })
}

/** The products of certain SKUs. */
async function productsOf(
  { db }: Context,
  skuIds: readonly string[],
): Promise<{ items: ListedProduct[]; next: null }> {
  const skus = await db.getMany('skus', skuIds, { fields: ['_id', 'productId'] })
  const ids = [...new Set(skus.map(({ productId }) => productId))]
  return { items: (await listedInOrder(db, ids)).filter(({ isOnSale }) => isOnSale), next: null }
}

function scopedCard(
  { now }: Context,
  product: ListedProduct,
  { skus, pricing }: { skus: readonly CardSku[]; pricing: Pricing },
): ScopedCard {
  const card = productCard(product, { skus, now, pricing })
  const mustChoose = product.fields.some(({ isRequired }) => isRequired)
  const canAdd = card.isOnSale && card.launchAt === null && !mustChoose
  const buyable = skus.filter(
    (sku) => sku.productId === product.id && sku.isOnSale && sku.available > 0,
  )
  const [cheapest] = [...buyable].sort(
    (a, b) => skuPrice(a, pricing).fen - skuPrice(b, pricing).fen,
  )
  return { ...card, addSkuId: canAdd ? (cheapest?._id ?? null) : null }
}

/**
 * What can be bought at once, by what it costs the caller: so much and more, the least first; then
 * less, the most first. The page itself was found by list prices.
 */
const closest = (cards: readonly ScopedCard[], fromFen: Fen): ScopedCard[] =>
  cards
    .filter(({ isAvailable, launchAt }) => isAvailable && launchAt === null)
    .sort((a, b) => {
      const [isAbove, isOtherAbove] = [a.now.fen >= fromFen, b.now.fen >= fromFen]
      if (isAbove !== isOtherAbove) return isAbove ? -1 : 1
      return isAbove ? a.now.fen - b.now.fen : b.now.fen - a.now.fen
    })
