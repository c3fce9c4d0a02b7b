import type { CouponOff } from '@core/domain/coupons/coupon'
import { TIERS } from '@core/domain/members/sections'
import type { PricingChoice, PricingInput } from '@core/domain/pricing/pricing-input'
import type { KnownSku } from '@core/domain/promotions/kind-definition'
import type { Promotion } from '@core/domain/promotions/promotion'
import { promotionConflicts, promotionError } from '@core/domain/promotions/promotion-errors'
import { type Scope, WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import * as fc from 'fast-check'
import { DAY, member, NOON, PLAIN_ZONE } from './pricing'
import { defaultProgram } from './program'

/** Random carts, promotions and coupons of a small shop, for property tests. */

/** Six SKUs of four products in two categories, one inside the other. */
export const SKUS: readonly KnownSku[] = [0, 1, 2, 3, 4, 5].map((no) => ({
  id: `s${no}`,
  productId: `p${Math.min(no, 3)}`,
  categoryIds: no % 2 === 0 ? ['inner', 'outer'] : ['outer'],
  priceFen: [1, 99, 1_000, 3_333, 12_345, 100_000][no] ?? 0,
}))

const int = (min: number, max: number) => fc.integer({ min, max })
const skuId = fc.constantFrom(...SKUS.map(({ id }) => id))
const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant(WHOLE_SHOP_SCOPE),
  fc.record({
    productIds: fc.uniqueArray(fc.constantFrom('p0', 'p1', 'p2', 'p3'), { maxLength: 2 }),
    categoryIds: fc.uniqueArray(fc.constantFrom('inner', 'outer'), { maxLength: 1 }),
  }),
)
const IDS = [...'abcdefghijkl']
const common = {
  id: fc.constantFrom(...IDS),
  title: fc.constant('an activity'),
  startsAt: fc.constantFrom(NOON - DAY, NOON, NOON + 1),
  endsAt: fc.constantFrom(NOON, NOON + 1, NOON + DAY),
  minTier: fc.constantFrom(null, null, null, 'basic' as const, 'gold' as const),
}
const fen = fc.oneof(int(0, 5_000), int(0, 300_000))
const some = <T>(one: fc.Arbitrary<T>, maxLength = 3) => fc.array(one, { minLength: 1, maxLength })
const limit = fc.option(int(1, 4), { nil: null })

/** Any promotion that the contract accepts, including contradictory ones. */
export const promotion: fc.Arbitrary<Promotion> = fc.oneof(
  fc.record({
    ...common,
    kind: fc.constant('timePrice' as const),
    prices: some(
      fc.record({ skuId, priceFen: int(0, 1_500), stock: fc.option(int(1, 9), { nil: null }) }),
    ),
    perMemberMax: limit,
  }),
  fc.record({
    ...common,
    kind: fc.constant('tierPrice' as const),
    scope,
    percents: fc.record(
      Object.fromEntries(TIERS.map((tier) => [tier, int(1, 100)])) as Record<
        (typeof TIERS)[number],
        fc.Arbitrary<number>
      >,
      { requiredKeys: [] },
    ),
    prices: fc.array(fc.record({ skuId, tier: fc.constantFrom(...TIERS), priceFen: fen }), {
      maxLength: 2,
    }),
  }),
  fc.record({
    ...common,
    kind: fc.constant('bundle' as const),
    parts: some(fc.record({ skuId, quantity: int(1, 3) })),
    priceFen: fen,
  }),
  fc.record({
    ...common,
    kind: fc.constant('nthPiece' as const),
    scope,
    nth: int(2, 4),
    percentOff: int(1, 100),
  }),
  fc.record({
    ...common,
    kind: fc.constant('spendOff' as const),
    scope,
    steps: some(fc.record({ fromFen: fen, offFen: int(1, 20_000) })),
  }),
  fc.record({
    ...common,
    kind: fc.constant('gift' as const),
    scope,
    fromFen: fen,
    skuId,
    quantity: int(1, 3),
    perMemberMax: limit,
    isOptional: fc.boolean(),
  }),
  fc.record({
    ...common,
    kind: fc.constant('freeFreight' as const),
    scope,
    fromFen: fen,
    provinces: fc.constantFrom<string[][]>([], ['浙江省'], ['广东省']),
  }),
)

/** Those of the promotions that the staff could have saved, one after the other. */
export const savable = (promotions: readonly Promotion[]): Promotion[] =>
  promotions.reduce<Promotion[]>((saved, one) => {
    const isWrong = promotionError(one, SKUS) !== null
    return isWrong || promotionConflicts(one, saved, SKUS).length > 0 ? saved : [...saved, one]
  }, [])

