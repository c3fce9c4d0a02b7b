import type { CouponOff } from '@core/domain/coupons/coupon'
import type { PricingGrant } from '@core/domain/pricing/pricing-input'
import type { CouponOption, DiscountSkipReason } from '@core/domain/pricing/quote-types'
import { allocate, type Fen } from '@core/kernel/money'
import { type Draft, hasGoodsIn, leftFensIn, type RuleOutcome, sumFen } from '../draft'

/** What a coupon takes off an amount: never more than it, a percentage rounded down. */
function couponOffFen(off: CouponOff, amount: Fen): Fen {
  if (off.kind === 'amount') return Math.min(off.offFen, amount)
  const part = Math.floor((amount * off.percentOff) / 100)
  return Math.min(part, off.capFen ?? part, amount)
}

/** What a grant would take off the draft as it is, or the first reason why it cannot. */
export function couponOption(grant: PricingGrant, draft: Draft): CouponOption {
  const { at } = draft.input
  const amount = sumFen(leftFensIn(draft, grant.terms.scope))
  const no = (reason: DiscountSkipReason, missingFen = 0) => ({
    grantId: grant.id,
    offFen: 0,
    reason,
    missingFen,
  })
  if (at < grant.startsAt) return no('NOT_STARTED')
  if (at >= grant.expiresAt) return no('EXPIRED')
  if (!hasGoodsIn(draft, grant.terms.scope)) return no('OUT_OF_SCOPE')
  if (amount < grant.terms.fromFen) return no('BELOW_THRESHOLD', grant.terms.fromFen - amount)
  const offFen = couponOffFen(grant.terms.off, amount)
  return offFen > 0 ? { grantId: grant.id, offFen, reason: null, missingFen: 0 } : no('NO_EFFECT')
}

/** Sorts grants so that the one that expires first is used first. */
export const byExpiry = (a: PricingGrant, b: PricingGrant): number =>
  a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : 1)

/**
 * All grants as options, those first that take most off; of equals the one that ends first. Those
 * that cannot be used follow, each with its reason.
 */
export function couponOptions(draft: Draft): CouponOption[] {
  return draft.input.grants
    .map((grant) => ({ grant, option: couponOption(grant, draft) }))
    .sort(
      (a, b) =>
        Number(b.option.reason === null) - Number(a.option.reason === null) ||
        b.option.offFen - a.option.offFen ||
        byExpiry(a.grant, b.grant),
    )
    .map(({ option }) => option)
}

/** Takes a coupon off the goods in its scope. */
export function coupon(grant: PricingGrant, draft: Draft): RuleOutcome {
  const option = couponOption(grant, draft)
  if (option.reason !== null) {
    const { reason, missingFen } = option
    return missingFen > 0 ? { reason, missingFen } : { reason }
  }
  return { off: allocate(option.offFen, leftFensIn(draft, grant.terms.scope)) }
}
