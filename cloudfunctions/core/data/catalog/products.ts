import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { type DocumentOf, fromStored, toStored } from '@core/data/documents'
import { type DocumentPage, findPage, mapPage } from '@core/data/pages'
import type { Category, CustomField, Product } from '@core/domain/catalog/product'
import {
  type ProductIndex,
  type ProductNames,
  productIndex,
} from '@core/domain/catalog/product-index'
import { CATEGORIES_MAX, PAGE_SIZE } from '@core/kernel/limits'
import { type ProductOrder, type TokenFilter, wantedTokens } from '@core/kernel/search-tokens'

type ProductDocument = DocumentOf<'products'>

/** What lists show of a product: fifty of them are one read. */
const LISTED_FIELDS = [
  ...(['_id', 'title', 'subtitle', 'pictures', 'categoryId', 'categoryIds', 'fromFen'] as const),
  ...(['marketFen', 'launchAt', 'isOnSale', 'sold', 'sort', 'freshAt'] as const),
]

/** A product in a list; of its fields only whether they must be filled in. */
export type ListedProduct = { id: string } & Pick<
  Product,
  Exclude<(typeof LISTED_FIELDS)[number], '_id'>
> & { fields: Pick<CustomField, 'isRequired'>[] }

/** Reads what lists show. */
export const LISTED = { fields: [...LISTED_FIELDS, 'fields.isRequired'] }

/** Products by id in the order of the ids, as lists show them; the missing are left out. */
export async function listedInOrder(
  db: Database,
  ids: readonly string[],
): Promise<ListedProduct[]> {
  const read = await db.getMany('products', ids, LISTED)
  const byId = new Map(read.map((document) => [document._id, document]))
  return ids
    .map((id) => byId.get(id))
    .filter((document) => document !== undefined)
    .map(fromStored<ListedProduct>)
}

/** What a product is called and shown with. */
export type NamedProductDocument = Pick<ProductDocument, '_id' | 'title' | 'pictures'>

/** Products by id, by what they are called. */
export const namedProductsOf = (
  db: Database,
  ids: readonly string[],
): Promise<NamedProductDocument[]> =>
  db.getMany('products', ids, { fields: ['_id', 'title', 'pictures'] })

export const toProduct = ({
  tokens: _tokens,
  ends: _ends,
  words: _words,
  mentions: _mentions,
  ...rest
}: ProductDocument): Product => fromStored<Product>(rest)

/** The document of a product, with what search finds it by. */
export const productDocument = (
  product: Product,
  names: ProductNames,
): ProductDocument & ProductIndex => ({
  ...toStored(product),
  ...productIndex(product, names),
})

/** All categories of both levels, in display order. */
export async function findCategories(db: Database): Promise<Category[]> {
  const read = await db.find('categories', {
    where: { sort: command.gte(0) },
    orderBy: [['sort', 'asc']],
    limit: CATEGORIES_MAX,
  })
  return read.map(fromStored<Category>)
}

/** Filters of a product list: products on sale, or with `isOffSale` those that are not. */
export type ProductFilter = TokenFilter & {
  order?: ProductOrder
  cursor?: string
  /** Products of a page; `PAGE_SIZE` without it. */
  size?: number
}

/** The field that an order sorts by, and the direction. */
export const PRODUCT_SORTS = {
  default: ['sort', 'asc'],
  sold: ['sold', 'desc'],
  fresh: ['freshAt', 'desc'],
  priceUp: ['fromFen', 'asc'],
  priceDown: ['fromFen', 'desc'],
} as const satisfies Record<ProductOrder, readonly [keyof Product, 'asc' | 'desc']>

/** A page of products, read along the index of its sort order. */
export async function findProducts(
  db: Database,
  { order = 'default', cursor, size = PAGE_SIZE, ...filter }: ProductFilter,
): Promise<DocumentPage<ListedProduct>> {
  const tokens = wantedTokens(filter)
  const where: Conditions = { tokens: tokens.length === 1 ? tokens[0] : command.all(tokens) }
  const query = { where, sortBy: PRODUCT_SORTS[order], cursor, size, ...LISTED }
  return mapPage(await findPage(db, 'products', query), fromStored<ListedProduct>)
}