const line = fc
  .record({
    sku: fc.constantFrom(...SKUS),
    option: fc.constantFrom('', '', '~x'),
    quantity: fc.oneof(int(1, 6), int(1, 99)),
    weightGrams: int(0, 3_000),
    services: fc.subarray([
      { id: 'wrap', name: '包装', priceFen: 350 },
      { id: 'card', name: '卡片', priceFen: 1 },
    ]),
  })
  .map(({ sku, option, ...more }) => ({
    key: `${sku.id}${option}`,
    skuId: sku.id,
    productId: sku.productId,
    categoryIds: sku.categoryIds,
    unitFen: sku.priceFen,
    ...more,
  }))

const off: fc.Arbitrary<CouponOff> = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), offFen: int(1, 50_000) }),
  fc.record({
    kind: fc.constant('percent' as const),
    percentOff: int(1, 99),
    capFen: fc.option(int(1, 20_000), { nil: null }),
  }),
)

const grants = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('g1', 'g2', 'g3', 'g4'),
    terms: fc.record({ title: fc.constant('a coupon'), off, fromFen: fen, scope }),
    startsAt: fc.constantFrom(NOON - DAY, NOON + 1),
    expiresAt: fc.constantFrom(NOON, NOON + 1, NOON + DAY),
  }),
  { selector: ({ id }) => id, maxLength: 4 },
)

const program = fc.record({
  pointsPerYuan: int(0, 100),
  growthPerYuan: int(0, 100),
  spendPointsPerYuan: int(1, 10_000),
  spendPointsStep: fc.constantFrom(1, 7, 100),
  spendPointsMin: fc.constantFrom(1, 100, 500),
  spendPointsPercentMax: int(0, 100),
})

const zone = fc.record({
  isServed: fc.constantFrom(true, true, true, false),
  firstFen: int(0, 2_000),
  moreFen: int(0, 500),
  freeFromFen: fc.option(int(0, 200_000), { nil: null }),
})

/** A small number for about half of the ids, chosen by the seed. */
const scattered = (ids: readonly string[], seed: number): Record<string, number> =>
  Object.fromEntries(
    ids.flatMap((id, at) => {
      const drawn = ((seed + 1) * (at + 7) * 7_919) % 101
      return drawn % 2 === 0 ? [[id, Math.floor(drawn / 2) % 10]] : []
    }),
  )

const STOCK_IDS = IDS.flatMap((id) => SKUS.map((sku) => `${id}:${sku.id}`))

/** All inputs of a price; the promotions may overlap and contradict each other. */
export const anyMaterial: fc.Arbitrary<PricingInput> = fc
  .record({
    lines: fc.uniqueArray(line, { selector: ({ key }) => key, minLength: 1, maxLength: 6 }),
    promotions: fc.uniqueArray(promotion, { selector: ({ id }) => id, maxLength: 10 }),
    stock: fc.nat(9_999),
    taken: fc.nat(9_999),
    grants,
    available: int(0, 12),
    buyer: fc.option(fc.record({ tier: fc.constantFrom(...TIERS), points: int(-100, 100_000) }), {
      freq: 4,
    }),
    zone,
    province: fc.constantFrom(null, '浙江省', '广东省'),
    program,
  })
  .map(({ stock, taken, available, buyer, zone: own, program: numbers, ...rest }) => ({
    ...rest,
    at: NOON,
    activityStock: scattered(STOCK_IDS, stock),
    taken: scattered(IDS, taken),
    gifts: Object.fromEntries(
      SKUS.map(({ id, productId, priceFen: valueFen }) => [id, { productId, valueFen, available }]),
    ),
    buyer: buyer && member(buyer.tier, buyer.points),
    freight: [
      { ...PLAIN_ZONE, ...own },
      { ...PLAIN_ZONE, name: '近', provinces: ['浙江省'] },
    ],
    program: { ...defaultProgram, ...numbers },
  }))

/** What a customer may choose, valid or not. */
export const anyChoice: fc.Arbitrary<PricingChoice> = fc.record({
  grantId: fc.constantFrom(null, 'best', 'best', 'g1', 'g2', 'not-mine'),
  points: fc.constantFrom(0, 0, 1, 99, 100, 12_345, 1_000_000),
  samples: fc.subarray([...'abcdef']),
})

/** The material and everything in it, so that whoever changes it throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}
