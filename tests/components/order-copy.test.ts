import { AFTER_SALE_STATES } from '@core/domain/after-sales/after-sale'
import { NEXT_STEPS, ORDER_STATES } from '@core/domain/orders/order'
import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { AFTER_SALE_STATE_COPY, afterSaleErrorCopy } from '@/copy/after-sales'
import { checkoutErrorCopy } from '@/copy/checkout'
import { freightCopy, freightReasonCopy } from '@/copy/freight'
import { NEXT_STEP_COPY, ORDER_STATE_COPY, orderPointsCopy, unavailableCopy } from '@/copy/orders'
import {
  allowedPicks,
  initialPicks,
  pickableQuantity,
  pickedLines,
  togglePick,
} from '@/pages/after-sales/request/picks'
import { promotionProgress } from '@/pages/tabs/cart/promotion-progress'
import { activity, line, material, PLAIN_ZONE } from '../builders/pricing'

const TODAY = '2026-03-14'

describe('S2-10 words of an order', () => {
  test.each(ORDER_STATES)('%s has a name, and its next step is said', (state) => {
    expect(ORDER_STATE_COPY[state]).not.toBe('')
    expect(NEXT_STEP_COPY[NEXT_STEPS[state]]).toMatch(/^下一步：/)
  })

  const earning = { earns: { points: 68 }, refundedFen: 0 }
  test.each([
    ['awaitingPayment', '付款后得 68 积分'],
    ['shipped', '68 积分待到账，售后期过后可用'],
    ['received', '68 积分待到账，售后期过后可用'],
    ['completed', '68 积分已到账'],
    ['closed', ''],
  ] as const)('in %s its points are "%s"', (state, words) => {
    expect(orderPointsCopy({ ...earning, state })).toBe(words)
  })

  test('what cannot be had again is named, or counted', () => {
    expect(unavailableCopy([])).toBe('')
    expect(unavailableCopy([{ title: '樱桃' }])).toBe('樱桃 暂时买不到')
    expect(unavailableCopy([{ title: '樱桃' }, { title: '茶' }])).toBe('樱桃 等 2 样暂时买不到')
  })
})

describe('why an order is not placed', () => {
  const about = { lines: [{ skuId: 'tea:1', title: '明前龙井' }], today: TODAY }
  const from = Date.parse('2026-03-15T09:30:00+08:00')
  test.each([
    [{ code: 'LIMIT_REACHED', skuId: 'tea:1', max: 2, per: 'order' }, /^明前龙井 每单最多 2 件/],
    [{ code: 'LIMIT_REACHED', skuId: 'tea:1', max: 2, per: 'member' }, /^明前龙井 每人最多 2 件/],
    [{ code: 'NOT_YET_ON_SALE', skuId: 'tea:1', from }, /^明前龙井 明天 09:30 才开售/],
    [{ code: 'OFFER_GONE', sourceId: 'a' }, /刚刚用完了/],
    [{ code: 'NO_DELIVERY', province: '西藏自治区' }, /^西藏自治区暂时送不到/],
    [{ code: 'PRICE_CHANGED', totalFen: 6_800 }, /现在是 ¥68.00/],
    [{ code: 'PRODUCT_GONE', skuId: 'other' }, /^有一件 刚刚下架/],
  ] as const)('%j is said in words', (error, words) => {
    expect(checkoutErrorCopy(error, about)).toMatch(words)
  })
})

describe('the freight beside the total', () => {
  const priced = (unitFen: number, more = {}) => {
    const whole = material([line('tea', unitFen)], { freight: [PLAIN_ZONE], ...more })
    return { whole, bill: quote(whole, NO_CHOICE) }
  }

  test.each([
    [9_899, '满 99 包邮，还差 ¥0.01', '全国'],
    [9_900, '已包邮', '满 99 包邮'],
  ])('of goods for %i fen is "%s"', (unitFen, words, why) => {
    const { whole, bill } = priced(unitFen)
    expect(freightCopy(bill, whole)).toBe(words)
    expect(freightReasonCopy(bill.adjustments, whole)).toBe(why)
  })

  test('is told as it is where nothing frees it, and where nothing is sent', () => {
    const dear = priced(5_000, { freight: [{ ...PLAIN_ZONE, freeFromFen: null }] })
    expect(freightCopy(dear.bill, dear.whole)).toBe('含运费 ¥8')
    const away = priced(5_000, { freight: [{ ...PLAIN_ZONE, isServed: false }] })
    expect(freightCopy(away.bill, away.whole)).toBe('暂时送不到你的地址')
  })
})

