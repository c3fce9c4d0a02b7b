import { perMemberMax } from '@core/domain/promotions/promotion'
import { setOwn } from '@core/kernel/own'
import { audienceMismatch, type Draft } from './draft'
import type { Adjustment, PricedLine, SkippedDiscount } from './quote-types'
import { ruleOf, runningInOrder } from './rules'
import { sourceOf } from './source'

/** The gifts of an order, and why others that it could have are not among them. */
export type Gifts = {
  lines: PricedLine[]
  adjustments: Adjustment[]
  skipped: SkippedDiscount[]
  /** How often each promotion with a limit was used, by its id. */
  taken: Record<string, number>
}

/** The gifts that go with the order; one that could be earned and is not says why. */
export function giftsOf(draft: Draft, samples: readonly string[]): Gifts {
  const { promotions, at } = draft.input
  const gifts: Gifts = { lines: [], adjustments: [], skipped: [], taken: {} }
  const given = new Map<string, number>()
  for (const promotion of runningInOrder(promotions, at)) {
    const rule = ruleOf(promotion.kind)
    if (rule.stage !== 'gifts' || !rule.isEarnable(promotion, draft)) continue
    const source = sourceOf(promotion)
    const refusal =
      audienceMismatch(promotion, draft) ?? rule.refusal(promotion, draft, { samples, given })
    if (refusal) {
      gifts.skipped.push({ ...source, ...refusal })
      continue
    }
    if (perMemberMax(promotion) !== null) setOwn(gifts.taken, promotion.id, 1)
    const line = rule.line(promotion, draft)
    if (!line) continue
    given.set(line.skuId, (given.get(line.skuId) ?? 0) + line.quantity)
    gifts.adjustments.push({ ...source, fen: 0, shares: [] })
    gifts.lines.push(line)
  }
  return gifts
}
