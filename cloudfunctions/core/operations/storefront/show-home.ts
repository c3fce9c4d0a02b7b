import type { Greeting, HomeView } from '@core/contract/storefront'
import { homeWords } from '@core/data/catalog/home'
import { findCategories, findProducts } from '@core/data/catalog/products'
import type { MemberDocument } from '@core/data/members/documents'
import { tierAhead } from '@core/domain/tiers/tier'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { stocked } from './browse'
import { askPrices } from './prices'
import { categoryView } from './views'

/** Everything the first screen shows. Greets whom it knows; makes nobody known. */
export async function showHome(ctx: Context): Promise<Result<HomeView, never>> {
  const [words, categories, page, asked] = await Promise.all([
    homeWords(ctx.db),
    findCategories(ctx.db),
    findProducts(ctx.db, {}),
    askPrices(ctx),
  ])
  const { cards, member } = await stocked(ctx, { page, asked })
  return ok({
    ...words,
    categories: categories.map(categoryView),
    products: cards,
    greeting: member && greet(ctx, member),
  })
}

function greet(ctx: Context, member: MemberDocument): Greeting {
  const ahead = tierAhead(member.tier, ctx.program)
  return {
    nickname: member.nickname,
    isMember: member.joinedAt !== null,
    points: member.points.available,
    ahead: ahead && { tier: ahead.tier, missingGrowth: ahead.missingGrowth },
    cartLines: member.facts.cartLines,
  }
}
