import {
  applyRefund,
  type RefundRequest,
  refundError,
  refundPlan,
  withDependentLines,
} from '@core/domain/after-sales/refund'
import { autoConfirmAt, type Order } from '@core/domain/orders/order'
import { markShipped } from '@core/domain/orders/transitions'
import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import type { Promotion } from '@core/domain/promotions/promotion'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { askedBack, leftBe, paidOrder } from '../builders/paid-order'
import { activity, line, material, member, NOON, PLAIN_ZONE } from '../builders/pricing'
import { defaultProgram } from '../builders/program'

const rules = { at: NOON, program: defaultProgram }
const of = (key: string, quantity = 1) => ({ key, quantity })

/** Pieces of lines that are given up, or that come back. */
const NEITHER = { isReturn: false, withFreight: false, own: null }
const refund = (...lines: RefundRequest['lines']) => ({ lines, ...NEITHER })
const giveBack = (...lines: RefundRequest['lines']) => ({ ...refund(...lines), isReturn: true })

const after = (order: Order, request: RefundRequest): Order =>
  applyRefund(order, refundPlan(order, request), { ...rules, own: [] })

const send = (order: Order, ...lines: RefundRequest['lines']): Order => {
  const parcel = { carrier: 'SF', trackingNumber: '1', at: NOON, lines: [...lines] }
  return markShipped(order, parcel, defaultProgram)
}

describe('what pieces of a line are worth', () => {
  const promotions = [activity('nthPiece', { scope: WHOLE_SHOP_SCOPE, nth: 2, percentOff: 100 })]
  const two = paidOrder(material([line('tea', 999, { quantity: 2 })], { promotions }), NO_CHOICE)

  it('S1-20 one of two for the price of one gives back the pro-rated price', () => {
    const plan = refundPlan(two, refund(of('tea')))
    expect(plan).toMatchObject({ totalFen: 499, isWhole: false })
    const rest = refundPlan(after(two, refund(of('tea'))), refund(of('tea')))
    expect(rest).toMatchObject({ totalFen: 500, isWhole: true })
  })

  it('S1-27 a part of a set gives back its share, and all parts the set’s price', () => {
    const parts = [
      { skuId: 'pot', quantity: 1 },
      { skuId: 'cup', quantity: 2 },
    ]
    const set = activity('bundle', { parts, priceFen: 10_000 })
    const lines = [line('pot', 9_000), line('cup', 2_000, { quantity: 2 })]
    const order = paidOrder(material(lines, { promotions: [set] }), NO_CHOICE)
    expect(refundPlan(order, refund(of('cup'))).totalFen).toBe(1_538)
    const all = ['cup', 'pot', 'cup'].reduce((one, key) => after(one, refund(of(key))), order)
    expect(all).toMatchObject({ refundedFen: 10_000, state: 'closed', closeReason: 'REFUNDED' })
  })

  it.each([
    ['none', 0, 2],
    ['a part of one', 0.5, 2],
    ['fewer than none', -1, 2],
    ['no number', Number.NaN, 2],
    ['more than there are', 3, 2],
  ])('%s of them is refused, and the line is named', (_, quantity, left) => {
    const error = { code: 'REFUND_TOO_MUCH', key: 'tea', left }
    expect(refundError(two, [of('tea', quantity)])).toEqual(error)
  })

  it('refuses pieces in another open request, named twice, or not ordered', () => {
    const open = askedBack(two, [of('tea')])
    expect(refundError(open, [of('tea', 2)])).toMatchObject({ left: 1 })
    expect(refundError(open, [of('tea', 2)], [of('tea')])).toBeNull()
    expect(refundError(two, [of('tea'), of('tea', 2)])).toMatchObject({ left: 1 })
    expect(refundError(two, [of('jar')])).toMatchObject({ key: 'jar', left: 0 })
  })
})

