import type { LineSnapshot } from '@core/contract/orders'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { Quote } from '@core/domain/pricing/quote-types'
import type { Gift } from '@core/domain/promotions/kinds/gift'
import { isRunning } from '@core/domain/promotions/promotion-base'
import { inScope } from '@core/domain/promotions/scope'
import { SAMPLES_MAX } from '@core/kernel/limits'
import { skipReasonCopy } from '@/copy/promotions'

/** A free sample of the order: chosen, available, or unavailable with a reason. */
export type Sample = {
  promotionId: string
  snapshot: LineSnapshot
  quantity: number
  isChosen: boolean
  /** `''` when it is available. */
  unavailableReason: string
}

/** The samples offered by running promotions whose scope covers a line of the order. */
export function samplesOf(
  input: PricingInput,
  quote: Quote,
  gifts: readonly LineSnapshot[],
): Sample[] {
  return input.promotions
    .filter((rule): rule is Gift => rule.kind === 'gift' && rule.isOptional)
    .filter((rule) => isRunning(rule, input.at))
    .filter((rule) => input.lines.some((line) => inScope(rule.scope, line)))
    .flatMap((rule) => sampleOf(rule, quote, gifts))
}

function sampleOf(rule: Gift, quote: Quote, gifts: readonly LineSnapshot[]): Sample[] {
  const snapshot = gifts.find(({ skuId }) => skuId === rule.skuId)
  if (!snapshot) return []
  const isChosen = quote.lines.some((line) => line.kind === 'gift' && line.sourceId === rule.id)
  const skipped = quote.skipped.find(({ sourceId }) => sourceId === rule.id)
  const isUnavailable = !isChosen && skipped !== undefined && skipped.reason !== 'NOT_CHOSEN'
  const unavailableReason = isUnavailable ? skipReasonCopy(skipped) : ''
  return [{ promotionId: rule.id, snapshot, quantity: rule.quantity, isChosen, unavailableReason }]
}

/** Adds or removes a sample; keeps the latest ones up to the limit. */
export const toggleSample = (samples: readonly string[], promotionId: string): string[] =>
  samples.includes(promotionId)
    ? samples.filter((id) => id !== promotionId)
    : [...samples, promotionId].slice(-SAMPLES_MAX)
