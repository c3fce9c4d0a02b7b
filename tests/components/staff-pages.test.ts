import { memberListInput, type TimelineRow } from '@core/contract/customers'
import type { OrderView } from '@core/contract/orders'
import { shipInput } from '@core/contract/shipping'
import { EVENT_KINDS } from '@core/domain/members/facts'
import { CARRIERS } from '@core/domain/orders/carriers'
import { startOf } from '@core/kernel/calendar'
import * as v from 'valibot'
import {
  CARRIER_MAX,
  normalizeParcel,
  parcelErrors,
  refusedFieldErrors,
  TRACKING_MAX,
} from '@/copy/parcels'
import { eventCopy } from '@/pages/admin/event-copy'
import { runningBalances } from '@/pages/admin-customers/members/detail/balances'
import {
  filterChips,
  type MemberFilter,
  removeFilter,
  setWord,
  toggleFilter,
} from '@/pages/admin-customers/members/list/filter'
import { staffStateCopy } from '@/pages/admin-trade/orders/detail/state-copy'

const TODAY = '2026-03-14'

describe('the filter of the member list', () => {
  test('takes a choice, replaces it by another, and takes it back when tapped again', () => {
    const loyal = toggleFilter({ tier: 'gold' }, 'stage', 'loyal')
    expect(loyal).toEqual({ tier: 'gold', stage: 'loyal' })
    expect(toggleFilter(loyal, 'stage', 'buyer')).toEqual({ tier: 'gold', stage: 'buyer' })
    expect(toggleFilter(loyal, 'stage', 'loyal')).toEqual({ tier: 'gold' })
  })

  test('looks for a word without the blanks around it, and for none when it is blank', () => {
    expect(setWord({ stage: 'loyal' }, ' 林 ')).toEqual({ stage: 'loyal', word: '林' })
    expect(setWord({ stage: 'loyal', word: '林' }, '  ')).toEqual({ stage: 'loyal' })
  })

  test('says every part of itself, and each can be taken back', () => {
    const filter = {
      word: '12347',
      stage: 'loyal',
      recency: 'silent',
      tier: 'black',
      channel: 'import',
    } as const
    const chips = filterChips(filter)
    expect(chips.map((chip) => chip.label)).toEqual(['「12347」', '忠诚', '沉默期', '黑金', '导入'])
    const none = chips.reduce<MemberFilter>((left, chip) => removeFilter(left, chip.key), filter)
    expect(none).toEqual({})
    expect(v.safeParse(memberListInput, filter).success).toBe(true)
  })
})

describe('a parcel before it is sent', () => {
  const good = { carrier: '顺丰速运', trackingNumber: 'SF1234567890' }
  const accepted = (draft: typeof good) =>
    v.safeParse(shipInput, { orderId: 'demo1', ...draft }).success

  test.each([
    ['nothing', { carrier: '', trackingNumber: '' }, ['carrier', 'trackingNumber']],
    ['no carrier', { ...good, carrier: '' }, ['carrier']],
    ['the longest carrier', { ...good, carrier: 'x'.repeat(CARRIER_MAX) }, []],
    ['a carrier too long', { ...good, carrier: 'x'.repeat(CARRIER_MAX + 1) }, ['carrier']],
    ['five characters', { ...good, trackingNumber: 'A2345' }, ['trackingNumber']],
    ['six characters', { ...good, trackingNumber: 'A23456' }, []],
    ['the longest number', { ...good, trackingNumber: '1'.repeat(TRACKING_MAX) }, []],
    ['a number too long', { ...good, trackingNumber: '1'.repeat(33) }, ['trackingNumber']],
    ['Chinese in the number', { ...good, trackingNumber: '单号123456' }, ['trackingNumber']],
  ])('with %s is judged as the contract judges it', (_, draft, wrong) => {
    expect(Object.keys(parcelErrors(draft))).toEqual(wrong)
    expect(accepted(draft)).toBe(wrong.length === 0)
  })

  test.each(CARRIERS.map(({ name }) => name))('%s can be sent with', (carrier) => {
    expect(accepted({ ...good, carrier })).toBe(true)
  })

  test('loses the blanks that are printed between groups of figures', () => {
    const draft = normalizeParcel({ carrier: ' 顺丰速运 ', trackingNumber: 'sf 1234 5678 90\n' })
    expect(draft).toEqual(good)
  })

  test.each([
    [{ code: 'INVALID_INPUT', field: 'carrier' }, ['carrier']],
    [{ code: 'INVALID_INPUT', field: 'trackingNumber' }, ['trackingNumber']],
    [{ code: 'INVALID_INPUT', field: 'orderId' }, null],
    [{ code: 'NUMBER_USED', orderId: 'demo2' }, ['trackingNumber']],
    [{ code: 'NETWORK' }, null],
  ])('refused with %j marks its own field', (error, fields) => {
    const errors = refusedFieldErrors(error)
    expect(errors && Object.keys(errors)).toEqual(fields)
  })
})

