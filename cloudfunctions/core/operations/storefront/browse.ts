import type { CategoryView } from '@core/contract/catalog'
import type { Page } from '@core/contract/primitives'
import type { CardsInput, FacetsView, ProductCard } from '@core/contract/storefront'
import { findBrands, findTags } from '@core/data/catalog/facets'
import { findCategories, type ListedProduct, listedProducts } from '@core/data/catalog/products'
import type { MemberDocument } from '@core/data/members/documents'
import { skusOf } from '@core/data/stock/skus'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { type PriceBasis, readPriceBasis, readPricing } from './prices'
import { categoryView, productCard } from './views'

/** All categories of both levels. */
export async function showCategories(ctx: Context): Promise<Result<CategoryView[], never>> {
  return ok((await findCategories(ctx.db)).map(categoryView))
}

/** The brands and tags that lists can be filtered by. */
export async function showFacets(ctx: Context): Promise<Result<FacetsView, never>> {
  const [brands, tags] = await Promise.all([findBrands(ctx.db), findTags(ctx.db)])
  return ok({ brands, tags: tags.map(({ id, name }) => ({ id, name })) })
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
    listedProducts(ctx.db, ids),
    skusOf(ctx.db, ids),
    readPriceBasis(ctx),
  ])
  const pricing = await readPricing(ctx, basis)
  const byId = new Map(products.map((product) => [product.id, product]))
  return ids
    .map((id) => byId.get(id))
    .filter((product): product is ListedProduct => product !== undefined)
    .map((product) => productCard(product, { skus, now: ctx.now, pricing }))
}

/** A page of products as cards, and the caller when they are a customer. */
export type PricedPage = { cards: Page<ProductCard>; member: MemberDocument | null }

/** A page of products as cards; stock and prices are read in one round. */
export async function pricedPage(
  ctx: Context,
  { page, basis }: { page: Page<ListedProduct>; basis: PriceBasis },
): Promise<PricedPage> {
  const ids = page.items.map((product) => product.id)
  const [skus, pricing] = await Promise.all([skusOf(ctx.db, ids), readPricing(ctx, basis)])
  const cards = page.items.map((product) => productCard(product, { skus, now: ctx.now, pricing }))
  return { cards: { items: cards, next: page.next }, member: pricing.member }
}
