import type { CouponInput } from '@core/contract/coupons'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { DAY_MS, type Instant } from '@core/kernel/calendar'

type Coupon = CouponInput['coupon']

/** The coupons of the demo shop; `day` is today's beginning. */
export const coupons = (day: Instant): Coupon[] => {
  const claimed = { claimFrom: day, claimUntil: day + 30 * DAY_MS }
  const plain = { ...claimed, perMemberMax: 1, minTier: null, isListed: true, code: null }
  return [
    {
      ...plain,
      id: 'demoWelcome',
      terms: {
        title: '见面礼',
        off: { kind: 'amount', offFen: 10_00 },
        fromFen: 68_00,
        scope: WHOLE_SHOP_SCOPE,
      },
      validity: { kind: 'days', days: 14 },
      issuedMax: 500,
    },
    {
      ...plain,
      id: 'demoTea',
      terms: {
        title: '茶友券',
        off: { kind: 'percent', percentOff: 12, capFen: 40_00 },
        fromFen: 150_00,
        scope: { productIds: [], categoryIds: ['tea'] },
      },
      validity: { kind: 'until', startsAt: day, endsAt: day + 45 * DAY_MS },
      issuedMax: 200,
      minTier: 'silver',
    },
    {
      ...plain,
      id: 'demoFlowers',
      terms: {
        title: '一束花的心意',
        off: { kind: 'amount', offFen: 15_00 },
        fromFen: 0,
        scope: { productIds: ['weekly-flowers'], categoryIds: [] },
      },
      validity: { kind: 'days', days: 7 },
      issuedMax: 2,
    },
    {
      ...plain,
      id: 'demoCode',
      terms: {
        title: '老主顾回礼',
        off: { kind: 'amount', offFen: 25_00 },
        fromFen: 150_00,
        scope: WHOLE_SHOP_SCOPE,
      },
      validity: { kind: 'days', days: 30 },
      issuedMax: 50,
      isListed: false,
      code: 'SHANYE26',
    },
  ]
}

/** The coupons that customers have claimed. */
export const claims = [
  { openid: 'oDemo-linwan', couponId: 'demoWelcome' },
  { openid: 'oDemo-linwan', couponId: 'demoFlowers' },
  { openid: 'oDemo-zhaoqing', couponId: 'demoTea' },
  { openid: 'oDemo-zhaoqing', couponId: 'demoFlowers' },
] as const