describe('what a cart is told of activities', () => {
  const ladder = activity('spendOff', {
    scope: WHOLE_SHOP_SCOPE,
    steps: [
      { fromFen: 10_000, offFen: 1_000 },
      { fromFen: 30_000, offFen: 4_000 },
    ],
  })
  const gift = activity('gift', {
    scope: WHOLE_SHOP_SCOPE,
    fromFen: 12_000,
    skuId: 'mini',
    quantity: 1,
    perMemberMax: null,
    isOptional: false,
  })
  const told = (unitFen: number) => {
    const whole = material([line('tea', unitFen)], {
      promotions: [ladder, gift],
      gifts: { mini: { productId: 'mini', valueFen: 900, available: 5 } },
    })
    const bill = quote(whole, NO_CHOICE)
    const words = { key: 'mini', skuId: 'mini', productId: 'mini', title: '小样' }
    const gifts = [{ ...words, spec: '', picture: '', fields: [], available: 5 }]
    return promotionProgress({ input: whole, quote: bill, gifts, today: TODAY }).map(
      (hint) => hint.text,
    )
  }

  test('is how far the next step is, and what has been reached', () => {
    expect(told(9_000)).toEqual(['满 100 减 10，还差 ¥10', '满 120 送小样，还差 ¥30'])
    expect(told(14_000)).toEqual(['已减 ¥10；满 300 减 40，还差 ¥160', '满 120 送小样，已经送上'])
    expect(told(30_000)).toEqual([
      '满 100 减 10，满 300 减 40，已减 ¥40',
      '满 120 送小样，已经送上',
    ])
  })
})

describe('what is asked back', () => {
  const words = { skuId: 's', productId: 'p', title: '茶', spec: '', name: '', picture: '' }
  const goods = (key: string, askable: number, returnable: number) => ({
    ...words,
    key,
    kind: 'goods' as const,
    unitFen: 100,
    quantity: 5,
    askable,
    returnable,
  })
  const service = { ...goods('c', 2, 0), kind: 'service' as const }
  const lines = [goods('a', 5, 2), goods('b', 1, 1), service]

  test('is at first everything that the kind allows, or the line it was opened for', () => {
    expect(initialPicks(lines, 'refund', null)).toEqual({ a: 5, b: 1, c: 2 })
    expect(initialPicks(lines, 'returnRefund', null)).toEqual({ a: 2, b: 1, c: 2 })
    expect(initialPicks(lines, 'refund', 'b')).toEqual({ b: 1 })
  })

  test('of an exchange is one line, and no service by itself', () => {
    expect(initialPicks(lines, 'exchange', null)).toEqual({ a: 2 })
    expect(pickableQuantity(service, 'exchange')).toBe(0)
    expect(togglePick({ a: 2 }, lines[1]!, 'exchange')).toEqual({ b: 1 })
  })

  test('shrinks to what another kind allows, and a line is taken out again', () => {
    expect(allowedPicks(lines, 'returnRefund', { a: 4 })).toEqual({ a: 2 })
    expect(pickedLines(togglePick({ a: 2, b: 1 }, lines[0]!, 'refund'))).toEqual([
      { key: 'b', quantity: 1 },
    ])
  })

  test('has a name in every state, and a refusal says what to do', () => {
    for (const state of AFTER_SALE_STATES) expect(AFTER_SALE_STATE_COPY[state]).not.toBe('')
    expect(afterSaleErrorCopy({ code: 'REFUND_TOO_MUCH', key: 'a', left: 1 })).toMatch(/最多.*1 件/)
    expect(afterSaleErrorCopy({ code: 'WRONG_STATE', state: 'completed' })).toMatch(/已完成/)
  })
})
