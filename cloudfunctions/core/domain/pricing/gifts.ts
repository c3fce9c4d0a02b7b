import { perMemberMax, promotionCode } from '@core/domain/promotions/promotion'
import { own, setOwn } from '@core/kernel/own'
import { audienceMismatch, type Draft } from './draft'
import type { PricedLine } from './quote-types'
import { ruleOf, runningInOrder } from './rules'

/** Adds the gifts that go with the order; a gift that could be earned and is not says why. */
export function addGifts(draft: Draft, samples: readonly string[]): PricedLine[] {
  const { promotions, at } = draft.input
  return runningInOrder(promotions, at).flatMap((promotion) => {
    const rule = ruleOf(promotion.kind)
    if (rule.stage !== 'gifts' || !rule.isEarnable(promotion, draft)) return []
    const { id, kind, title } = promotion
    const source = { code: promotionCode(kind), sourceId: id, title }
    const refusal = audienceMismatch(promotion, draft) ?? rule.refusal(promotion, draft, samples)
    if (refusal) {
      draft.skipped.push({ ...source, ...refusal })
      return []
    }
    if (perMemberMax(promotion) !== null) setOwn(draft.taken, id, 1)
    const line = rule.line(promotion, draft)
    if (!line) return []
    const given = own(draft.giftPieces, line.skuId) ?? 0
    setOwn(draft.giftPieces, line.skuId, given + line.quantity)
    draft.adjustments.push({ ...source, fen: 0, shares: [] })
    return [line]
  })
}