describe('what is sent and what is not', () => {
  const order = paidOrder(material([line('tea', 1_000, { quantity: 3 })]), NO_CHOICE)
  const partly = send(order, of('tea'))

  it('a refund without return gives up first what was not sent', () => {
    expect(refundPlan(partly, refund(of('tea', 3))).lines).toMatchObject([{ cancelled: 2 }])
  })

  it('a return takes first what was sent; of the rest nothing is sent any more', () => {
    expect(refundPlan(partly, giveBack(of('tea'))).lines).toMatchObject([{ cancelled: 0 }])
    expect(refundPlan(partly, giveBack(of('tea', 2))).lines).toMatchObject([{ cancelled: 1 }])
  })

  it('an order of which nothing is left to send is sent', () => {
    expect(after(partly, refund(of('tea', 2))).state).toBe('shipped')
    expect(after(partly, refund(of('tea', 1))).state).toBe('partlyShipped')
  })

  it('what is refused goes on where it was', () => {
    const open = askedBack(order, [of('tea')])
    expect(open.state).toBe('refunding')
    expect(leftBe(open, [of('tea')]).state).toBe('paid')
  })
})

describe('freight', () => {
  const tea = line('tea', 1_000, { quantity: 2 })
  const order = paidOrder(material([tea], { freight: [PLAIN_ZONE] }), NO_CHOICE)
  it.each([
    ['comes back with the last piece of what was never sent', refund(of('tea', 2)), 2_800],
    ['does not with a part', refund(of('tea')), 1_000],
    ['does when the shop says so', { ...refund(of('tea')), withFreight: true }, 1_800],
  ])('%s', (_, request, totalFen) => expect(refundPlan(order, request).totalFen).toBe(totalFen))

  it('comes back once', () => {
    const first = after(order, { ...refund(of('tea')), withFreight: true })
    expect(refundPlan(first, refund(of('tea'))).totalFen).toBe(1_000)
    expect(after(first, refund(of('tea'))).refundedFen).toBe(2_800)
  })

  it('does not when something was sent', () => {
    expect(refundPlan(send(order, of('tea')), refund(of('tea', 2))).totalFen).toBe(2_000)
  })
})

describe('S1-26 services', () => {
  const wrap = { id: 'wrap', name: '包装', priceFen: 300 }
  const tea = line('tea', 1_000, { quantity: 2, services: [wrap] })
  const order = paidOrder(material([tea]), NO_CHOICE)

  it('of goods that were not sent go with them', () => {
    const one = refundPlan(order, refund(of('tea')))
    expect(one).toMatchObject({ totalFen: 1_300, isWhole: false })
    const both = refundPlan(order, refund(of('tea', 2)))
    expect(both).toMatchObject({ totalFen: 2_600, isWhole: true })
  })

  it('of goods that were sent have been done, unless they are asked for', () => {
    const sent = send(order, of('tea', 2))
    const goods = refundPlan(sent, giveBack(of('tea', 2)))
    expect(goods).toMatchObject({ totalFen: 2_000, isWhole: false })
    const both = giveBack(of('tea', 2), of('tea+wrap', 2))
    expect(refundPlan(sent, both)).toMatchObject({ totalFen: 2_600, isWhole: true })
  })

  it('come back alone, the goods staying', () => {
    expect(refundPlan(order, refund(of('tea+wrap')))).toMatchObject({ totalFen: 300 })
  })

  it('an order that has but a service left is sent when that is refused', () => {
    const asked = askedBack(order, [of('tea+wrap', 2)])
    const rest = after(asked, refund(of('tea', 2)))
    expect(rest.state).toBe('refunding')
    const left = leftBe(rest, [of('tea+wrap', 2)])
    expect(left).toMatchObject({ state: 'shipped', dueAt: autoConfirmAt(NOON, defaultProgram) })
  })
})