describe('the balance after each row of the ledger', () => {
  test('runs back from the account to nothing', () => {
    const rows = [
      { available: 0, pending: 50 },
      { available: 30, pending: -30 },
      { available: 0, pending: 30 },
    ]
    expect(runningBalances({ available: 30, pending: 50 }, rows)).toEqual([
      { available: 30, pending: 50 },
      { available: 30, pending: 0 },
      { available: 0, pending: 30 },
    ])
  })

  test('of an empty ledger is empty', () => {
    expect(runningBalances({ available: 0, pending: 0 }, [])).toEqual([])
  })
})

describe('a line of the timeline', () => {
  const row = { id: 'e1', at: startOf(TODAY), transitions: [] }

  test.each([
    [{ kind: 'view', productTitle: '秦岭土蜂蜜' }, '浏览 秦岭土蜂蜜'],
    [{ kind: 'view' }, '浏览商品'],
    [{ kind: 'search', word: '蜂蜜' }, '搜索「蜂蜜」'],
    [{ kind: 'searchClick', productTitle: '秦岭土蜂蜜' }, '搜索后点开 秦岭土蜂蜜'],
    [{ kind: 'favourite', productTitle: '秦岭土蜂蜜' }, '收藏 秦岭土蜂蜜'],
    [{ kind: 'cart', productTitle: '秦岭土蜂蜜' }, '加入购物车 秦岭土蜂蜜'],
    [{ kind: 'order', fen: 12_840 }, '下单 ¥128.40'],
    [{ kind: 'pay', fen: 12_840, points: 128 }, '付款 ¥128.40，128 积分待到账'],
    [{ kind: 'pay', fen: 12_840 }, '付款 ¥128.40'],
    [{ kind: 'confirm' }, '确认收货'],
    [{ kind: 'complete', points: 128 }, '订单完成，128 积分到账'],
    [{ kind: 'refund', fen: 6_800 }, '退款 ¥68.00'],
    [{ kind: 'close', fen: 12_840 }, '订单关闭 ¥128.40'],
    [{ kind: 'firstContact' }, '第一次来'],
    [{ kind: 'join' }, '成为会员'],
    [{ kind: 'import' }, '从原来的系统导入'],
    [{ kind: 'review' }, '重新看过，没有变化'],
  ] as [Partial<TimelineRow>, string][])('%j', (part, words) => {
    expect(eventCopy({ ...row, kind: 'view', ...part })).toBe(words)
  })

  test.each(EVENT_KINDS)('has words for %s even when nothing more is known', (kind) => {
    expect(eventCopy({ ...row, kind })).not.toContain('undefined')
  })
})

describe('the state of an order, for the staff', () => {
  const at = startOf(TODAY) + 50_000_000
  const order = { dueAt: null, closeReason: null }

  test.each([
    [{ state: 'awaitingPayment', dueAt: at }, '等顾客付款，今天 13:53 还没付就自动关闭'],
    [{ state: 'paid' }, '顾客已付款，等你发货'],
    [{ state: 'shipped', dueAt: at }, '在路上，顾客不确认的话，今天自动确认'],
    [{ state: 'refunding' }, '顾客要退款，处理完之前先不发货'],
    [{ state: 'partlyShipped' }, '发出了一部分，等你发剩下的'],
    [{ state: 'received', dueAt: at }, '顾客已收到，今天售后期过后完成'],
    [{ state: 'completed' }, '这一单完成了'],
    [{ state: 'closed', closeReason: 'REFUNDED' }, '已全部退款'],
    [{ state: 'closed', closeReason: 'CANCELLED' }, '顾客取消了'],
    [{ state: 'closed', closeReason: 'NOT_PAID_IN_TIME' }, '没有按时付款，已自动关闭'],
  ] as [Partial<OrderView>, string][])('%j', (part, words) => {
    expect(staffStateCopy({ ...order, ...part } as OrderView, TODAY)).toBe(words)
  })
})
