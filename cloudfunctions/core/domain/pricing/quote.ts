import { type Promotion, perMemberMax, promotionCode } from '@core/domain/promotions/promotion'
import type { Fen } from '@core/kernel/money'
import { setOwn } from '@core/kernel/own'
import { bestGrantId } from './best-coupon'
import {
  applyOutcome,
  audienceMismatch,
  createDraft,
  type Draft,
  type DraftLine,
  sumFen,
} from './draft'
import { earningsOf } from './earnings'
import { freightOf } from './freight'
import { addGifts } from './gifts'
import type { PricingChoice, PricingInput } from './pricing-input'
import type { CouponOption, PricedLine, Quote } from './quote-types'
import { ruleOf, runningInOrder } from './rules'
import { coupon, couponOptions } from './rules/coupon'
import { points, pointsApplied, pointsMax } from './rules/points'

/**
 * Prices an order: promotions in the order of their kinds, then the coupon, the gifts, the freight
 * and the points. At most one promotion sets the price of a piece; a price that another promotion
 * has set excludes the tier's. Pure, so phone and cloud run the same code.
 */
export function quote(input: PricingInput, choice: PricingChoice): Quote {
  const draft = createDraft(input)
  const goodsFen = sumFen(draft.lines.map((line) => line.leftFen))
  for (const promotion of runningInOrder(input.promotions, input.at)) {
    applyToGoods(draft, promotion)
  }
  const coupons = couponOptions(draft)
  const grantId = applyCoupon(draft, choice.grantId, coupons)
  const gifts = addGifts(draft, choice.samples)
  const freight = freightOf(draft)
  const most = pointsMax(draft)
  const beforePoints = draft.lines.map((line) => line.leftFen)
  const spent = choice.points > 0 ? pointsApplied(choice.points, draft) : 0
  const pointsFen =
    choice.points > 0
      ? applyOutcome(draft, { code: 'POINTS', sourceId: null, title: '' }, points(spent, draft))
      : 0
  const payable = sumFen(draft.lines.map((line) => line.leftFen))
  return {
    lines: [
      ...draft.lines.map((line, at) => pricedLine(line, (beforePoints[at] ?? 0) - line.leftFen)),
      ...gifts,
    ],
    goodsFen,
    adjustments: [...draft.adjustments, ...freight.adjustments],
    skipped: [...draft.skipped, ...freight.skipped],
    coupons,
    grantId,
    points: { spent, max: most, fen: pointsFen },
    freightFen: freight.fen,
    freeFreightMissingFen: freight.missingFen,
    isServed: freight.isServed,
    totalFen: payable + freight.fen,
    earns: earningsOf(payable, input.buyer, input.program),
    claims: { activityPieces: draft.activityPieces, taken: draft.taken },
  }
}

/** Applies a promotion that takes an amount off the goods. */
function applyToGoods(draft: Draft, promotion: Promotion): void {
  const rule = ruleOf(promotion.kind)
  if (rule.stage !== 'goods') return
  const outcome = rule.price(promotion, draft)
  if (outcome === null) return
  const allowed = audienceMismatch(promotion, draft) ?? outcome
  if ('off' in allowed) claimPieces(draft, promotion, allowed.pieces ?? [])
  const { id: sourceId, kind, title } = promotion
  applyOutcome(draft, { code: promotionCode(kind), sourceId, title }, allowed)
}

/** Notes the pieces that the promotion's own stock and the member's limit have to give. */
function claimPieces(draft: Draft, promotion: Promotion, pieces: readonly number[]): void {
  const rule = ruleOf(promotion.kind)
  const hasOwnStock = (skuId: string): boolean =>
    rule.stage === 'goods' && (rule.hasOwnStock?.(promotion, skuId) ?? false)
  const bySku = new Map<string, number>()
  draft.lines.forEach(({ skuId }, at) => {
    bySku.set(skuId, (bySku.get(skuId) ?? 0) + (pieces[at] ?? 0))
  })
  for (const [skuId, quantity] of bySku) {
    if (quantity > 0 && hasOwnStock(skuId)) {
      draft.activityPieces.push({ promotionId: promotion.id, skuId, quantity })
    }
  }
  if (perMemberMax(promotion) !== null) setOwn(draft.taken, promotion.id, sumFen(pieces))
}

/** Uses the coupon that was chosen, or with `best` the one that leaves least to pay. */
function applyCoupon(
  draft: Draft,
  chosen: string | null,
  options: readonly CouponOption[],
): string | null {
  const wanted = chosen === 'best' ? bestGrantId(draft, options) : chosen
  const grant = draft.input.grants.find((one) => one.id === wanted)
  if (!grant) return null
  const source = { code: 'COUPON' as const, sourceId: grant.id, title: grant.terms.title }
  return applyOutcome(draft, source, coupon(grant, draft)) > 0 ? grant.id : null
}

const pricedLine = (line: DraftLine, pointsFen: Fen): PricedLine => ({
  key: line.key,
  skuId: line.skuId,
  productId: line.productId,
  kind: line.isService ? 'service' : 'goods',
  parentKey: line.parentKey,
  sourceId: line.isService ? (line.services[0]?.id ?? null) : null,
  name: line.isService ? (line.services[0]?.name ?? '') : '',
  unitFen: line.unitFen,
  quantity: line.quantity,
  amountFen: line.unitFen * line.quantity,
  payableFen: line.leftFen,
  pointsFen,
  valueFen: 0,
  giftFor: null,
})
