import type { Greeting, HomeView } from '@core/contract/storefront'
import { readHomeContent } from '@core/data/catalog/home'
import { findCategories, findProducts } from '@core/data/catalog/products'
import type { MemberDocument } from '@core/data/members/documents'
import { factsOf, isMember, profileOf } from '@core/data/members/member-section'
import { pointsOf } from '@core/data/points/member-section'
import { tierStateOf } from '@core/data/tiers/member-section'
import { tierAhead } from '@core/domain/tiers/tier'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { shownProgram } from '@core/operations/program/views'
import { pricedPage } from './browse'
import { readPriceBasis } from './prices'
import { categoryView } from './views'

/** Everything on the home page. Known customers are greeted; no customer is created. */
export async function showHome(ctx: Context): Promise<Result<HomeView, never>> {
  const [content, categories, page, basis] = await Promise.all([
    readHomeContent(ctx.db),
    findCategories(ctx.db),
    findProducts(ctx.db, {}),
    readPriceBasis(ctx),
  ])
  const { cards, member } = await pricedPage(ctx, { page, basis })
  return ok({
    ...content,
    categories: categories.map(categoryView),
    products: cards,
    greeting: member && greet(ctx, member),
    program: shownProgram(ctx),
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
