import type { CouponTerms } from '@core/domain/coupons/coupon'
import type { Promotion } from '@core/domain/promotions/promotion'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import {
  couponCopy,
  couponFigure,
  couponThresholdCopy,
  validityCopy,
  windowCopy,
} from '@/copy/coupons'
import { untilCopy } from '@/copy/dates'
import { discountCopy } from '@/copy/numbers'
import { adjustmentCopy, promotionCopy, skippedCopy } from '@/copy/promotions'

const TODAY = '2026-03-04'
const at = (time: string) => Date.parse(`${time}:00+08:00`)
const base = {
  id: 'p',
  title: '春茶节',
  startsAt: at('2026-03-01T00:00'),
  endsAt: at('2026-03-15T00:00'),
  minTier: null,
}

describe('promotion copy', () => {
  test.each<[string, Promotion]>([
    ['限时价至 3 月 14 日', { ...base, kind: 'timePrice', prices: [], perMemberMax: null }],
    ['限时价至 3 月 14 日，每人 2 件', { ...base, kind: 'timePrice', prices: [], perMemberMax: 2 }],
    [
      '会员价 银卡 9.5 折，金卡 9 折',
      {
        ...base,
        kind: 'tierPrice',
        scope: WHOLE_SHOP_SCOPE,
        percents: { basic: 100, silver: 95, gold: 90 },
        prices: [],
      },
    ],
    ['会员价', { ...base, kind: 'tierPrice', scope: WHOLE_SHOP_SCOPE, percents: {}, prices: [] }],
    [
      '套餐 3 件 ¥128',
      {
        ...base,
        kind: 'bundle',
        parts: [
          { skuId: 'a', quantity: 1 },
          { skuId: 'b', quantity: 2 },
        ],
        priceFen: 12_800,
      },
    ],
    ['买一送一', { ...base, kind: 'nthPiece', scope: WHOLE_SHOP_SCOPE, nth: 2, percentOff: 100 }],
    ['第二件半价', { ...base, kind: 'nthPiece', scope: WHOLE_SHOP_SCOPE, nth: 2, percentOff: 50 }],
    ['第三件 3 折', { ...base, kind: 'nthPiece', scope: WHOLE_SHOP_SCOPE, nth: 3, percentOff: 70 }],
    [
      '满 300 减 40，满 500 减 80.50',
      {
        ...base,
        kind: 'spendOff',
        scope: WHOLE_SHOP_SCOPE,
        steps: [
          { fromFen: 30_000, offFen: 4_000 },
          { fromFen: 50_000, offFen: 8_050 },
        ],
      },
    ],
    [
      '满 99 送赠品',
      {
        ...base,
        kind: 'gift',
        scope: WHOLE_SHOP_SCOPE,
        fromFen: 9_900,
        skuId: 'a',
        quantity: 1,
        perMemberMax: null,
        isOptional: false,
      },
    ],
    [
      '浙江、内蒙古满 59 包邮',
      {
        ...base,
        kind: 'freeFreight',
        scope: WHOLE_SHOP_SCOPE,
        fromFen: 5_900,
        provinces: ['浙江省', '内蒙古自治区'],
      },
    ],
    [
      '下单包邮',
      { ...base, kind: 'freeFreight', scope: WHOLE_SHOP_SCOPE, fromFen: 0, provinces: [] },
    ],
  ])('%s', (text, promotion) => {
    expect(promotionCopy(promotion, TODAY)).toBe(text)
  })

  test('an end at midnight shows the previous day, any other the time', () => {
    expect(untilCopy(at('2026-03-15T00:00'), TODAY)).toBe('至 3 月 14 日')
    expect(untilCopy(at('2026-03-14T18:30'), TODAY)).toBe('至 3 月 14 日 18:30')
  })

  test('a percentage is shown as the remaining price', () => {
    expect([5, 12, 50].map(discountCopy)).toEqual(['9.5 折', '8.8 折', '5 折'])
  })

  test('a reason includes the merchant’s title, if there is one', () => {
    expect(adjustmentCopy({ code: 'SPEND_OFF', title: '春茶节' })).toBe('满减 · 春茶节')
    expect(adjustmentCopy({ code: 'POINTS', title: '' })).toBe('积分抵扣')
  })

  test('an offer that does not apply says why, and what is missing', () => {
    const named = { title: '春茶节' }
    expect(
      skippedCopy({ ...named, code: 'SPEND_OFF', reason: 'BELOW_THRESHOLD', missingFen: 1_200 }),
    ).toBe('春茶节：还差 ¥12.00')
    expect(skippedCopy({ ...named, code: 'GIFT', reason: 'STOCK_GONE' })).toBe(
      '春茶节：赠品已经送完',
    )
    expect(skippedCopy({ title: '', code: 'TIER_PRICE', reason: 'MEMBERS_ONLY' })).toBe(
      '会员价：会员才有，加入就能享受',
    )
  })
})

describe('coupon copy', () => {
  const terms = (off: CouponTerms['off'], fromFen: number): CouponTerms => ({
    title: '新客券',
    off,
    fromFen,
    scope: WHOLE_SHOP_SCOPE,
  })

  test.each<[string, CouponTerms]>([
    ['满 99 减 10', terms({ kind: 'amount', offFen: 1_000 }, 9_900)],
    ['立减 5', terms({ kind: 'amount', offFen: 500 }, 0)],
    [
      '满 200 打 8.8 折，最多减 50',
      terms({ kind: 'percent', percentOff: 12, capFen: 5_000 }, 20_000),
    ],
    ['打 9 折', terms({ kind: 'percent', percentOff: 10, capFen: null }, 0)],
    [
      '满 99 减 10 · 部分商品可用',
      {
        ...terms({ kind: 'amount', offFen: 1_000 }, 9_900),
        scope: { productIds: ['tea'], categoryIds: [] },
      },
    ],
  ])('%s', (text, coupon) => {
    expect(couponCopy(coupon)).toBe(text)
  })

  test('a coupon shows its figure and its threshold separately', () => {
    const ten = terms({ kind: 'amount', offFen: 1_000 }, 0)
    expect([couponFigure(ten), couponThresholdCopy(ten)]).toEqual(['¥10', '无门槛'])
  })

  test('when a coupon can be used', () => {
    expect(validityCopy({ kind: 'days', days: 7 }, TODAY)).toBe('领取后 7 天内可用')
    const window = { startsAt: base.startsAt, endsAt: base.endsAt }
    expect(validityCopy({ kind: 'until', ...window }, TODAY)).toBe('3 月 1 日到 3 月 14 日可用')
    const wallet = { startsAt: base.startsAt, expiresAt: base.endsAt }
    expect(windowCopy(wallet, at('2026-03-04T10:00'))).toBe('有效期至 3 月 14 日')
    expect(windowCopy(wallet, base.startsAt - 1)).toBe('3 月 1 日到 3 月 14 日可用')
  })
})
