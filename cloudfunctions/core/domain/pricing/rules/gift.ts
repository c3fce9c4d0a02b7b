import type { Skipped } from '@core/domain/pricing/quote-types'
import type { Gift } from '@core/domain/promotions/promotion'
import type { Draft } from '../draft'
import { scopedFen, sumFen } from './spend-off'

/**
 * 满赠 and 体验装. Whether a gift that the draft's goods can earn goes with it: `null` yes, else why
 * not. What is left of the goods after promotions and coupon counts, as the customer sees it.
 */
export function giftRefusal(
  rule: Gift,
  draft: Draft,
  samples: readonly string[],
): Pick<Skipped, 'reason' | 'missingFen'> | null {
  const whole = sumFen(scopedFen(draft, rule.scope))
  if (whole < rule.fromFen) return { reason: 'BELOW_THRESHOLD', missingFen: rule.fromFen - whole }
  const had = draft.input.taken[rule.id] ?? 0
  if (rule.perMemberMax !== null && had >= rule.perMemberMax) return { reason: 'LIMIT_REACHED' }
  if (left(rule, draft) < rule.quantity) return { reason: 'STOCK_GONE' }
  if (rule.isOptional && !samples.includes(rule.id)) return { reason: 'NOT_CHOSEN' }
  return null
}

/** Pieces that are left for gifts when the order's own lines have theirs. */
function left(rule: Gift, { input: material, lines, given }: Draft): number {
  const bought = lines
    .filter((line) => !line.isService && line.skuId === rule.skuId)
    .reduce((sum, line) => sum + line.quantity, 0)
  return (material.gifts[rule.skuId]?.available ?? 0) - bought - (given[rule.skuId] ?? 0)
}
