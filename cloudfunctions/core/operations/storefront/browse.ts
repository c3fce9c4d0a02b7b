import type { CategoryView } from '@core/contract/catalog'
import type { Page } from '@core/contract/primitives'
import type { CardsInput, ProductCard } from '@core/contract/storefront'
import { findCategories, type ListedProduct, listedInOrder } from '@core/data/catalog/products'
import type { MemberDocument } from '@core/data/members/documents'
import { skusOf } from '@core/data/stock/skus'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { type PriceBasis, type Pricing, readPriceBasis, readPricing } from './prices'
import { categoryView, productCard } from './views'

/** All categories of both levels. */
export async function showCategories(ctx: Context): Promise<Result<CategoryView[], never>> {
  return ok((await findCategories(ctx.db)).map(categoryView))
}

/** The cards of products by id, including those no longer on sale. */
export async function showCards(
  ctx: Context,
  { ids }: CardsInput,
): Promise<Result<ProductCard[], never>> {
  return ok(await cardsOf(ctx, ids))
}

/**
 * The cards of products by id, in the order of the ids. Products, stock and the price basis are one
 * round.
 */
export async function cardsOf(ctx: Context, ids: readonly string[]): Promise<ProductCard[]> {
  const [products, skus, basis] = await Promise.all([
    listedInOrder(ctx.db, ids),
    skusOf(ctx.db, ids),
    readPriceBasis(ctx),
  ])
  const pricing = await readPricing(ctx, basis)
  return products.map((product) => productCard(product, { skus, now: ctx.now, pricing }))
}

/** A page of products as cards, the caller when they are a customer, and what prices rest on. */
export type PricedPage = {
  cards: Page<ProductCard>
  member: MemberDocument | null
  pricing: Pricing
}

/** A page of products: as documents, or by id where they are still to be read. */
export type ProductListing = Page<ListedProduct> | { ids: string[]; next: string | null }

/** A page of products as cards; stock, prices and what is still to be read are one round. */
export async function pricedPage(
  ctx: Context,
  { page, basis }: { page: ProductListing; basis: PriceBasis },
): Promise<PricedPage> {
  const ids = 'ids' in page ? page.ids : page.items.map(({ id }) => id)
  const [products, skus, pricing] = await Promise.all([
    'ids' in page ? listedInOrder(ctx.db, ids) : page.items,
    skusOf(ctx.db, ids),
    readPricing(ctx, basis),
  ])
  const cards = products.map((product) => productCard(product, { skus, now: ctx.now, pricing }))
  return { cards: { items: cards, next: page.next }, member: pricing.member, pricing }
}
