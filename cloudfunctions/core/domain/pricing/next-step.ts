import { PROMOTION_KINDS, type Promotion, promotionCode } from '@core/domain/promotions/promotion'
import { isFor } from '@core/domain/promotions/promotion-base'
import { inScope } from '@core/domain/promotions/scope'
import type { Fen } from '@core/kernel/money'
import type { PricingInput } from './pricing-input'
import type { AdjustmentCode, Quote } from './quote-types'
import type { NextThreshold } from './rule'
import { phaseOf, ruleOf, runningInOrder } from './rules'

/** A step of a promotion (满减) that is not reached yet, and what is missing to it. */
export type MissingStep = NextThreshold & { promotion: Promotion; missingFen: Fen }

/**
 * For every running promotion with steps that the buyer may use and whose goods are in the quote:
 * the lowest step that takes more off and is above what these goods come to.
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
    const amountFen = tagFenOf(quote, new Set(lines.map(({ key }) => key)))
    const step = rule.nextStep(promotion, amountFen)
    return step ? [{ promotion, ...step, missingFen: step.fromFen - amountFen }] : []
  })
}

/** What these lines come to by the price on the tag, which thresholds of 满减 count. */
function tagFenOf(quote: Quote, keys: ReadonlySet<string>): Fen {
  const amounts = quote.lines.filter((line) => keys.has(line.key)).map((line) => line.amountFen)
  const offs = quote.adjustments
    .filter(({ code }) => TAG_CODES.has(code))
    .flatMap(({ shares }) => shares)
    .filter(({ key }) => keys.has(key))
    .map(({ fen }) => fen)
  return [...amounts, ...offs].reduce((sum, fen) => sum + fen, 0)
}

const TAG_CODES: ReadonlySet<AdjustmentCode> = new Set(
  PROMOTION_KINDS.filter((kind) => phaseOf(kind) === 'tag').map(promotionCode),
)
