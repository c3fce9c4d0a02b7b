import { TIERS } from '@core/domain/members/sections'
import type { Promotion } from '@core/domain/promotions/promotion'
import { type Scope, WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { DAY_MS, HOUR_MS, type Instant } from '@core/kernel/calendar'

const only = (scope: Partial<Scope>): Scope => ({ ...WHOLE_SHOP_SCOPE, ...scope })

/** A promotion that has ended; the staff still find it. */
export const pastPromotion = (day: Instant): Promotion => ({
  id: 'demoYearEnd',
  kind: 'spendOff',
  title: '年货节',
  startsAt: day - DAY_MS,
  endsAt: day + DAY_MS,
  minTier: null,
  scope: WHOLE_SHOP_SCOPE,
  steps: [{ fromFen: 300_00, offFen: 40_00 }],
})

/** The promotions of the demo shop, at least one of every kind; `day` is today's beginning. */
export const promotions = (day: Instant): Promotion[] => [
  ...prices(day),
  ...pieces(day),
  ...sums(day),
]

const running = (day: Instant, days: number) => ({
  startsAt: day,
  endsAt: day + days * DAY_MS,
  minTier: null,
})

const prices = (day: Instant): Promotion[] => [
  {
    ...running(day, 3),
    id: 'demoToday',
    kind: 'timePrice',
    title: '尝鲜价',
    prices: [
      { skuId: 'salt-cookie-180', priceFen: 24_90, stock: 60 },
      { skuId: 'shine-muscat-2', priceFen: 55_00, stock: 40 },
      { skuId: 'chestnut-cake-8', priceFen: 39_00, stock: null },
    ],
    perMemberMax: 2,
  },
  {
    ...running(day, 2),
    id: 'demoCherries',
    kind: 'timePrice',
    title: '樱桃秒杀',
    startsAt: day + DAY_MS + 10 * HOUR_MS,
    prices: [{ skuId: 'cherries-2j-1000', priceFen: 55_00, stock: 50 }],
    perMemberMax: 1,
  },
  {
    ...running(day, 90),
    id: 'demoTiers',
    kind: 'tierPrice',
    title: '茶友会员价',
    minTier: TIERS[0],
    scope: only({ categoryIds: ['tea'] }),
    percents: { silver: 98, gold: 95, black: 92 },
    prices: [
      { skuId: 'longjing-125-tin', tier: 'gold', priceFen: 278_00 },
      { skuId: 'longjing-125-tin', tier: 'black', priceFen: 268_00 },
    ],
  },
]

const pieces = (day: Instant): Promotion[] => [
  {
    ...running(day, 30),
    id: 'demoBreakfast',
    kind: 'bundle',
    title: '早餐一套',
    parts: [
      { skuId: 'sourdough-plain', quantity: 1 },
      { skuId: 'slow-jam-strawberry-200', quantity: 1 },
    ],
    priceFen: 56_00,
  },
  {
    ...running(day, 14),
    id: 'demoCrackers',
    kind: 'nthPiece',
    title: '海苔脆第二件半价',
    scope: only({ productIds: ['nori-cracker'] }),
    nth: 2,
    percentOff: 50,
  },
  {
    ...running(day, 14),
    id: 'demoSoap',
    kind: 'nthPiece',
    title: '手工皂买二送一',
    scope: only({ productIds: ['olive-soap'] }),
    nth: 3,
    percentOff: 100,
  },
]

const sums = (day: Instant): Promotion[] => [
  {
    ...running(day, 14),
    id: 'demoSeason',
    kind: 'spendOff',
    title: '换季满减',
    scope: WHOLE_SHOP_SCOPE,
    steps: [
      { fromFen: 199_00, offFen: 15_00 },
      { fromFen: 399_00, offFen: 40_00 },
    ],
  },
  {
    ...running(day, 14),
    id: 'demoGift',
    kind: 'gift',
    title: '满额送手工皂',
    scope: WHOLE_SHOP_SCOPE,
    fromFen: 299_00,
    skuId: 'olive-soap-mint-1',
    quantity: 1,
    perMemberMax: 1,
    isOptional: false,
  },
  {
    ...running(day, 60),
    id: 'demoSampler',
    kind: 'gift',
    title: '带一份茶样尝尝',
    scope: only({ categoryIds: ['tea', 'pastry'] }),
    fromFen: 88_00,
    skuId: 'tea-sampler-3',
    quantity: 1,
    perMemberMax: 2,
    isOptional: true,
  },
  {
    ...running(day, 30),
    id: 'demoNear',
    kind: 'freeFreight',
    title: '江浙沪低门槛包邮',
    scope: WHOLE_SHOP_SCOPE,
    fromFen: 59_00,
    provinces: ['上海市', '江苏省', '浙江省'],
  },
]
