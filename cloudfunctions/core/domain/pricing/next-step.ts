import { inScope, isFor, isRunning, type SpendOff } from '@core/domain/promotions/promotion'
import type { Fen } from '@core/kernel/money'
import type { PricingInput } from './pricing-input'
import type { Quote } from './quote-types'

/** A step of 满减 that is not reached yet, and what is missing to it. */
export type NextSpendStep = { rule: SpendOff; fromFen: Fen; offFen: Fen; missingFen: Fen }

/**
 * For every running 满减 that the buyer may have and whose goods are on the bill: the lowest step
 * above what they come to at that place of the bill.
 */
export function nextSpendSteps(material: PricingInput, bill: Quote): NextSpendStep[] {
  const tier = material.buyer?.tier.tier ?? null
  return material.promotions.flatMap((rule) => {
    if (rule.kind !== 'spendOff' || !isRunning(rule, material.at) || !isFor(rule, tier)) return []
    const inIt = material.lines.filter((line) => inScope(rule.scope, line))
    if (inIt.length === 0) return []
    const keys = new Set(inIt.map((line) => line.key))
    const wholeFen = amountBefore(rule, bill, keys)
    const step = [...rule.steps]
      .sort((a, b) => a.fromFen - b.fromFen)
      .find(({ fromFen }) => fromFen > wholeFen)
    return step ? [{ rule, ...step, missingFen: step.fromFen - wholeFen }] : []
  })
}

/** What these lines come to when an activity's turn comes. */
function amountBefore(rule: SpendOff, bill: Quote, keys: ReadonlySet<string>): Fen {
  const amounts = bill.lines.filter((line) => keys.has(line.key)).map((line) => line.amountFen)
  const offs = bill.adjustments
    .slice(0, turnOf(rule, bill))
    .flatMap(({ shares }) => shares)
    .filter(({ key }) => keys.has(key))
    .map(({ fen }) => fen)
  return [...amounts, ...offs].reduce((sum, fen) => sum + fen, 0)
}

const AFTER_SPEND_OFF: readonly string[] = ['COUPON', 'GIFT', 'POINTS', 'FREIGHT', 'FREE_FREIGHT']

/** The place of an activity on the bill, or the place it would have had. */
function turnOf({ id }: SpendOff, { adjustments }: Quote): number {
  const own = adjustments.findIndex(({ sourceId }) => sourceId === id)
  if (own >= 0) return own
  const later = adjustments.findIndex(
    ({ code, sourceId }) =>
      AFTER_SPEND_OFF.includes(code) || (code === 'SPEND_OFF' && (sourceId ?? '') > id),
  )
  return later >= 0 ? later : adjustments.length
}
