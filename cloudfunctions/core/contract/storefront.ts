import type { Product, SaleState, Sku } from '@core/domain/catalog/product'
import type { PriceNow } from '@core/domain/pricing/price-now'
import type { Promotion } from '@core/domain/promotions/promotion'
import { FOOTPRINTS_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import { PRICE_BANDS, PRODUCT_ORDERS } from '@core/kernel/search-tokens'
import * as v from 'valibot'
import type { CategoryView, ProductInput } from './catalog'
import type { ArticleCard } from './content'
import type { NotFound } from './errors'
import type { NoInput, Page } from './primitives'
import { cursor, entityId, picture, text, word } from './primitives'
import type { NamedSku } from './promotions'
import type { QuestionView } from './questions'
import type { ReviewView } from './reviews'

/** A product in a list. */
export type ProductCard = {
  id: string
  title: string
  subtitle: string
  picture: string
  fromFen: Fen
  marketFen: Fen | null
  /** The lowest price at which the caller can have a piece of it now, and why. */
  now: PriceNow
  /** A few activities that the price does not tell of. */
  offers: Promotion[]
  /** False when every SKU is out of stock. */
  isAvailable: boolean
  /**
   * The SKU to put straight into the cart: when there is but one, it can be had now and nothing
   * has to be said with it.
   */
  onlySkuId: string | null
  /** When the sale begins, while it has not. */
  launchAt: number | null
  /** False for one that was taken off sale since: a favourite of old, a footprint. */
  isOnSale: boolean
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
  | 'brand'
  | 'title'
  | 'subtitle'
  | 'pictures'
  | 'description'
  | 'details'
  | 'guide'
  | 'attributes'
  | 'dimensions'
  | 'launchAt'
  | 'earlyAccess'
  | 'limits'
  | 'fields'
  | 'services'
  | 'isSample'
  | 'rating'
  | 'sold'
> & {
  tags: { id: string; name: string }[]
  skus: SkuView[]
  /** Whether the caller may order it now, and if not, from when. */
  sale: SaleState
  /** The latest few; the rest is on pages of their own. */
  reviews: ReviewView[]
  questions: QuestionView[]
  /** What the shop has written about it, latest first. */
  articles: ArticleCard[]
  /** What the caller's shared cards carry, so that the shop knows whose they were. */
  memberCode: string | null
  isFavourite: boolean
  /** Points a member of the caller's tier earns on the lowest price. */
  earnsPoints: number
  /** From which amount on nothing is asked for sending; `null` always something. */
  freeFreightFromFen: Fen | null
  /** What a piece of each SKU costs the caller now, and why, by the SKU's id. */
  prices: Record<string, PriceNow>
  offers: OfferView[]
}

/** An activity that reaches a product; `skus` are its gifts, or the parts of its set. */
export type OfferView = { promotion: Promotion; skus: NamedSku[] }

/** What lists can be narrowed by besides the shelves. */
export type FacetsView = { brands: string[]; tags: { id: string; name: string }[] }

const bandIds = PRICE_BANDS.map(({ id }) => id)

/** Products by word, shelf (with those within it), brand, tag and price, in one of the orders. */
export const searchInput = v.strictObject({
  word: v.optional(word),
  categoryId: v.optional(entityId),
  brand: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(20))),
  tagId: v.optional(entityId),
  priceBand: v.optional(v.picklist(bandIds)),
  order: v.optional(v.picklist(PRODUCT_ORDERS)),
  cursor,
})
export type SearchInput = v.InferOutput<typeof searchInput>

/** Products by id: those a phone remembers. */
export const cardsInput = v.strictObject({
  ids: v.pipe(v.array(entityId), v.minLength(1), v.maxLength(FOOTPRINTS_MAX)),
})
export type CardsInput = v.InferOutput<typeof cardsInput>

/** A page of the caller's favourites. */
export const favouritesInput = v.strictObject({ cursor })
export type FavouritesInput = v.InferOutput<typeof favouritesInput>

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
export type StorefrontContract = {
  'home.show': { input: NoInput; output: HomeView; error: never }
  'catalog.categories': { input: NoInput; output: CategoryView[]; error: never }
  'catalog.search': { input: SearchInput; output: Page<ProductCard>; error: never }
  'catalog.facets': { input: NoInput; output: FacetsView; error: never }
  /** In the order of the ids; those that no longer exist are left out. */
  'catalog.cards': { input: CardsInput; output: ProductCard[]; error: never }
  /** Latest first. */
  'catalog.favourites': { input: FavouritesInput; output: Page<ProductCard>; error: never }
  'catalog.product': { input: ProductInput; output: ProductView; error: NotFound }
  'catalog.favourite': {
    input: FavouriteInput
    output: { isFavourite: boolean }
    error: NotFound
  }
}

/** What home shows besides products. */
export const saveHomeInput = v.strictObject({
  shopName: text(20),
  banner: v.strictObject({
    eyebrow: text(20),
    title: text(40),
    note: text(40),
    picture,
    productId: entityId,
  }),
  hotWords: v.pipe(v.array(text(10)), v.maxLength(12)),
})
export type SaveHomeInput = v.InferOutput<typeof saveHomeInput>

/** What the staff may change about home. */
export type StorefrontAdminContract = {
  'home.save': { input: SaveHomeInput; output: { shopName: string }; error: never }
}

declare module '@core/contract' {
  interface ShopOperations extends StorefrontContract {}
  interface AdminOperations extends StorefrontAdminContract {}
}
