import type { Bill, CheapestBills } from './cheapest'
import type { PricingGrant } from './pricing-input'
import type { CouponOption } from './quote-types'
import { byExpiry, couponOption } from './rules/coupon'

/** The bill on which a grant would be used; where it does not help, the one without. */
export const billWith = ({ without, byGrant }: CheapestBills, grantId: string): Bill =>
  byGrant.get(grantId) ?? without

/**
 * The coupon that leaves least to pay before points; of equals the one that ends first, and `null`
 * when none makes it cheaper. Freight and gifts count list prices, so they are the same with every
 * coupon: weighing the gifts at their price changes nothing.
 */
export function bestGrantId(bills: CheapestBills, grants: readonly PricingGrant[]): string | null {
  const [best] = grants
    .filter(({ id }) => bills.byGrant.has(id))
    .sort((a, b) => billWith(bills, a.id).fen - billWith(bills, b.id).fen || byExpiry(a, b))
  return best?.id ?? null
}

/**
 * All grants as options, those first that take most off; of equals the one that ends first. Those
 * that cannot be used follow, each with its reason.
 */
export const couponOptions = (
  bills: CheapestBills,
  grants: readonly PricingGrant[],
): CouponOption[] =>
  grants
    .map((grant) => ({ grant, option: couponOption(grant, billWith(bills, grant.id).draft) }))
    .sort(
      (a, b) =>
        Number(b.option.reason === null) - Number(a.option.reason === null) ||
        b.option.offFen - a.option.offFen ||
        byExpiry(a.grant, b.grant),
    )
    .map(({ option }) => option)
