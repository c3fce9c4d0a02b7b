import { indexTokens, queryTokens, type Category, type Product } from '../domain/catalog'
import { PAGE_SIZE } from '../domain/limits'
import { command, type Database } from './database'
import type { Conditions } from './conditions'
import type { DocumentOf, SkuDocument } from './documents'
import { fromCursor, pageOf, type DocumentPage } from './pages'

/** Shelves a shop can have; a page of them is one screen. */
const CATEGORIES_MAX = 50
/** SKUs of one product (`contract/products.ts`). */
const SKUS_MAX = 125

type ProductDocument = DocumentOf<'products'>

/** The product in a document. */
export function toProduct({ _id, tokens: _tokens, ...rest }: ProductDocument): Product {
  return { id: _id, ...rest }
}

/** The document of a product, with the tokens of everything it should be found by. */
export function productDocument({ id, ...rest }: Product): ProductDocument {
  const attributes = rest.attributes.map((attribute) => attribute.value)
  const words = [rest.title, rest.subtitle, ...rest.keywords, ...attributes].join(' ')
  return { _id: id, ...rest, tokens: rest.isOnSale ? indexTokens(words) : [] }
}

/** All shelves in their order. */
export async function listCategories(db: Database): Promise<Category[]> {
  const read = await db.find('categories', {
    where: { sort: command.gte(0) },
    orderBy: [['sort', 'asc']],
    limit: CATEGORIES_MAX,
  })
  return read.map(({ _id, ...rest }) => ({ id: _id, ...rest }))
}

/** What to look for among the products on sale. */
export type ProductFilter = { word?: string; categoryId?: string; cursor?: string }

/** A page of products on sale, in the order of the shelf. A word without tokens finds nothing. */
export async function listProducts(
  db: Database,
  { word, categoryId, cursor }: ProductFilter,
): Promise<DocumentPage<Product>> {
  const tokens = word ? queryTokens(word) : []
  if (word && tokens.length === 0) return { items: [], next: null }
  const conditions: Conditions = {
    isOnSale: true,
    ...(categoryId ? { categoryId } : {}),
    ...(tokens.length > 0 ? { tokens: command.all(tokens) } : {}),
  }
  const read = await db.find('products', {
    where: fromCursor(conditions, { path: 'sort', direction: 'asc', cursor }),
    orderBy: [
      ['sort', 'asc'],
      ['_id', 'asc'],
    ],
    limit: PAGE_SIZE + 1,
  })
  const page = pageOf(read, PAGE_SIZE, (product) => ({ at: product.sort, id: product._id }))
  return { items: page.items.map(toProduct), next: page.next }
}

/** The SKUs of a product, as stored. */
export const skusOf = (db: Database, productIds: readonly string[]): Promise<SkuDocument[]> =>
  productIds.length === 0
    ? Promise.resolve([])
    : db.find('skus', {
        where: { productId: command.in([...productIds]) },
        limit: Math.min(1_000, productIds.length * SKUS_MAX),
      })
