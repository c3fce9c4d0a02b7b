import type { Greeting, HomeView } from '@core/contract/storefront'
import { readHomeContent } from '@core/data/catalog/home'
import { findCategories, findProducts } from '@core/data/catalog/products'
import { claimedCounts, listedCoupons } from '@core/data/coupons/offers'
import type { MemberDocument } from '@core/data/members/documents'
import { factsOf, isMember, profileOf } from '@core/data/members/member-section'
import { pointsOf } from '@core/data/points/member-section'
import { offeredSkus } from '@core/data/stock/skus'
import { tierStateOf } from '@core/data/tiers/member-section'
import { tierAhead } from '@core/domain/tiers/tier'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { shownProgram } from '@core/operations/program/views'
import { pricedPage } from './browse'
import {
  latestUnpaid,
  limitedOffer,
  limitedPromotion,
  limitedSkuIds,
  welcomeCoupon,
} from './home-offers'
import { readPriceBasis } from './prices'
import { categoryView } from './views'

/** Everything on the home page. Known customers are greeted; no customer is created. */
export async function showHome(ctx: Context): Promise<Result<HomeView, never>> {
  const [content, categories, page, basis, listed] = await Promise.all([
    readHomeContent(ctx.db),
    findCategories(ctx.db),
    findProducts(ctx.db, {}),
    readPriceBasis(ctx),
    listedCoupons(ctx.db, ctx.now),
  ])
  const { memberId, settings } = basis
  const promotion = limitedPromotion(settings.promotions, ctx.now)
  const couponIds = listed.map(({ _id }) => _id)
  const [{ cards, member, pricing }, skus, unpaid, claimed] = await Promise.all([
    pricedPage(ctx, { page, basis }),
    offeredSkus(ctx.db, limitedSkuIds(promotion)),
    latestUnpaid(ctx.db, memberId, ctx.now),
    memberId === null ? null : claimedCounts(ctx.db, memberId, couponIds),
  ])
  return ok({
    ...content,
    categories: categories.map(categoryView),
    products: cards,
    greeting: member && greet(ctx, member),
    program: shownProgram(ctx),
    limited: limitedOffer(promotion, skus, pricing),
    unpaid,
    welcome: welcomeCoupon(ctx, listed, { member, claimed }),
  })
}

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
