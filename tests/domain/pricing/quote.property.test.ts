import type { PricingChoice, PricingInput } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import type { Quote } from '@core/domain/pricing/quote-types'
import { tierUnitFen } from '@core/domain/pricing/rules/tier-price'
import { type Promotion, promotionCode } from '@core/domain/promotions/promotion'
import { isRunning } from '@core/domain/promotions/promotion-base'
import { inScope } from '@core/domain/promotions/scope'
import * as fc from 'fast-check'
import { anyChoice, anyMaterial, frozen, savable } from '../../builders/carts'
import { propertyRuns } from '../../builders/property-runs'

const RUNS = { numRuns: propertyRuns(10_000) }
const sum = (fens: readonly number[]) => fens.reduce((all, one) => all + one, 0)

/**
 * Checks a law on any cart with promotions that overlap and contradict each other, and with
 * those of them that the staff can save.
 */
const law = (
  says: string,
  isKept: (bill: Quote, of: PricingInput, choice: PricingChoice) => void,
) =>
  it(says, () => {
    fc.assert(
      fc.property(anyMaterial, anyChoice, (hostile, choice) => {
        for (const promotions of [hostile.promotions, savable(hostile.promotions)]) {
          const of = { ...hostile, promotions }
          isKept(quote(of, choice), of, choice)
        }
      }),
      RUNS,
    )
  })

const must = (isTrue: boolean, what: unknown) => {
  if (!isTrue) throw new Error(`the law is broken: ${JSON.stringify(what)}`)
}

law('every fen is explained, the parts sum to the whole, and nothing is below 0', (bill) => {
  const payable = sum(bill.lines.map(({ payableFen }) => payableFen))
  must(bill.goodsFen === sum(bill.lines.map(({ amountFen }) => amountFen)), 'goods')
  must(bill.totalFen === bill.goodsFen + sum(bill.adjustments.map(({ fen }) => fen)), 'adjustments')
  must(bill.totalFen === payable + bill.freightFen, 'lines and freight')
  for (const one of bill.adjustments) {
    const isFreight = one.code === 'FREIGHT' || one.code === 'FREE_FREIGHT'
    const shares = sum(one.shares.map(({ fen }) => fen))
    must(isFreight ? one.shares.length === 0 : shares === one.fen, one)
    must(one.code === 'FREIGHT' ? one.fen > 0 : one.fen < 0 || one.code === 'GIFT', one)
    must(
      one.shares.every(({ fen }) => fen < 0),
      one,
    )
    must(new Set(one.shares.map(({ key }) => key)).size === one.shares.length, one)
  }
  for (const line of bill.lines) {
    const shareOf = ({ shares }: Quote['adjustments'][number]) =>
      shares.find(({ key }) => key === line.key)?.fen ?? 0
    const points = sum(bill.adjustments.filter(({ code }) => code === 'POINTS').map(shareOf))
    const off = sum(bill.adjustments.map(shareOf))
    must(line.amountFen === line.unitFen * line.quantity, line)
    must(line.payableFen === line.amountFen + off, line)
    must(line.payableFen >= 0 && line.pointsFen >= 0 && line.pointsFen + points === 0, line)
    must(line.kind !== 'service' || off === points, line)
  }
  must(new Set(bill.lines.map(({ key }) => key)).size === bill.lines.length, 'keys')
  must(survivesJson(bill), 'integers')
})

/** Whole numbers, texts, truth and nothing come through JSON; the rest is lost or changed. */
function survivesJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0)
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean'
  return value === null || Object.values(value).every(survivesJson)
}

it('the same comes of it again, in any order and on the phone', () => {
  fc.assert(
    fc.property(anyMaterial, anyChoice, (of, choice) => {
      const serialized = JSON.stringify(quote(of, choice))
      const sent = JSON.parse(JSON.stringify({ of, choice })) as {
        of: PricingInput
        choice: PricingChoice
      }
      const onPhone = quote(frozen(sent.of), frozen(sent.choice))
      must(JSON.stringify(onPhone) === serialized, 'sent, and frozen')
      const promotions = [...of.promotions].reverse()
      const grants = [...of.grants].reverse()
      const shuffled = quote({ ...of, promotions, grants }, choice)
      must(JSON.stringify(shuffled) === serialized, 'in another order')
    }),
    RUNS,
  )
})

law('a promotion that concerns the cart is reported once, any other never', (bill, of) => {
  for (const rule of of.promotions) {
    const serialized = [...bill.adjustments, ...bill.skipped].filter(
      ({ code, sourceId }) => code === promotionCode(rule.kind) && sourceId === rule.id,
    )
    must(serialized.length === (isConcerned(rule, of, bill) ? 1 : 0), { rule, serialized })
  }
  const asked = bill.coupons.length
  must(asked === of.grants.length, 'every coupon has its answer')
  must(
    bill.coupons.every(({ reason, offFen }) => (reason === null) === offFen > 0),
    bill.coupons,
  )
})

/** Said once more, in another way than the rules say it. */
function isConcerned(rule: Promotion, of: PricingInput, bill: Quote): boolean {
  if (!isRunning(rule, of.at)) return false
  const names = (skuId: string) => of.lines.some((line) => line.skuId === skuId)
  const isWithin = 'scope' in rule && of.lines.some((line) => inScope(rule.scope, line))
  const tier = of.buyer?.tier.tier ?? 'basic'
  switch (rule.kind) {
    case 'timePrice':
      return rule.prices.some(({ skuId }) => names(skuId))
    case 'bundle':
      return rule.parts.some(({ skuId }) => names(skuId))
    case 'tierPrice':
      return of.lines.some((line) => tierUnitFen(rule, line, tier) < line.unitFen)
    case 'freeFreight':
      return isWithin && bill.isServed && reachesProvince(rule.provinces, of.province)
    default:
      return isWithin
  }
}

const reachesProvince = (provinces: readonly string[], province: string | null): boolean =>
  provinces.length === 0 || (province !== null && provinces.includes(province))

law('what is claimed is there, and within the member’s limit', (bill, of) => {
  const { activityPieces, taken } = bill.claims
  for (const { promotionId, skuId, quantity } of activityPieces) {
    must(quantity > 0 && quantity <= (of.activityStock[`${promotionId}:${skuId}`] ?? 0), skuId)
  }
  const ids = activityPieces.map(({ promotionId, skuId }) => `${promotionId}:${skuId}`)
  must(new Set(ids).size === ids.length, ids)
  for (const [id, turns] of Object.entries(taken)) {
    const rule = of.promotions.find((one) => one.id === id)
    const most = rule && 'perMemberMax' in rule ? rule.perMemberMax : null
    must(most !== null && turns > 0 && (of.taken[id] ?? 0) + turns <= most, { id, turns })
  }
  for (const skuId of Object.keys(of.gifts)) {
    const given = bill.lines.filter((line) => line.kind === 'gift' && line.skuId === skuId)
    const bought = sum(of.lines.filter((l) => l.skuId === skuId).map(({ quantity }) => quantity))
    const all = sum(given.map(({ quantity }) => quantity))
    must(all === 0 || all + bought <= (of.gifts[skuId]?.available ?? 0), skuId)
  }
  const { spent, max, fen } = bill.points
  must(spent <= max && max <= Math.max(0, of.buyer?.points ?? 0), bill.points)
  must((spent === 0) === (fen === 0) && spent % of.program.spendPointsStep === 0, bill.points)
})