describe('S0-10 a gift that is not earned any more', () => {
  const gift = (fromFen: number): Promotion[] => [
    activity('gift', {
      scope: WHOLE_SHOP_SCOPE,
      fromFen,
      skuId: 'cup',
      quantity: 1,
      perMemberMax: null,
      isOptional: false,
    }),
  ]
  const gifts = { cup: { productId: 'p-cup', valueFen: 2_000, available: 9 } }
  const lines = [line('tea', 9_000), line('jar', 1_000)]
  const order = paidOrder(material(lines, { promotions: gift(10_000), gifts }), NO_CHOICE)
  const sent = send(order, of('tea'), of('jar'), of('gift:gift'))

  it('is not sent, and nothing is deducted', () => {
    const plan = refundPlan(order, refund(of('jar')))
    expect(plan).toMatchObject({ totalFen: 1_000, deductionFen: 0 })
    expect(plan.lines).toContainEqual({ key: 'gift:gift', quantity: 1, fen: 0, cancelled: 1 })
  })

  it('comes back with what comes back', () => {
    const plan = refundPlan(sent, giveBack(of('tea')))
    expect(plan).toMatchObject({ totalFen: 9_000, deductionFen: 0 })
    expect(plan.lines).toContainEqual({ key: 'gift:gift', quantity: 1, fen: 0, cancelled: 0 })
  })

  it('is deducted at its price when it stays', () => {
    const plan = refundPlan(sent, refund(of('tea')))
    expect(plan).toMatchObject({ totalFen: 7_000, deductionFen: 2_000 })
  })

  it('what a small refund cannot bear is deducted from the next one, once', () => {
    const first = refundPlan(sent, refund(of('jar')))
    expect(first).toMatchObject({ totalFen: 0, deductionFen: 1_000 })
    const second = refundPlan(after(sent, refund(of('jar'))), refund(of('tea')))
    expect(second).toMatchObject({ totalFen: 8_000, deductionFen: 1_000 })
  })

  it('given back later, what was deducted is given back too', () => {
    const kept = after(sent, refund(of('tea')))
    const plan = refundPlan(kept, giveBack(of('gift:gift')))
    expect(plan).toMatchObject({ totalFen: 2_000, deductionFen: -2_000 })
    expect(after(kept, giveBack(of('gift:gift'))).refundedFen).toBe(9_000)
  })

  it('is not counted as come back when only other things were asked for and are decided', () => {
    const decided = { ...giveBack(of('tea')), own: [of('tea')] }
    expect(withDependentLines(sent, decided)).toEqual([of('tea')])
    expect(refundPlan(sent, decided)).toMatchObject({ totalFen: 7_000 })
  })

  it('stays while what is kept is worth it by list price, as when it was earned', () => {
    const sale = activity('timePrice', {
      prices: [{ skuId: 'tea', priceFen: 4_500, stock: null }],
      perMemberMax: null,
    })
    const promotions = [...gift(9_000), sale]
    const cheap = paidOrder(material(lines, { promotions, gifts }), NO_CHOICE)
    expect(refundPlan(cheap, refund(of('jar'))).lines).toEqual([
      { key: 'jar', quantity: 1, fen: 1_000, cancelled: 1 },
    ])
    expect(refundPlan(cheap, refund(of('tea'))).lines).toHaveLength(2)
  })

  it('stays while what is kept is worth it, and while anything is kept of one for nothing', () => {
    const cheap = paidOrder(material(lines, { promotions: gift(9_000), gifts }), NO_CHOICE)
    expect(refundPlan(cheap, refund(of('jar'))).lines).toHaveLength(1)
    const free = paidOrder(material(lines, { promotions: gift(0), gifts }), NO_CHOICE)
    expect(refundPlan(free, refund(of('tea'))).lines).toHaveLength(1)
    expect(refundPlan(free, refund(of('tea'), of('jar'))).lines).toHaveLength(3)
  })

  it('may come back after the rest did', () => {
    const asked = askedBack(sent, [of('gift:gift')])
    const rest = after(asked, refund(of('tea'), of('jar')))
    expect(rest).toMatchObject({ state: 'closed', refundedFen: 8_000 })
    const plan = refundPlan(rest, giveBack(of('gift:gift')))
    const end = applyRefund(rest, plan, { ...rules, own: [of('gift:gift')] })
    expect(end).toMatchObject({ state: 'closed', refundedFen: 10_000 })
  })
})

describe('points', () => {
  const buyer = member('basic', 1_000)
  const tea = line('tea', 1_000, { quantity: 3 })
  const order = paidOrder(material([tea], { buyer }), { ...NO_CHOICE, points: 1_000 })

  it('spent ones come back by share, earned ones go, the last refund takes the rest', () => {
    expect(order).toMatchObject({ uses: { points: 1_000 }, earns: { points: 20, growth: 20 } })
    const plans = [1, 2, 3].reduce<{ order: Order; told: number[][] }>(
      ({ order: now, told }) => {
        const { points, clawPoints, clawGrowth, totalFen } = refundPlan(now, refund(of('tea')))
        return {
          order: after(now, refund(of('tea'))),
          told: [...told, [points, clawPoints, clawGrowth, totalFen]],
        }
      },
      { order, told: [] },
    )
    expect(plans.told).toEqual([
      [333, 6, 6, 666],
      [333, 7, 7, 667],
      [334, 7, 7, 667],
    ])
  })
})
