import type { Product, SaleState, Sku } from '@core/domain/catalog/product'
import type { FreightZone } from '@core/domain/freight/freight-table'
import type { Tier } from '@core/domain/members/sections'
import type { PriceNow } from '@core/domain/pricing/price-now'
import type { Promotion } from '@core/domain/promotions/promotion'
import type { Scope } from '@core/domain/promotions/scope'
import type { Banner, HomeBlock } from '@core/domain/storefront/home'
import { FOOTPRINTS_MAX, PROMOTION_SKUS_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import { PRICE_BANDS, PRODUCT_ORDERS } from '@core/kernel/search-tokens'
import * as v from 'valibot'
import type { CategoryView, ProductInput } from './catalog'
import type { ArticleCard } from './content'
import type { CouponOffer } from './coupons'
import type { NotFound } from './errors'
import type { NoInput, Page } from './primitives'
import { cursor, entityId, fen, name, word } from './primitives'
import type { ShownProgram } from './program'
import type { NamedSku } from './promotions'
import { scope } from './promotions/base'
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
  /** The lowest current price of a piece for the caller, and its cause. */
  now: PriceNow
  /** Whether `now` is only the lowest: its SKUs have different prices for the caller. */
  isFrom: boolean
  /** A few promotions that the price does not include. */
  offers: Promotion[]
  /** False when every SKU is out of stock. */
  isAvailable: boolean
  /**
   * The SKU to add to the cart directly: the only one on sale, when it is available and has no
   * required options.
   */
  onlySkuId: string | null
  /** When the sale begins; `null` once it has. */
  launchAt: number | null
  /** False for a favourite or a viewed product that was taken off sale since. */
  isOnSale: boolean
}

/** A SKU on a product's page; stock is shown up to a limit, so that competitors cannot track it. */
export type SkuView = Pick<Sku, 'id' | 'values' | 'priceFen' | 'marketFen' | 'picture'> & {
  available: number
}

/** A product's page. */
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
  /** Whether the caller may order it now, or from when. */
  sale: SaleState
  /** The latest few; the others are on separate pages. */
  reviews: ReviewView[]
  questions: QuestionView[]
  /** Articles about it, latest first. */
  articles: ArticleCard[]
  /** The code in the caller's shared cards, which identifies the sharer. */
  memberCode: string | null
  isFavourite: boolean
  /** What of it the caller has asked to be told of: its launch, and SKUs that are back. */
  reminded: { launch: boolean; skuIds: string[] }
  /** The points that the caller's tier earns with a piece of each SKU, by SKU id. */
  earnsPoints: Record<string, number>
  /** Where freight is for: the caller's saved address, else where most of the shop's goods go. */
  freight: ShownFreight
  /** The caller's current price of each SKU and its cause, by SKU id. */
  prices: Record<string, PriceNow>
  offers: OfferView[]
  /** Coupons for it that can be claimed, or were, the soonest to end first. */
  coupons: CouponOffer[]
  /** The lowest price of a tier above the caller's, when it is lower; `null` without one. */
  tierAhead: { tier: Tier; fen: Fen } | null
  delivery: DeliveryView
  /** Days after receipt in which an after-sale can be requested. */
  afterSaleDays: number
}

/** Where it would go, and what sending costs to each zone. */
export type DeliveryView = {
  /** The province of the saved address; `null` without one. */
  province: string | null
  /** The zones of the shop; the one without provinces is everywhere else. */
  zones: DeliveryZone[]
}

/** What sending costs; `isFrom`: heavier parcels cost more. */
export type DeliveryZone = Pick<FreightZone, 'provinces' | 'isServed' | 'freeFromFen'> & {
  fen: Fen
  isFrom: boolean
}

/** Freight to a province, before anything is ordered; `null` while no province is known. */
export type ShownFreight = {
  province: string | null
  isServed: boolean
  /** The order amount from which freight is free; `null` when it never is. */
  freeFromFen: Fen | null
}

/** A promotion on a product; `skus` are its gifts, or the components of its bundle. */
export type OfferView = { promotion: Promotion; skus: NamedSku[] }

/** A value that results can be filtered by, and how many have it; `null`: too many to count. */
export type FacetValue = { id: string; name: string; count: number | null }

/**
 * What a list can be filtered by: the values that its products have. Each facet is counted among
 * what the other filters leave. Where too many products are found to be counted, every value of the
 * shop is offered.
 */
export type FacetsView = Record<'categories' | 'brands' | 'tags' | 'priceBands', FacetValue[]>

