import type { CouponInput } from '@core/contract/coupons'
import type { Promotion } from '@core/domain/promotions/promotion'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { DAY_MS, HOUR_MS } from '@core/kernel/calendar'
import { START } from './shop'

const base = (id: string) => ({
  id,
  title: `活动 ${id}`,
  startsAt: START,
  endsAt: START + DAY_MS,
  minTier: null,
})

/** One promotion of every kind on the test shop's products, for the first day of the clock. */
export const ACTIVITIES: { [K in Promotion['kind']]: Extract<Promotion, { kind: K }> } = {
  timePrice: {
    ...base('time'),
    kind: 'timePrice',
    prices: [
      { skuId: 'tea:1', priceFen: 4_900, stock: 10 },
      { skuId: 'honey:1', priceFen: 2_990, stock: null },
    ],
    perMemberMax: 2,
  },
  tierPrice: {
    ...base('tier'),
    kind: 'tierPrice',
    scope: WHOLE_SHOP_SCOPE,
    percents: { silver: 98, gold: 95 },
    prices: [{ skuId: 'honey:2', tier: 'gold', priceFen: 6_000 }],
  },
  bundle: {
    ...base('bundle'),
    kind: 'bundle',
    parts: [
      { skuId: 'tea:1', quantity: 1 },
      { skuId: 'honey:1', quantity: 2 },
    ],
    priceFen: 12_000,
  },
  nthPiece: { ...base('nth'), kind: 'nthPiece', scope: WHOLE_SHOP_SCOPE, nth: 2, percentOff: 50 },
  spendOff: {
    ...base('spend'),
    kind: 'spendOff',
    scope: WHOLE_SHOP_SCOPE,
    steps: [
      { fromFen: 10_000, offFen: 1_000 },
      { fromFen: 20_000, offFen: 3_000 },
    ],
  },
  gift: {
    ...base('gift'),
    kind: 'gift',
    scope: WHOLE_SHOP_SCOPE,
    fromFen: 9_900,
    skuId: 'honey:1',
    quantity: 1,
    perMemberMax: 1,
    isOptional: false,
  },
  freeFreight: {
    ...base('free'),
    kind: 'freeFreight',
    scope: WHOLE_SHOP_SCOPE,
    fromFen: 5_900,
    provinces: ['浙江省'],
  },
}

/** An offer of ¥10 off from ¥50: claimed within a day, good for a week, one copy each. */
export const couponOffer = (
  id: string,
  more: Partial<CouponInput['coupon']> = {},
): CouponInput['coupon'] => ({
  id,
  terms: {
    title: '满 50 减 10',
    off: { kind: 'amount', offFen: 1_000 },
    fromFen: 5_000,
    scope: WHOLE_SHOP_SCOPE,
  },
  validity: { kind: 'days', days: 7 },
  claimFrom: START - HOUR_MS,
  claimUntil: START + DAY_MS,
  issuedMax: 100,
  perMemberMax: 1,
  minTier: null,
  isListed: true,
  code: null,
  ...more,
})
