import { AFTER_SALE_STATES } from '@core/domain/after-sales/after-sale'
import { ORDER_STATES, ORDER_STEPS } from '@core/domain/orders/order'
import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { ALLOWANCES, blockedTold } from '@core/operations/allowances'
import { AFTER_SALE_STATE_COPY, afterSaleErrorCopy } from '@/copy/after-sales'
import { cartErrorCopy } from '@/copy/cart'
import { checkoutErrorCopy } from '@/copy/checkout'
import { failureCopy, failureLine } from '@/copy/failures'
import { freightCopy, freightReasonCopy } from '@/copy/freight'
import { NEXT_STEP_COPY, ORDER_STATE_COPY, orderPointsCopy, unavailableCopy } from '@/copy/orders'
import { promotionProgress } from '@/copy/promotion-progress'
import { submissionErrorCopy } from '@/copy/reviews'
import {
  allowedPicks,
  initialPicks,
  pickableQuantity,
  pickedLines,
  togglePick,
} from '@/pages/after-sales/request/picks'
import { ticketErrorCopy } from '@/pages/service/ticket/ticket-errors'
import { activity, line, material, PLAIN_ZONE } from '../builders/pricing'

const TODAY = '2026-03-14'

describe('S2-10 order copy', () => {
  test.each(ORDER_STATES)('%s has a name and a next step', (state) => {
    expect(ORDER_STATE_COPY[state]).not.toBe('')
    expect(NEXT_STEP_COPY[ORDER_STEPS[state]]).toMatch(/^下一步：/)
  })

  const earning = { earns: { points: 68 }, refundedFen: 0 }
  test.each([
    ['awaitingPayment', '付款后得 68 积分'],
    ['shipped', '68 积分待到账，售后期过后可用'],
    ['received', '68 积分待到账，售后期过后可用'],
    ['completed', '68 积分已到账'],
    ['closed', ''],
  ] as const)('in %s the points text is "%s"', (state, text) => {
    expect(orderPointsCopy({ ...earning, state })).toBe(text)
  })

  test('unavailable goods are named, or counted', () => {
    expect(unavailableCopy([])).toBe('')
    expect(unavailableCopy([{ title: '樱桃' }])).toBe('樱桃 暂时买不到')
    expect(unavailableCopy([{ title: '樱桃' }, { title: '茶' }])).toBe('樱桃 等 2 样暂时买不到')
  })
})

describe('why an order cannot be placed', () => {
  const about = { lines: [{ skuId: 'tea:1', title: '明前龙井' }], today: TODAY }
  const from = Date.parse('2026-03-15T09:30:00+08:00')
  test.each([
    [{ code: 'LIMIT_REACHED', skuId: 'tea:1', max: 2, per: 'order' }, /^明前龙井 每单最多 2 件/],
    [{ code: 'LIMIT_REACHED', skuId: 'tea:1', max: 2, per: 'member' }, /^明前龙井 每人最多 2 件/],
    [{ code: 'NOT_YET_ON_SALE', skuId: 'tea:1', from }, /^明前龙井 明天 09:30 才开售/],
    [{ code: 'OFFER_GONE', sourceId: 'a' }, /刚刚用完了/],
    [
      {
        code: 'GIFT_GONE',
        gifts: [{ promotionId: 'a', skuId: 'tea:1' }],
        totalFen: 6_800,
      },
      /^赠品 明前龙井 刚刚送完了，没有它是 ¥68.00/,
    ],
    [{ code: 'NO_DELIVERY', province: '西藏自治区' }, /^西藏自治区暂时送不到/],
    [{ code: 'PRICE_CHANGED', totalFen: 6_800 }, /现在是 ¥68.00/],
    [{ code: 'PRODUCT_GONE', skuId: 'other' }, /^有一件 刚刚下架/],
  ] as const)('%j has a message', (error, message) => {
    expect(checkoutErrorCopy(error, about)).toMatch(message)
  })
})

describe('what the shop itself says is shown wherever it is met', () => {
  const { told, perDay: most } = ALLOWANCES['orders.place']
  const operation = 'orders.place'
  const usedUp = { code: 'ALLOWANCE_USED', operation, most, per: 'day', told } as const
  const until = Date.parse('2026-03-21T10:00:00+08:00')
  const blocked = { code: 'BLOCKED', until, told: blockedTold(until) } as const
  const copies = {
    failure: failureLine,
    cart: cartErrorCopy,
    checkout: (error: typeof usedUp | typeof blocked) =>
      checkoutErrorCopy(error, { lines: [], today: TODAY }),
    afterSale: afterSaleErrorCopy,
    review: submissionErrorCopy,
    ticket: ticketErrorCopy,
  }
  test.each(Object.entries(copies))('%s', (_name, copy) => {
    expect(copy(usedUp)).toBe('今天下单太多了，明天再来下单')
    expect(copy(blocked)).toBe(
      '店家暂停了你的下单和发言，到 2026-03-21，已买的照常收货、售后；有疑问请联系客服',
    )
  })

  test('a page that shows nothing else has both halves', () => {
    expect(failureCopy(usedUp)).toEqual({ title: '今天下单太多了', note: '明天再来下单' })
  })
})

