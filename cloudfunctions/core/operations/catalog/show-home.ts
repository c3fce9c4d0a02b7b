import type { Greeting, HomeView } from '../../contract/catalog'
import { listCategories } from '../../data/catalog'
import type { MemberDocument } from '../../data/documents'
import { homeWords } from '../../data/home'
import { tierAhead } from '../../domain/tier'
import { ok, type Result } from '../../domain/result'
import type { Context } from '../context'
import { callerDocument } from '../members/customer'
import { productCards } from './browse'
import { categoryView } from './views'

/** Everything the first screen shows. Greets whom it knows; makes nobody known. */
export async function showHome(ctx: Context): Promise<Result<HomeView, never>> {
  const [words, categories, products, member] = await Promise.all([
    homeWords(ctx.db),
    listCategories(ctx.db),
    productCards(ctx, {}),
    callerDocument(ctx),
  ])
  return ok({
    ...words,
    categories: categories.map(categoryView),
    products,
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
