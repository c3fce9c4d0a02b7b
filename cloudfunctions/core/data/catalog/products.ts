import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { type DocumentOf, fromStored, toStored } from '@core/data/documents'
import { type DocumentPage, findPage, mapPage } from '@core/data/pages'
import type { Category, Product } from '@core/domain/catalog/product'
import { CATEGORIES_MAX } from '@core/kernel/limits'
import {
  type Narrowing,
  type ProductOrder,
  productTokens,
  wantedTokens,
} from '@core/kernel/search-tokens'

/** SKUs of one product (`contract/products.ts`). */
export const SKUS_MAX = 125

type ProductDocument = DocumentOf<'products'>

/** The product in a document. */
export const toProduct = ({ tokens: _tokens, ...rest }: ProductDocument): Product =>
  fromStored<Product>(rest)

/** The document of a product, with the tokens that it is found by. */
export const productDocument = (product: Product): ProductDocument => ({
  ...toStored(product),
  tokens: tokensOf(product),
})

/** The tokens of a product: of its words, and of all that lists are narrowed by. */
export function tokensOf(product: Omit<Product, 'id'>): string[] {
  const attributes = product.attributes.map((attribute) => attribute.value)
  const words = [product.title, product.subtitle, ...product.keywords, ...attributes]
  return productTokens(product, words.join(' '))
}

/** All shelves of both levels in their order. */
export async function findCategories(db: Database): Promise<Category[]> {
  const read = await db.find('categories', {
    where: { sort: command.gte(0) },
    orderBy: [['sort', 'asc']],
    limit: CATEGORIES_MAX,
  })
  return read.map(fromStored<Category>)
}

/** What to look for among the products on sale, or among those that are not. */
export type ProductFilter = Narrowing & {
  order?: ProductOrder
  isOffSale?: boolean
  cursor?: string
}

const SORTS = {
  shelf: ['sort', 'asc'],
  sold: ['sold', 'desc'],
  fresh: ['freshAt', 'desc'],
  priceUp: ['fromFen', 'asc'],
  priceDown: ['fromFen', 'desc'],
} as const satisfies Record<ProductOrder, readonly [keyof Product, 'asc' | 'desc']>

/**
 * A page of products: one walk along the index of the order, from where the cursor points. A word
 * without tokens finds nothing.
 */
export async function findProducts(
  db: Database,
  { order = 'shelf', cursor, ...narrowing }: ProductFilter,
): Promise<DocumentPage<Product>> {
  const tokens = wantedTokens(narrowing)
  if (!tokens) return { items: [], next: null }
  const where: Conditions = { tokens: tokens.length === 1 ? tokens[0] : command.all(tokens) }
  return mapPage(await findPage(db, 'products', { where, sortBy: SORTS[order], cursor }), toProduct)
}