describe('freight copy', () => {
  const priced = (unitFen: number, more = {}) => {
    const input = material([line('tea', unitFen)], { freight: [PLAIN_ZONE], ...more })
    return { input, quoted: quote(input, NO_CHOICE) }
  }

  test.each([
    [9_899, '满 99 包邮，还差 ¥0.01', '全国'],
    [9_900, '已包邮', '满 99 包邮'],
  ])('of goods for %i fen is "%s"', (unitFen, text, reason) => {
    const { input, quoted } = priced(unitFen)
    expect(freightCopy(quoted, input)).toBe(text)
    expect(freightReasonCopy(quoted.adjustments, input)).toBe(reason)
  })

  test('shows the amount when it is never free, and says when a region is not served', () => {
    const dear = priced(5_000, { freight: [{ ...PLAIN_ZONE, freeFromFen: null }] })
    expect(freightCopy(dear.quoted, dear.input)).toBe('含运费 ¥8')
    const away = priced(5_000, { freight: [{ ...PLAIN_ZONE, isServed: false }] })
    expect(freightCopy(away.quoted, away.input)).toBe('暂时送不到你的地址')
  })
})

describe('promotion progress in the cart', () => {
  const spendOff = activity('spendOff', {
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
  const progressTexts = (unitFen: number) => {
    const input = material([line('tea', unitFen)], {
      promotions: [spendOff, gift],
      gifts: { mini: { productId: 'mini', valueFen: 900, available: 5 } },
    })
    const quoted = quote(input, NO_CHOICE)
    const snapshot = { key: 'mini', skuId: 'mini', productId: 'mini', title: '小样' }
    const gifts = [{ ...snapshot, spec: '', picture: '', fields: [], available: 5 }]
    return promotionProgress({ input, quote: quoted, gifts, today: TODAY }).map((hint) => hint.text)
  }

  test('shows the distance to the next step, and what has been reached', () => {
    expect(progressTexts(9_000)).toEqual(['满 100 减 10，还差 ¥10', '满 120 送小样，还差 ¥30'])
    expect(progressTexts(14_000)).toEqual([
      '已减 ¥10；满 300 减 40，还差 ¥160',
      '满 120 送小样，已经送上',
    ])
    expect(progressTexts(30_000)).toEqual([
      '满 100 减 10，满 300 减 40，已减 ¥40',
      '满 120 送小样，已经送上',
    ])
  })
})

describe('picks of an after-sale request', () => {
  const orderLine = { skuId: 's', productId: 'p', title: '茶', spec: '', name: '', picture: '' }
  const goods = (key: string, askable: number, returnable: number) => ({
    ...orderLine,
    key,
    kind: 'goods' as const,
    unitFen: 100,
    quantity: 5,
    prices: [],
    askable,
    returnable,
  })
  const service = { ...goods('c', 2, 0), kind: 'service' as const }
  const lines = [goods('a', 5, 2), goods('b', 1, 1), service]

  test('start with everything the kind allows, or with one line', () => {
    expect(initialPicks(lines, 'refund', null)).toEqual({ a: 5, b: 1, c: 2 })
    expect(initialPicks(lines, 'returnRefund', null)).toEqual({ a: 2, b: 1, c: 2 })
    expect(initialPicks(lines, 'refund', 'b')).toEqual({ b: 1 })
  })

  test('of an exchange are one line, and never a service', () => {
    expect(initialPicks(lines, 'exchange', null)).toEqual({ a: 2 })
    expect(pickableQuantity(service, 'exchange')).toBe(0)
    expect(togglePick({ a: 2 }, lines[1]!, 'exchange')).toEqual({ b: 1 })
  })

  test('shrink to what another kind allows, and can be removed', () => {
    expect(allowedPicks(lines, 'returnRefund', { a: 4 })).toEqual({ a: 2 })
    expect(pickedLines(togglePick({ a: 2, b: 1 }, lines[0]!, 'refund'))).toEqual([
      { key: 'b', quantity: 1 },
    ])
  })

  test('every state has a name, and an error says what to do', () => {
    for (const state of AFTER_SALE_STATES) expect(AFTER_SALE_STATE_COPY[state]).not.toBe('')
    expect(afterSaleErrorCopy({ code: 'REFUND_TOO_MUCH', key: 'a', left: 1 })).toMatch(/最多.*1 件/)
    expect(afterSaleErrorCopy({ code: 'WRONG_STATE', state: 'completed' })).toMatch(/已完成/)
  })
})
