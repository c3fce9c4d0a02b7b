import type {
  CardsInput,
  CategoryView,
  FacetsView,
  ProductCard,
} from '../../contract/catalog'
import type { Page } from '../../contract/primitives'
import { listBrands, listTags } from '../../data/facets'
import {
  listCategories,
  listProducts,
  skusOf,
  toProduct,
  type ProductFilter,
} from '../../data/catalog'
import type { Product } from '../../domain/catalog'
import { ok, type Result } from '../../domain/result'
import type { Context } from '../context'
import { categoryView, productCard } from './views'

/** All shelves, those within others too. */
export async function showCategories(ctx: Context): Promise<Result<CategoryView[], never>> {
  return ok((await listCategories(ctx.db)).map(categoryView))
}

/** What lists can be narrowed by. */
export async function showFacets(ctx: Context): Promise<Result<FacetsView, never>> {
  const [brands, tags] = await Promise.all([listBrands(ctx.db), listTags(ctx.db)])
  return ok({ brands, tags: tags.map(({ id, name }) => ({ id, name })) })
}

/** Products that a phone remembers, also those that were taken off sale since. */
export async function showCards(
  ctx: Context,
  { ids }: CardsInput,
): Promise<Result<ProductCard[], never>> {
  return ok(await cardsOf(ctx, ids))
}

/** The cards of products by id, in the order of the ids; products and stock in one round. */
export async function cardsOf(ctx: Context, ids: readonly string[]): Promise<ProductCard[]> {
  const [products, skus] = await Promise.all([
    ctx.db.getMany('products', ids),
    skusOf(ctx.db, ids),
  ])
  const byId = new Map(products.map((product) => [product._id, toProduct(product)]))
  return ids
    .map((id) => byId.get(id))
    .filter((product): product is Product => product !== undefined)
    .map((product) => productCard(product, { skus, now: ctx.now }))
}

/** A page of product cards: the products, then the stock of all of them in one read. */
export async function productCards(
  ctx: Context,
  filter: ProductFilter,
): Promise<Page<ProductCard>> {
  const page = await listProducts(ctx.db, filter)
  return stocked(ctx, page)
}

/** A page of products as cards: the stock of all of them in one read. */
export async function stocked(ctx: Context, page: Page<Product>): Promise<Page<ProductCard>> {
  const ids = page.items.map((product) => product.id)
  const skus = await skusOf(ctx.db, ids)
  const cards = page.items.map((product) => productCard(product, { skus, now: ctx.now }))
  return { items: cards, next: page.next }
}
