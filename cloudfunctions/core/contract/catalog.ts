import * as v from 'valibot'
import type { Category, Product, Sku } from '../domain/catalog'
import type { Fen } from '../domain/money'
import type { NotFound } from './errors'
import { cursor, entityId, word, type Page } from './primitives'

/** A product in a list. */
export type ProductCard = {
  id: string
  title: string
  subtitle: string
  picture: string
  fromFen: Fen
  marketFen: Fen | null
  /** False when every SKU is out of stock. */
  isAvailable: boolean
  /** The SKU to put straight into the cart, when there is but one. */
  onlySkuId: string | null
}

/** A SKU on a product's page; stock is told up to a limit, so that rivals cannot count it. */
export type SkuView = Pick<Sku, 'id' | 'values' | 'priceFen' | 'marketFen' | 'picture'> & {
  available: number
}

/** Everything a product's page shows. */
export type ProductView = Pick<
  Product,
  | 'id'
  | 'categoryId'
  | 'title'
  | 'subtitle'
  | 'pictures'
  | 'description'
  | 'attributes'
  | 'dimensions'
  | 'sold'
> & {
  skus: SkuView[]
  isFavourite: boolean
  /** Points a member of the caller's tier earns on the lowest price. */
  earnsPoints: number
  freeFreightFromFen: Fen
}

/** A shelf and how it is shown. */
export type CategoryView = Pick<Category, 'id' | 'name' | 'picture'>

/** An operation that needs to be told nothing. */
export const noInput = v.strictObject({})
export type NoInput = v.InferOutput<typeof noInput>

/** Products by word, by category, or both; a cursor leads to the next page. */
export const searchInput = v.strictObject({
  word: v.optional(word),
  categoryId: v.optional(entityId),
  cursor,
})
export type SearchInput = v.InferOutput<typeof searchInput>

/** One product, by id. */
export const productInput = v.strictObject({ productId: entityId })
export type ProductInput = v.InferOutput<typeof productInput>

/** Whether a product is to be a favourite; telling it twice changes nothing. */
export const favouriteInput = v.strictObject({ productId: entityId, isFavourite: v.boolean() })
export type FavouriteInput = v.InferOutput<typeof favouriteInput>

/** What home greets a known customer with. */
export type Greeting = {
  nickname: string
  isMember: boolean
  points: number
  ahead: { tier: string; missingGrowth: number } | null
  cartLines: number
}

/** Everything the first screen of home shows, in one call. */
export type HomeView = {
  shopName: string
  banner: { eyebrow: string; title: string; note: string; picture: string; productId: string }
  categories: CategoryView[]
  products: Page<ProductCard>
  hotWords: string[]
  greeting: Greeting | null
}

/** What anyone may look at. */
export type CatalogContract = {
  'home.show': { input: NoInput; output: HomeView; error: never }
  'catalog.categories': { input: NoInput; output: CategoryView[]; error: never }
  'catalog.search': { input: SearchInput; output: Page<ProductCard>; error: never }
  'catalog.product': { input: ProductInput; output: ProductView; error: NotFound }
  'catalog.favourite': {
    input: FavouriteInput
    output: { isFavourite: boolean }
    error: NotFound
  }
}
