import { perMemberMax } from '@core/domain/promotions/promotion'
import { setOwn } from '@core/kernel/own'
import { type Applied, adjustmentOf, audienceMismatch, type Draft, sumFen } from './draft'
import type { Adjustment, Quote, SkippedDiscount } from './quote-types'
import { ruleOf, runningInOrder } from './rules'
import { sourceOf } from './source'

/** What promotions took off the goods, kind by kind, in whatever order they were applied. */
export function goodsAdjustments(draft: Draft): Adjustment[] {
  return inOrder(draft).map((one) => adjustmentOf(draft, one))
}

/**
 * Why the other promotions that concern the goods took nothing off: `NO_EFFECT` where one could
 * have and the cart is cheaper, or as cheap, without it.
 */
export const goodsRefusals = (draft: Draft): SkippedDiscount[] =>
  runningInOrder(draft.input.promotions, draft.input.at).flatMap((promotion) => {
    const rule = ruleOf(promotion.kind)
    if (rule.stage !== 'goods') return []
    if (draft.applied.some((one) => one.promotion === promotion)) return []
    const outcome = rule.price(promotion, draft)
    if (outcome === null) return []
    const allowed = audienceMismatch(promotion, draft) ?? outcome
    const refusal = 'off' in allowed ? { reason: 'NO_EFFECT' as const } : allowed
    return [{ ...sourceOf(promotion), ...refusal }]
  })

/** The pieces that the promotions' own stock and the member's limits have to give. */
export function goodsClaims(draft: Draft): Quote['claims'] {
  const claims: Quote['claims'] = { activityPieces: [], taken: {} }
  for (const { promotion, outcome } of inOrder(draft)) {
    if (!promotion) continue
    const pieces = outcome.pieces ?? []
    const rule = ruleOf(promotion.kind)
    const bySku = new Map<string, number>()
    draft.lines.forEach(({ skuId }, at) => {
      bySku.set(skuId, (bySku.get(skuId) ?? 0) + (pieces[at] ?? 0))
    })
    for (const [skuId, quantity] of bySku) {
      if (quantity === 0 || rule.stage !== 'goods' || !rule.hasOwnStock?.(promotion, skuId))
        continue
      claims.activityPieces.push({ promotionId: promotion.id, skuId, quantity })
    }
    if (perMemberMax(promotion) !== null) setOwn(claims.taken, promotion.id, sumFen(pieces))
  }
  return claims
}

function inOrder({ applied, input }: Draft): Applied[] {
  const running = runningInOrder(input.promotions, input.at)
  return running.flatMap((promotion) => applied.filter((one) => one.promotion === promotion))
}
