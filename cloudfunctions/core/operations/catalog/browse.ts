import type { CategoryView, ProductCard, SearchInput } from '../../contract/catalog'
import type { Page } from '../../contract/primitives'
import { listCategories, listProducts, skusOf, type ProductFilter } from '../../data/catalog'
import { ok, type Result } from '../../domain/result'
import type { Context } from '../context'
import { categoryView, productCard } from './views'

/** All shelves. */
export async function showCategories(ctx: Context): Promise<Result<CategoryView[], never>> {
  return ok((await listCategories(ctx.db)).map(categoryView))
}

/** Products on sale by word and shelf, a page at a time. */
export async function searchProducts(
  ctx: Context,
  input: SearchInput,
): Promise<Result<Page<ProductCard>, never>> {
  return ok(await productCards(ctx, input))
}

/** A page of product cards: the products, then the stock of all of them in one read. */
export async function productCards(
  ctx: Context,
  filter: ProductFilter,
): Promise<Page<ProductCard>> {
  const page = await listProducts(ctx.db, filter)
  const ids = page.items.map((product) => product.id)
  const skus = await skusOf(ctx.db, ids)
  return { items: page.items.map((product) => productCard(product, skus)), next: page.next }
}
