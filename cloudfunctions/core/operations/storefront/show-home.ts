import type { Greeting, HomeView, ProductCard } from '@core/contract/storefront'
import { findCategories, findProducts, type ListedProduct } from '@core/data/catalog/products'
import { publishedArticles } from '@core/data/content/articles'
import { claimedCounts, listedCoupons } from '@core/data/coupons/offers'
import type { MemberDocument } from '@core/data/members/documents'
import { factsOf, isMember, profileOf } from '@core/data/members/member-section'
import { pointsOf } from '@core/data/points/member-section'
import { offeredSkus } from '@core/data/stock/skus'
import { HOME_ID, savedHomeOf } from '@core/data/storefront/home-content'
import { tierStateOf } from '@core/data/tiers/member-section'
import { bannersChangeAt, type HomeBlock, shownBlocks } from '@core/domain/storefront/home'
import { tierAhead } from '@core/domain/tiers/tier'
import { ok, type Result } from '@core/kernel/result'
import { articleCard } from '@core/operations/content/views'
import type { Context } from '@core/operations/context'
import { shownProgram } from '@core/operations/program/views'
import { pricedPage } from './browse'
import { bannerSkuIds, shownBanners } from './home-banners'
import {
  latestUnpaid,
  limitedOffer,
  limitedPromotion,
  limitedSkuIds,
  welcomeCoupon,
} from './home-offers'
import { readPriceBasisWith } from './prices'
import { categoryView } from './views'

/** New products in the row of home, and articles below each other. */
const FRESH_SHOWN = 8
const ARTICLES_SHOWN = 3

/**
 * Everything on the home page: the parts that the owner shows. Known customers are greeted; no
 * customer is created. What is on home is read with what prices depend on; so what a part needs
 * that is hidden is not known to be in vain in the first round, and is left out in the second.
 */
export async function showHome(ctx: Context): Promise<Result<HomeView, never>> {
  const [categories, page, newest, { basis, other }, listed] = await Promise.all([
    findCategories(ctx.db),
    findProducts(ctx.db, {}),
    findProducts(ctx.db, { order: 'fresh', size: FRESH_SHOWN }),
    readPriceBasisWith(ctx, HOME_ID),
    listedCoupons(ctx.db, ctx.now),
  ])
  const { content } = savedHomeOf(other)
  const blocks = shownBlocks(content.blocks)
  const shows = (block: HomeBlock) => blocks.includes(block)
  const { memberId, settings } = basis
  const { promotions } = settings
  const banners = shows('banners') ? content.banners : []
  const promotion = shows('limited') ? limitedPromotion(promotions, ctx.now) : undefined
  const coupons = shows('welcome') ? listed : []
  const couponIds = coupons.map(({ _id }) => _id)
  const products = shows('products') ? page : NONE
  const fresh = shows('fresh') ? newest.items : []
  const skuIds = [...limitedSkuIds(promotion), ...bannerSkuIds(banners, promotions, ctx.now)]
  const [{ cards, member, pricing }, skus, unpaid, claimed, articles] = await Promise.all([
    pricedPage(ctx, { page: { ...products, items: together(products.items, fresh) }, basis }),
    offeredSkus(ctx.db, [...new Set(skuIds)]),
    latestUnpaid(ctx.db, memberId, ctx.now),
    memberId === null ? null : claimedCounts(ctx.db, memberId, couponIds),
    shows('articles') ? publishedArticles(ctx.db, undefined, ARTICLES_SHOWN) : null,
  ])
  const cardsOf = (items: readonly ListedProduct[]) => inOrder(cards.items, items)
  return ok({
    shopName: content.shopName,
    hotWords: content.hotWords,
    blocks,
    banners: shownBanners(banners, { now: ctx.now, promotions, categories, skus }),
    bannersChangeAt: bannersChangeAt(banners, ctx.now),
    categories: categories.map(categoryView),
    products: { items: cardsOf(products.items), next: products.next },
    fresh: cardsOf(fresh),
    articles: articles?.items.map(articleCard) ?? [],
    greeting: member && greet(ctx, member),
    program: shownProgram(ctx),
    limited: limitedOffer(promotion, skus, pricing),
    unpaid,
    welcome: welcomeCoupon(ctx, coupons, { member, claimed }),
  })
}

const NONE: { items: ListedProduct[]; next: null } = { items: [], next: null }

/** Both, each product once: their stock and prices are read together. */
const together = (some: readonly ListedProduct[], others: readonly ListedProduct[]) => [
  ...new Map([...some, ...others].map((product) => [product.id, product])).values(),
]

const inOrder = (cards: readonly ProductCard[], items: readonly ListedProduct[]): ProductCard[] =>
  items.flatMap(({ id }) => cards.find((card) => card.id === id) ?? [])

function greet(ctx: Context, member: MemberDocument): Greeting {
  const ahead = tierAhead(tierStateOf(member), ctx.program)
  return {
    nickname: profileOf(member).nickname,
    isMember: isMember(member),
    points: pointsOf(member).available,
    ahead: ahead && { tier: ahead.tier, missingGrowth: ahead.missingGrowth },
    cartLines: factsOf(member).cartLines,
  }
}
