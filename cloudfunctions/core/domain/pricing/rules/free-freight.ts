import type { FreeFreight } from '@core/domain/promotions/promotion'
import type { Draft, Outcome } from '../draft'
import { reaches, scopedFen, sumFen } from './spend-off'

/**
 * 包邮. Whether an activity makes this order free of freight: an outcome without lines. One thing in
 * the scope frees the whole parcel.
 */
export function freeFreight(rule: FreeFreight, draft: Draft): Outcome {
  const { province } = draft.input
  if (rule.provinces.length > 0 && !(province && rule.provinces.includes(province))) return null
  if (!reaches(draft, rule.scope)) return null
  const whole = sumFen(scopedFen(draft, rule.scope))
  return whole < rule.fromFen
    ? { reason: 'BELOW_THRESHOLD', missingFen: rule.fromFen - whole }
    : { off: [] }
}
