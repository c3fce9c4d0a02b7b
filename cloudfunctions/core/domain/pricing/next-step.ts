import { PROMOTION_KINDS, type Promotion, promotionCode } from '@core/domain/promotions/promotion'
import { isFor } from '@core/domain/promotions/promotion-base'
import { inScope } from '@core/domain/promotions/scope'
import type { Fen } from '@core/kernel/money'
import type { PricingInput } from './pricing-input'
import type { AdjustmentCode, Quote } from './quote-types'
import type { NextThreshold } from './rule'
import { ruleOf, runningInOrder } from './rules'

/** A step of a promotion (满减) that is not reached yet, and what is missing to it. */
export type MissingStep = NextThreshold & { promotion: Promotion; missingFen: Fen }

/**
 * For every running promotion with steps that the buyer may use and whose goods are in the quote:
 * the lowest step above what these goods come to when the promotion is applied.
 */
export function nextSteps(input: PricingInput, quote: Quote): MissingStep[] {
  const tier = input.buyer?.tier.tier ?? null
  return runningInOrder(input.promotions, input.at).flatMap((promotion) => {
    const rule = ruleOf(promotion.kind)
    if (rule.stage !== 'goods' || !rule.nextStep || !isFor(promotion, tier)) return []
    const lines = input.lines.filter(
      (line) => 'scope' in promotion && inScope(promotion.scope, line),
    )
    if (lines.length === 0) return []
    const amountFen = amountBefore(promotion, quote, new Set(lines.map(({ key }) => key)))
    const step = rule.nextStep(promotion, amountFen)
    return step ? [{ promotion, ...step, missingFen: step.fromFen - amountFen }] : []
  })
}

/** What these lines come to after everything that a quote applies before the promotion. */
function amountBefore(promotion: Promotion, quote: Quote, keys: ReadonlySet<string>): Fen {
  const amounts = quote.lines.filter((line) => keys.has(line.key)).map((line) => line.amountFen)
  const offs = quote.adjustments
    .slice(0, placeOf(promotion, quote))
    .flatMap(({ shares }) => shares)
    .filter(({ key }) => keys.has(key))
    .map(({ fen }) => fen)
  return [...amounts, ...offs].reduce((sum, fen) => sum + fen, 0)
}

/** The index of a promotion's adjustment, or the one it would have had. */
function placeOf({ id, kind }: Promotion, { adjustments }: Quote): number {
  const own = adjustments.findIndex(({ sourceId }) => sourceId === id)
  if (own >= 0) return own
  const code = promotionCode(kind)
  const earlier = codesUpTo(code)
  const later = adjustments.findIndex(
    (one) => !earlier.has(one.code) || (one.code === code && (one.sourceId ?? '') > id),
  )
  return later >= 0 ? later : adjustments.length
}

/** The codes of the kinds that a quote applies up to this one; all other codes come later. */
function codesUpTo(code: AdjustmentCode): ReadonlySet<AdjustmentCode> {
  const codes = PROMOTION_KINDS.map(promotionCode)
  return new Set<AdjustmentCode>(codes.slice(0, codes.findIndex((one) => one === code) + 1))
}
