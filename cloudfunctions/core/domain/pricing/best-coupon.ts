import type { Fen } from '@core/kernel/money'
import type { Draft } from './draft'
import { freightOf } from './freight'
import type { PricingGrant } from './pricing-input'
import type { CouponOption } from './quote-types'
import { byExpiry, coupon } from './rules/coupon'

/**
 * The coupon that leaves least to pay before points, the freight included: one that takes more off
 * may cost the free freight. Of equals the one that ends first; `null` when none makes it cheaper.
 * The options come as `couponOptions` has them, those first that take most off.
 */
export function bestGrantId(draft: Draft, options: readonly CouponOption[]): string | null {
  const before = freightOf(draft).fen
  const tried: { grant: PricingGrant; gainFen: Fen }[] = []
  for (const { grantId, offFen, reason } of options) {
    const grant = draft.input.grants.find(({ id }) => id === grantId)
    if (!grant || reason !== null) continue
    const freight = freightWith(draft, grant)
    tried.push({ grant, gainFen: offFen - (freight - before) })
    // A coupon never lowers the freight: none that takes less off can leave less to pay.
    if (freight === before) break
  }
  const [best] = tried.sort((a, b) => b.gainFen - a.gainFen || byExpiry(a.grant, b.grant))
  return best && best.gainFen > 0 ? best.grant.id : null
}

function freightWith(draft: Draft, grant: PricingGrant): Fen {
  const outcome = coupon(grant, draft)
  if (outcome === null || !('off' in outcome)) return freightOf(draft).fen
  const lines = draft.lines.map((line, at) => {
    const off = outcome.off[at] ?? 0
    return off === 0 ? line : { ...line, leftFen: line.leftFen - off }
  })
  return freightOf({ ...draft, lines }).fen
}
