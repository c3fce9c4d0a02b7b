import type { CouponOff } from '@core/domain/coupons/coupon'
import type { PricingGrant } from '@core/domain/pricing/pricing-input'
import type { CouponOption, DiscountSkipReason } from '@core/domain/pricing/quote-types'
import type { Fen } from '@core/kernel/money'
import { type Draft, hasGoodsIn, leftFenIn, type RuleOutcome, shareIn, tagFenIn } from '../draft'

/** What a coupon takes off an amount: never more than it, a percentage rounded down. */
function couponOffFen(off: CouponOff, amount: Fen): Fen {
  if (off.kind === 'amount') return Math.min(off.offFen, amount)
  const part = Math.floor((amount * off.percentOff) / 100)
  return Math.min(part, off.capFen ?? part, amount)
}

/**
 * What a grant would take off the draft as it is, or the first reason why it cannot. Its threshold
 * counts the price on the tag; it takes from what is left after member price and 满减.
 */
export function couponOption(grant: PricingGrant, draft: Draft): CouponOption {
  const { at } = draft.input
  const no = (reason: DiscountSkipReason, missingFen = 0) => ({
    grantId: grant.id,
    offFen: 0,
    reason,
    missingFen,
  })
  if (at < grant.startsAt) return no('NOT_STARTED')
  if (at >= grant.expiresAt) return no('EXPIRED')
  if (!hasGoodsIn(draft, grant.terms.scope)) return no('OUT_OF_SCOPE')
  const missingFen = grant.terms.fromFen - tagFenIn(draft, grant.terms.scope)
  if (missingFen > 0) return no('BELOW_THRESHOLD', missingFen)
  const offFen = couponOffFen(grant.terms.off, leftFenIn(draft, grant.terms.scope))
  return offFen > 0 ? { grantId: grant.id, offFen, reason: null, missingFen: 0 } : no('NO_EFFECT')
}

/** Sorts grants so that the one that expires first is used first. */
export const byExpiry = (a: PricingGrant, b: PricingGrant): number =>
  a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : 1)

/** Takes a coupon off the goods in its scope. */
export function coupon(grant: PricingGrant, draft: Draft): RuleOutcome {
  const option = couponOption(grant, draft)
  if (option.reason !== null) {
    const { reason, missingFen } = option
    return missingFen > 0 ? { reason, missingFen } : { reason }
  }
  return { off: shareIn(draft, grant.terms.scope, option.offFen) }
}
