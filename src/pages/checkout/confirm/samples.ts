import type { LineSnapshot } from '@core/contract/orders'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { Quote } from '@core/domain/pricing/quote-types'
import type { Gift } from '@core/domain/promotions/kinds/gift'
import { isRunning } from '@core/domain/promotions/promotion-base'
import { inScope } from '@core/domain/promotions/scope'
import { SAMPLES_MAX } from '@core/kernel/limits'
import { skipReasonCopy } from '@/copy/promotions'

/** A sample that the order may have along: chosen, to be chosen, or why it cannot be. */
export type Sample = {
  promotionId: string
  snapshot: LineSnapshot
  quantity: number
  isChosen: boolean
  /** Why it cannot be had; `''` when it can. */
  unavailableReason: string
}

/** The samples of the activities that reach something of the order. */
export function samplesOf(
  material: PricingInput,
  bill: Quote,
  gifts: readonly LineSnapshot[],
): Sample[] {
  return material.promotions
    .filter((rule): rule is Gift => rule.kind === 'gift' && rule.isOptional)
    .filter((rule) => isRunning(rule, material.at))
    .filter((rule) => material.lines.some((line) => inScope(rule.scope, line)))
    .flatMap((rule) => sampleOf(rule, bill, gifts))
}

function sampleOf(rule: Gift, bill: Quote, gifts: readonly LineSnapshot[]): Sample[] {
  const words = gifts.find(({ skuId }) => skuId === rule.skuId)
  if (!words) return []
  const isChosen = bill.lines.some((line) => line.kind === 'gift' && line.sourceId === rule.id)
  const skipped = bill.skipped.find(({ sourceId }) => sourceId === rule.id)
  const isRefused = !isChosen && skipped !== undefined && skipped.reason !== 'NOT_CHOSEN'
  const refusal = isRefused ? skipReasonCopy(skipped) : ''
  return [{ promotionId: rule.id, snapshot: words, quantity: rule.quantity, isChosen, unavailableReason: refusal }]
}

/** The samples asked for, with one put in or taken out. */
export const toggleSample = (samples: readonly string[], promotionId: string): string[] =>
  samples.includes(promotionId)
    ? samples.filter((id) => id !== promotionId)
    : [...samples, promotionId].slice(-SAMPLES_MAX)