/** A page of results. */
export type SearchPage = Page<ProductCard> & {
  /**
   * How many products there are in all; at least so many unless `isExact`. `null` after the first
   * page.
   */
  found: { total: number; isExact: boolean } | null
  /**
   * What the first result has of the word, when no product is quite that: all of it, but only
   * mentioned, or some parts. `null` when the results are what was asked for.
   */
  near: { kind: 'mention' | 'part'; parts: string[] } | null
}

const bandIds = PRICE_BANDS.map(({ id }) => id)

/** Products by word, category (with its subcategories), brand, tag and price, in a sort order. */
export const searchInput = v.strictObject({
  word: v.optional(word),
  categoryId: v.optional(entityId),
  brand: v.optional(name(20)),
  tagId: v.optional(entityId),
  priceBand: v.optional(v.picklist(bandIds)),
  order: v.optional(v.picklist(PRODUCT_ORDERS)),
  cursor,
})
export type SearchInput = v.InferOutput<typeof searchInput>

/** The list whose facets are counted: as it is searched for. */
export const facetsInput = v.omit(searchInput, ['order', 'cursor'])
export type FacetsInput = v.InferOutput<typeof facetsInput>

/** Products by id, as stored on the phone. */
export const cardsInput = v.strictObject({
  ids: v.pipe(v.array(entityId), v.minLength(1), v.maxLength(FOOTPRINTS_MAX)),
})
export type CardsInput = v.InferOutput<typeof cardsInput>

/**
 * Goods that a rule applies to: of a scope, or certain SKUs (what is left of a set). With `fromFen`
 * only those that can be bought at once: those that cost so much or a little more come first, the
 * cheaper ones after them.
 */
export const scopedInput = v.strictObject({
  scope,
  skuIds: v.optional(v.pipe(v.array(entityId), v.minLength(1), v.maxLength(PROMOTION_SKUS_MAX))),
  fromFen: v.optional(fen),
  cursor,
})
export type ScopedInput = v.InferOutput<typeof scopedInput>

/**
 * A product that a rule applies to. `addSkuId`: the SKU that one tap adds to the cart, which has
 * the price shown; `null` when something must be chosen or filled in first, or none is left.
 */
export type ScopedCard = ProductCard & { addSkuId: string | null }

/** A page of the caller's favourites. */
export const favouritesInput = v.strictObject({ cursor })
export type FavouritesInput = v.InferOutput<typeof favouritesInput>

/** Adds or removes a favourite; idempotent. */
export const favouriteInput = v.strictObject({ productId: entityId, isFavourite: v.boolean() })
export type FavouriteInput = v.InferOutput<typeof favouriteInput>

/** The greeting of a known customer on the home page. */
export type Greeting = {
  nickname: string
  isMember: boolean
  points: number
  ahead: { tier: string; missingGrowth: number } | null
  cartLines: number
}

/** The home page, in one call. */
export type HomeView = {
  shopName: string
  /** The parts that are shown, in their order; what the others would show is left empty. */
  blocks: HomeBlock[]
  /** Those whose time it is. */
  banners: HomeBanner[]
  /** When a banner next appears or goes; `null` when none does. */
  bannersChangeAt: number | null
  categories: CategoryView[]
  products: Page<ProductCard>
  /** The newest products. */
  fresh: ProductCard[]
  /** The latest articles. */
  articles: ArticleCard[]
  hotWords: string[]
  greeting: Greeting | null
  program: ShownProgram
  /** The price for a time that ends first; `null` while none runs. */
  limited: LimitedOffer | null
  /** The caller's latest order that waits for payment; `null` without one. */
  unpaid: { orderId: string; totalFen: Fen; dueAt: number } | null
  /** The coupon that takes most off, for who has not ordered yet and may claim it. */
  welcome: CouponOffer | null
}

/** A banner, and what a tap on it opens; `goods` are those of a promotion or a subcategory. */
export type HomeBanner = Pick<Banner, 'id' | 'eyebrow' | 'title' | 'note' | 'picture'> & {
  link:
    | { kind: 'product' | 'category' | 'article'; id: string }
    | { kind: 'goods'; scope: Scope; title: string }
    | null
}

/** A price for a time: until when, and a few of its goods as the caller would pay for them. */
export type LimitedOffer = {
  title: string
  endsAt: number
  skus: (NamedSku & { nowFen: Fen })[]
}

/** Operations of the storefront. */
export type StorefrontContract = {
  'home.show': { input: NoInput; output: HomeView; error: never }
  'catalog.categories': { input: NoInput; output: CategoryView[]; error: never }
  'catalog.search': { input: SearchInput; output: SearchPage; error: never }
  'catalog.scoped': { input: ScopedInput; output: Page<ScopedCard>; error: never }
  'catalog.facets': { input: FacetsInput; output: FacetsView; error: never }
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

declare module '@core/contract' {
  interface ShopOperations extends StorefrontContract {}
}
