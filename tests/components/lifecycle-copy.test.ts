import type { LifecycleTransition } from '@core/domain/members/member'
import type { RecencyReason, StageReason } from '@core/domain/members/sections'
import {
  nextChangeCopy,
  purchaseIntervalFigure,
  purchaseIntervalNote,
  recencyReasonCopy,
  stageReasonCopy,
  transitionCopy,
  transitionReasonCopy,
} from '@/copy/lifecycle'

const TODAY = '2026-04-20'

/** One example per reason; a missing code does not compile. */
const STAGE_REASONS: { [C in StageReason['code']]: [Extract<StageReason, { code: C }>, string] } = {
  KNOWN: [{ code: 'KNOWN', channel: 'wechat' }, '来过小店，还没有更多动作。'],
  VIEWS: [{ code: 'VIEWS', views: 5, days: 2 }, '在 2 天里看了 5 次商品。'],
  FAVOURITE: [{ code: 'FAVOURITE', favourites: 1 }, '收藏过 1 次商品。'],
  SEARCH_CLICK: [{ code: 'SEARCH_CLICK', clicks: 2 }, '搜索后点开过 2 次商品。'],
  CART: [{ code: 'CART', added: 3 }, '往购物车放过 3 次商品。'],
  UNPAID_ORDER: [
    { code: 'UNPAID_ORDER', orders: 1 },
    '下过 1 单，都没有保留下来：没付款，或全退了。',
  ],
  KEPT_ORDER: [{ code: 'KEPT_ORDER', orders: 2 }, '有 2 个保留订单：付了款，没有全退。'],
  LOYAL_ORDERS: [
    {
      code: 'LOYAL_ORDERS',
      days: 8,
      from: '2025-09-02',
      to: '2026-03-14',
      windowDays: 365,
      needed: 3,
    },
    '365 天内有 8 个不同日期的保留订单（门槛 3），从 2025 年 9 月 2 日到 2026 年 3 月 14 日。',
  ],
  HIGH_TIER: [{ code: 'HIGH_TIER', tier: 'gold' }, '等级到了金卡，并且有保留的订单。'],
  REFERRAL: [
    { code: 'REFERRAL', on: '2026-04-01' },
    '4 月 1 日推荐的朋友下单获奖，自己也有保留的订单。',
  ],
}

const contact = { code: 'LAST_INTERACTION', on: '2026-03-20', gapDays: 14, gaps: 4 } as const

const RECENCY_REASONS: [string, RecencyReason, string][] = [
  [
    'a first contact',
    { code: 'FIRST_CONTACT', on: '2026-04-18', days: 2, limitDays: 30 },
    '4 月 18 日第一次来，30 天内都算新客。',
  ],
  [
    'an interaction on the same day',
    { ...contact, days: 0, limitDays: 30 },
    '3 月 20 日有互动，平时约 14 天买一次。',
  ],
  [
    'silence, measured by the own purchase interval',
    { ...contact, days: 31, limitDays: 90 },
    '上次互动在 3 月 20 日，已过 31 天，平时约 14 天买一次。',
  ],
  [
    'silence of a customer without an own interval',
    { ...contact, days: 91, limitDays: null, gapDays: 30, gaps: 0 },
    '上次互动在 3 月 20 日，已过 91 天，还看不出自己的节奏，按全店约 30 天一次看。',
  ],
  [
    'silence before the shop has any interval',
    { ...contact, days: 91, limitDays: null, gapDays: null, gaps: 0 },
    '上次互动在 3 月 20 日，已过 91 天，还看不出买东西的节奏，按店里设的天数看。',
  ],
]

const TRANSITIONS: [LifecycleTransition, string, string][] = [
  [
    { kind: 'stage', from: null, to: 'aware', reason: { code: 'KNOWN', channel: 'import' } },
    '记为「认知」',
    '从原来的系统导入，还没有保留的订单。',
  ],
  [
    { kind: 'stage', from: 'buyer', to: 'loyal', reason: { code: 'HIGH_TIER', tier: 'black' } },
    '由「购买」进入「忠诚」',
    '等级到了黑金，并且有保留的订单。',
  ],
  [
    {
      kind: 'recency',
      from: 'active',
      to: 'silent',
      reason: { ...contact, days: 31, limitDays: 90 },
    },
    '由「活跃期」进入「沉默期」',
    '上次互动在 3 月 20 日，已过 31 天，平时约 14 天买一次。',
  ],
  [
    { kind: 'tier', from: 'silver', to: 'gold', growth: 1_180 },
    '等级由银卡变为金卡',
    '成长值到了 1,180。',
  ],
  [
    { kind: 'winBack', lostOn: '2025-12-01', on: '2026-04-02' },
    '流失后回来了',
    '2025 年 12 月 1 日流失，4 月 2 日再次购买。',
  ],
]

describe('lifecycle copy', () => {
  test.each(Object.values(STAGE_REASONS))('explains a stage: %j', (reason, text) => {
    expect(stageReasonCopy(reason, TODAY)).toBe(text)
  })

  test('says that a customer was imported', () => {
    const text = stageReasonCopy({ code: 'KNOWN', channel: 'import' }, TODAY)
    expect(text).toBe('从原来的系统导入，还没有保留的订单。')
  })

  test.each(RECENCY_REASONS)('explains a recency: %s', (_, reason, text) => {
    expect(recencyReasonCopy(reason, TODAY)).toBe(text)
  })

  test.each(TRANSITIONS)(
    'describes a transition and its reason: %j',
    (transition, change, reason) => {
      expect(transitionCopy(transition)).toBe(change)
      expect(transitionReasonCopy(transition, TODAY)).toBe(reason)
    },
  )

  test.each([
    ['new', '2026-05-01', '到 5 月 1 日不再算新客，之后看最近一次互动；下了单就提前离开新客。'],
    ['active', '2026-05-01', '到 5 月 1 日还没有新的互动，就转入「沉默期」。'],
    [
      'silent',
      '2027-01-02',
      '到 2027 年 1 月 2 日还没有新的互动，就转入「流失期」；一有互动就回到「活跃期」。',
    ],
    ['active', '2026-01-02', '1 月 2 日就该再看一次了，今晚整理时更新。'],
    ['lost', null, '时间不会再改变什么；一有互动就回到「活跃期」，再买一单记为赢回。'],
  ] as const)('announces the next change of %s on %s', (recency, reviewOn, text) => {
    expect(nextChangeCopy({ recency, reviewOn }, TODAY)).toBe(text)
  })

  test.each([
    [{ gapDays: null, gaps: 0 }, '—', ''],
    [{ gapDays: 21.5, gaps: 0 }, '22 天', '全店的间隔'],
    [{ gapDays: 14.3, gaps: 3 }, '14 天', '凭 3 次间隔'],
  ])('shows a purchase interval and its basis: %j', (interval, figure, note) => {
    expect(purchaseIntervalFigure(interval)).toBe(figure)
    expect(purchaseIntervalNote(interval)).toBe(note)
  })
})
