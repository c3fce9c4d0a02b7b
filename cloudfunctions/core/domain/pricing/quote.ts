import {
  type Gift,
  isRunning,
  PROMOTION_KINDS,
  type Promotion,
} from '@core/domain/promotions/promotion'
import type { Fen } from '@core/kernel/money'
import { assertNever } from '@core/kernel/result'
import { bestGrant } from './best-coupon'
import {
  apply,
  audienceMismatch,
  type Draft,
  type DraftLine,
  linesInScope,
  type Outcome,
  openDraft,
} from './draft'
import { earningsOf } from './earnings'
import { freightOf } from './freight'
import type { PricingChoice, PricingGift, PricingInput } from './pricing-input'
import type { AdjustmentCode, CouponOption, PricedLine, Quote } from './quote-types'
import { bundle } from './rules/bundle'
import { coupon, couponOptions } from './rules/coupon'
import { giftRefusal } from './rules/gift'
import { nthPiece } from './rules/nth-piece'
import { points, pointsApplied, pointsMax } from './rules/points'
import { reaches, spendOff, sumFen } from './rules/spend-off'
import { tierPrice } from './rules/tier-price'
import { setApart, timePrice } from './rules/time-price'

/** The code under which each kind of activity appears on a bill. */
export const CODES = {
  timePrice: 'TIME_PRICE',
  bundle: 'BUNDLE',
  nthPiece: 'NTH_PIECE',
  tierPrice: 'TIER_PRICE',
  spendOff: 'SPEND_OFF',
  gift: 'GIFT',
  freeFreight: 'FREE_FREIGHT',
} as const satisfies Record<Promotion['kind'], AdjustmentCode>

/**
 * Prices an order: activities in their fixed order, then the coupon, the gifts, the freight and
 * the points. A piece has one activity's price at most, and an activity's price excludes the
 * tier's. Pure, so the phone shows and the cloud charges by the same lines of code.
 */
export function quote(material: PricingInput, choice: PricingChoice): Quote {
  const draft = openDraft(material)
  const goodsFen = sumFen(draft.lines.map((line) => line.leftFen))
  for (const rule of inOrder(material)) takeOff(draft, rule)
  const coupons = couponOptions(draft)
  const grantId = takeCoupon(draft, choice.grantId, coupons)
  const gifts = giveGifts(draft, choice.samples)
  const freight = freightOf(draft)
  const most = pointsMax(draft)
  const beforePoints = draft.lines.map((line) => line.leftFen)
  const spent = choice.points > 0 ? pointsApplied(choice.points, draft) : 0
  const pointsFen =
    choice.points > 0
      ? apply(draft, { code: 'POINTS', sourceId: null, title: '' }, points(spent, draft))
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
    earns: earningsOf(payable, material.buyer, material.program),
    claims: { activityPieces: draft.activityPieces, taken: draft.taken },
  }
}

/** The running activities, kind by kind; of one kind by id, so that every phone agrees. */
function inOrder({ promotions, at }: PricingInput): Promotion[] {
  const place = (rule: Promotion) => PROMOTION_KINDS.indexOf(rule.kind)
  return promotions
    .filter((rule) => isRunning(rule, at))
    .sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))
}

function takeOff(draft: Draft, rule: Promotion): void {
  if (rule.kind === 'gift' || rule.kind === 'freeFreight') return
  const { id: sourceId, title } = rule
  const outcome = outcomeOf(rule, draft)
  if (outcome === null) return
  const allowed = audienceMismatch(rule, draft) ?? outcome
  if (rule.kind === 'timePrice' && 'off' in allowed) claim(draft, rule, allowed)
  apply(draft, { code: CODES[rule.kind], sourceId, title }, allowed)
}

type TakingOff = Exclude<Promotion, { kind: 'gift' | 'freeFreight' }>

function outcomeOf(rule: TakingOff, draft: Draft): Outcome {
  switch (rule.kind) {
    case 'timePrice':
      return timePrice(rule, draft)
    case 'bundle':
      return bundle(rule, draft)
    case 'nthPiece':
      return nthPiece(rule, draft)
    case 'tierPrice':
      return tierPrice(rule, draft)
    case 'spendOff':
      return spendOff(rule, draft)
    default:
      return assertNever(rule)
  }
}

/** Notes the pieces that an activity's own stock and the member's limit have to give. */
function claim(
  draft: Draft,
  rule: Extract<Promotion, { kind: 'timePrice' }>,
  { pieces = [] }: { pieces?: number[] },
): void {
  const { activityStock } = draft.input
  const bySku = new Map<string, number>()
  draft.lines.forEach(({ skuId }, at) => {
    bySku.set(skuId, (bySku.get(skuId) ?? 0) + (pieces[at] ?? 0))
  })
  for (const [skuId, quantity] of bySku) {
    if (quantity > 0 && setApart(rule, skuId, activityStock) !== null) {
      draft.activityPieces.push({ promotionId: rule.id, skuId, quantity })
    }
  }
  if (rule.perMemberMax !== null) draft.taken[rule.id] = sumFen(pieces)
}

/** Uses the coupon that was chosen, or with `best` the one that leaves least to pay. */
function takeCoupon(
  draft: Draft,
  chosen: string | null,
  options: readonly CouponOption[],
): string | null {
  const wanted = chosen === 'best' ? bestGrant(draft, options) : chosen
  const grant = draft.input.grants.find((one) => one.id === wanted)
  if (!grant) return null
  const source = { code: 'COUPON' as const, sourceId: grant.id, title: grant.terms.title }
  return apply(draft, source, coupon(grant, draft)) > 0 ? grant.id : null
}

/** The gifts that go with the order; those that do not say why. */
function giveGifts(draft: Draft, samples: readonly string[]): PricedLine[] {
  const rules = inOrder(draft.input).filter((rule): rule is Gift => rule.kind === 'gift')
  const earnable = rules.filter((rule) => reaches(draft, rule.scope))
  return earnable.flatMap((rule) => {
    const source = { code: 'GIFT' as const, sourceId: rule.id, title: rule.title }
    const refusal = audienceMismatch(rule, draft) ?? giftRefusal(rule, draft, samples)
    if (refusal) {
      draft.skipped.push({ ...source, ...refusal })
      return []
    }
    if (rule.perMemberMax !== null) draft.taken[rule.id] = 1
    const gift = draft.input.gifts[rule.skuId]
    if (!gift) return []
    draft.given[rule.skuId] = (draft.given[rule.skuId] ?? 0) + rule.quantity
    draft.adjustments.push({ ...source, fen: 0, shares: [] })
    return [giftLine(rule, gift, draft)]
  })
}

const giftLine = (rule: Gift, gift: PricingGift, draft: Draft): PricedLine => ({
  key: `gift:${rule.id}`,
  skuId: rule.skuId,
  productId: gift.productId,
  kind: 'gift',
  parentKey: null,
  sourceId: rule.id,
  name: '',
  unitFen: 0,
  quantity: rule.quantity,
  amountFen: 0,
  payableFen: 0,
  pointsFen: 0,
  valueFen: gift.valueFen * rule.quantity,
  giftFor: {
    fromFen: rule.fromFen,
    keys: draft.lines.flatMap(({ key }, at) => (linesInScope(draft, rule.scope)[at] ? [key] : [])),
  },
})

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
