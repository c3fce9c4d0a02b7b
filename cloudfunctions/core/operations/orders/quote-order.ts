import type { MemberDocument } from '@core/data/members/documents'
import { tradeSettings } from '@core/data/pricing/settings'
import type { Address } from '@core/domain/orders/order'
import { ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/lifecycle/customer'
import type { LinesError, QuoteInput, QuoteView } from '../../contract/orders'
import type { Context } from '../context'
import { findLines } from './lines'
import { giftWords, pricingInputOf, readPricingContext } from './pricing-input'
import { openAddress } from './views'

/** What the price of the lines follows from now, and where they would go. Changes nothing. */
export async function quoteOrder(
  ctx: Context,
  { lines, province }: QuoteInput,
): Promise<Result<QuoteView, LinesError>> {
  const skuIds = [...new Set(lines.map((line) => line.skuId))]
  const [memberId, skus, settings] = await Promise.all([
    callerId(ctx),
    ctx.db.getMany('skus', skuIds),
    tradeSettings(ctx.db, ctx.program),
  ])
  const around = await readPricingContext(ctx, { memberId, skus, settings })
  const found = findLines(lines, skus, buyerContextOf(ctx, around.member, around.tally))
  if (!found.ok) return found
  const { member } = around
  const goingTo = province ?? provinceOf(ctx, member)
  return ok({
    material: pricingInputOf(ctx, found.value, { ...around, settings, province: goingTo }),
    lines: found.value.map((line) => line.snapshot),
    gifts: giftWords(around),
    address: openAddress(ctx.vault, member?.address),
    isMember: isMember(member),
  })
}

/** Whether this customer has joined. */
export const isMember = (member: MemberDocument | null): boolean =>
  member !== null && member.joinedAt !== null

/** The province of a customer's saved address. */
export const provinceOf = ({ vault }: Context, member: MemberDocument | null): string | null =>
  member?.address ? vault.open<Address>(member.address).province : null

/** Who wants lines, for `findLines`. */
export const buyerContextOf = (
  ctx: Context,
  member: MemberDocument | null,
  tally: { products: Record<string, number> } | null,
) => ({
  tier: member !== null && member.joinedAt !== null ? member.tier.tier : null,
  now: ctx.now,
  had: tally?.products ?? {},
})
