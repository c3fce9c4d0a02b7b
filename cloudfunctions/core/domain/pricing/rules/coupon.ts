import type { CouponOff } from '@core/domain/coupons/coupon'
import type { PricingGrant } from '@core/domain/pricing/pricing-input'
import type { CouponOption, SkipReason } from '@core/domain/pricing/quote-types'
import { allocate, type Fen } from '@core/kernel/money'
import type { Draft, Outcome } from '../draft'
import { reaches, scopedFen, sumFen } from './spend-off'

/** What a coupon takes off an amount: never more than it, a percentage rounded down. */
function offOf(off: CouponOff, whole: Fen): Fen {
  if (off.kind === 'amount') return Math.min(off.offFen, whole)
  const part = Math.floor((whole * off.percentOff) / 100)
  return Math.min(part, off.capFen ?? part, whole)
}

/** What a grant would take off the draft as it is, or the first reason why it cannot. */
export function couponOption(grant: PricingGrant, draft: Draft): CouponOption {
  const { at } = draft.input
  const whole = sumFen(scopedFen(draft, grant.terms.scope))
  const no = (reason: SkipReason, missingFen = 0) => ({
    grantId: grant.id,
    offFen: 0,
    reason,
    missingFen,
  })
  if (at < grant.startsAt) return no('NOT_STARTED')
  if (at >= grant.expiresAt) return no('EXPIRED')
  if (!reaches(draft, grant.terms.scope)) return no('OUT_OF_SCOPE')
  if (whole < grant.terms.fromFen) return no('BELOW_THRESHOLD', grant.terms.fromFen - whole)
  const offFen = offOf(grant.terms.off, whole)
  return offFen > 0 ? { grantId: grant.id, offFen, reason: null, missingFen: 0 } : no('NO_EFFECT')
}

/** Which of two grants to use up first: the one that ends first. */
export const inTurn = (a: PricingGrant, b: PricingGrant): number =>
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
        inTurn(a.grant, b.grant),
    )
    .map(({ option }) => option)
}

/** Takes a coupon off the goods in its scope. */
export function coupon(grant: PricingGrant, draft: Draft): Outcome {
  const option = couponOption(grant, draft)
  if (option.reason !== null) {
    const { reason, missingFen } = option
    return missingFen > 0 ? { reason, missingFen } : { reason }
  }
  return { off: allocate(option.offFen, scopedFen(draft, grant.terms.scope)) }
}
