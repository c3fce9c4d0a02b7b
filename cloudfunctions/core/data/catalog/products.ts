import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import type { DocumentOf } from '@core/data/documents'
import { type DocumentPage, fromCursor, pageOf } from '@core/data/pages'

import type { Category, Product } from '@core/domain/catalog/product'
import { CATEGORIES_MAX, PAGE_SIZE } from '@core/kernel/limits'
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
export function toProduct({ _id, tokens: _tokens, ...rest }: ProductDocument): Product {
  return { id: _id, ...rest }
}

/** The document of a product, with the tokens that it is found by. */
export const productDocument = ({ id, ...rest }: Product): ProductDocument => ({
  _id: id,
  ...rest,
  tokens: tokensOf(rest),
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
  return read.map(({ _id, ...rest }) => ({ id: _id, ...rest }))
}

/** What to look for among the products on sale, or among those that are not. */
export type ProductFilter = Narrowing & {
  order?: ProductOrder
  isOffSale?: boolean
  cursor?: string
}

/** The field that each order is sorted by, and which way. */
const SORTS = {
  shelf: { path: 'sort', direction: 'asc' },
  sold: { path: 'sold', direction: 'desc' },
  fresh: { path: 'freshAt', direction: 'desc' },
  priceUp: { path: 'fromFen', direction: 'asc' },
  priceDown: { path: 'fromFen', direction: 'desc' },
} as const satisfies Record<ProductOrder, { path: keyof Product; direction: 'asc' | 'desc' }>

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
  const { path, direction } = SORTS[order]
  const conditions: Conditions = {
    tokens: tokens.length === 1 ? tokens[0] : command.all(tokens),
  }
  const read = await db.find('products', {
    where: fromCursor(conditions, { path, direction, cursor }),
    orderBy: [
      [path, direction],
      ['_id', direction],
    ],
    limit: PAGE_SIZE + 1,
  })
  const page = pageOf(read, PAGE_SIZE, (product) => ({ at: product[path], id: product._id }))
  return { items: page.items.map(toProduct), next: page.next }
}
