import type { Fen } from '@core/kernel/money'
import { bestGrantId, billWith, couponOptions } from './best-coupon'
import { cheapestBills } from './cheapest'
import {
  adjustmentOf,
  applyTaken,
  createDraft,
  type Draft,
  type DraftLine,
  forkDraft,
  type RuleOutcome,
  sumFen,
} from './draft'
import { earningsOf } from './earnings'
import { goodsAdjustments, goodsClaims, goodsRefusals } from './explain'
import { freightOf } from './freight'
import { giftsOf } from './gifts'
import { piecePrices } from './piece-prices'
import type { PricingChoice, PricingGrant, PricingInput } from './pricing-input'
import type { Adjustment, PricedLine, Quote, SkippedDiscount } from './quote-types'
import { coupon } from './rules/coupon'
import { points, pointsApplied, pointsMax } from './rules/points'
import type { AdjustmentSource } from './source'

/**
 * Prices an order: promotions, then the coupon, the gifts, the freight and the points. At most one
 * promotion sets the price of a piece, and of all ways to apply the promotions the cheapest is
 * taken (`cheapestBills`). Pure, so phone and cloud run the same code.
 */
export function quote(input: PricingInput, choice: PricingChoice): Quote {
  const base = createDraft(input)
  const goodsFen = sumFen(base.left)
  const bills = cheapestBills(base)
  const wanted = choice.grantId === 'best' ? bestGrantId(bills, input.grants) : choice.grantId
  const grant = input.grants.find((one) => one.id === wanted) ?? null
  const priced = grant ? billWith(bills, grant.id).draft : bills.without.draft
  const draft = forkDraft(priced)
  const used = grant ? enter(draft, sourceOfGrant(grant), coupon(grant, draft)) : NOTHING
  const gifts = giftsOf(draft, choice.samples)
  const freight = freightOf(draft)
  const beforePoints = [...draft.left]
  const most = pointsMax(draft)
  const spent = choice.points > 0 ? pointsApplied(choice.points, draft) : 0
  const paid = choice.points > 0 ? enter(draft, POINTS, points(spent, draft)) : NOTHING
  const payable = sumFen(draft.left)
  const claims = goodsClaims(priced)
  return {
    lines: [...pricedLines(draft, beforePoints), ...gifts.lines],
    goodsFen,
    adjustments: [
      ...[...goodsAdjustments(priced), ...used.adjustments, ...gifts.adjustments],
      ...[...paid.adjustments, ...freight.adjustments],
    ],
    skipped: [
      ...[...goodsRefusals(priced), ...used.skipped, ...gifts.skipped],
      ...[...paid.skipped, ...freight.skipped],
    ],
    coupons: couponOptions(bills, input.grants),
    grantId: grant && used.offFen > 0 ? grant.id : null,
    points: { spent, max: most, fen: paid.offFen },
    freightFen: freight.fen,
    freeFreightMissingFen: freight.missingFen,
    isServed: freight.isServed,
    totalFen: payable + freight.fen,
    earns: earningsOf(payable, input.buyer, input.program),
    claims: { ...claims, taken: { ...claims.taken, ...gifts.taken } },
  }
}

type Entered = { offFen: Fen; adjustments: Adjustment[]; skipped: SkippedDiscount[] }

const NOTHING: Entered = { offFen: 0, adjustments: [], skipped: [] }

const POINTS: AdjustmentSource = { code: 'POINTS', sourceId: null, title: '' }

const sourceOfGrant = ({ id: sourceId, terms: { title } }: PricingGrant): AdjustmentSource => ({
  code: 'COUPON',
  sourceId,
  title,
})

/** Enters an outcome into the draft: what it took off, or why it took nothing. */
function enter(draft: Draft, source: AdjustmentSource, outcome: RuleOutcome): Entered {
  if (outcome === null) return NOTHING
  if ('reason' in outcome) return { ...NOTHING, skipped: [{ ...source, ...outcome }] }
  applyTaken(draft, source, { outcome })
  const adjustment = adjustmentOf(draft, { ...source, outcome, promotion: null })
  return { offFen: -adjustment.fen, adjustments: [adjustment], skipped: [] }
}

/** Goods and services in the order of the cart. */
function pricedLines(draft: Draft, beforePoints: readonly Fen[]): PricedLine[] {
  const { lines, shown, left } = draft
  return shown.flatMap((at) => {
    const line = lines[at]
    if (!line) return []
    const payableFen = left[at] ?? 0
    const pointsFen = (beforePoints[at] ?? 0) - payableFen
    return [pricedLine(line, { payableFen, pointsFen, prices: piecePrices(draft, at) })]
  })
}

const pricedLine = (
  line: DraftLine,
  fens: Pick<PricedLine, 'payableFen' | 'pointsFen' | 'prices'>,
): PricedLine => ({
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
  ...fens,
  valueFen: 0,
  giftFor: null,
})
