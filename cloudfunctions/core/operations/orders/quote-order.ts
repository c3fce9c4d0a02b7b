import type { MemberDocument } from '@core/data/members/documents'
import { contactOf, isMember } from '@core/data/members/member-section'
import { tradeSettings } from '@core/data/pricing/settings'
import { memberTier } from '@core/data/tiers/member-section'
import { ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/members/find-caller'
import type { LinesError, QuoteInput, QuoteView } from '../../contract/orders'
import type { Context } from '../context'
import { openAddress, unsealAddress } from './addresses'
import { findLines } from './lines'
import { giftSnapshots, pricingInputOf, readPricingContext } from './pricing-input'

/** The input of the price of these lines and their delivery address; changes nothing. */
export async function quoteOrder(
  ctx: Context,
  { lines, province }: QuoteInput,
): Promise<Result<QuoteView, LinesError>> {
  const skuIds = [...new Set(lines.map((line) => line.skuId))]
  const [memberId, skus, settings] = await Promise.all([
    callerId(ctx),
    ctx.db.getMany('skus', skuIds),
    tradeSettings(ctx),
  ])
  const context = await readPricingContext(ctx, { memberId, skus, settings })
  const found = findLines(lines, skus, buyerContextOf(ctx, context.member, context.counters))
  if (!found.ok) return found
  const { member } = context
  const destination = province ?? provinceOf(ctx, member)
  return ok({
    material: pricingInputOf(ctx, found.value, { ...context, settings, province: destination }),
    lines: found.value.map((line) => line.snapshot),
    gifts: giftSnapshots(context),
    address: openAddress(ctx.vault, savedAddress(member)),
    isMember: isMember(member),
  })
}

/** The province of a customer's saved address; `null` without one that can be read. */
export function provinceOf({ vault }: Context, member: MemberDocument | null): string | null {
  const sealed = savedAddress(member)
  if (sealed === undefined) return null
  const address = unsealAddress(vault, sealed)
  return address.ok ? address.value.province : null
}

const savedAddress = (member: MemberDocument | null) =>
  member === null ? undefined : contactOf(member).address

export const buyerContextOf = (
  ctx: Context,
  member: MemberDocument | null,
  counters: { products: Record<string, number> } | null,
) => ({
  tier: memberTier(member),
  now: ctx.now,
  had: counters?.products ?? {},
})
