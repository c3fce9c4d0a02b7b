import {
  AFTER_SALE_STEPS,
  AFTER_SALE_TRANSITIONS,
  type AfterSale,
  type AfterSaleEvent,
  requestableKinds,
  transitionAfterSale,
} from '@core/domain/after-sales/after-sale'
import { GRANT_TRANSITIONS } from '@core/domain/coupons/coupon'
import {
  nextOrderState,
  ORDER_STATES,
  ORDER_STEPS,
  ORDER_TRANSITIONS,
  type OrderEvent,
  type OrderState,
  piecesBySku,
} from '@core/domain/orders/order'
import {
  extendConfirmation,
  markCompleted,
  markReceived,
  markShipped,
  parcelError,
  transitionOrder,
} from '@core/domain/orders/transitions'
import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { DAY_MS } from '@core/kernel/calendar'
import { paidOrder } from '../builders/paid-order'
import { line, material, NOON } from '../builders/pricing'
import { defaultProgram } from '../builders/program'

type Table = Record<string, Record<string, string>>

describe.each<[string, Table, string, string[]]>([
  ['an order', ORDER_TRANSITIONS, 'awaitingPayment', ['closed']],
  ['an after-sale', AFTER_SALE_TRANSITIONS, 'requested', ['refused', 'withdrawn', 'done']],
  ['a coupon grant', GRANT_TRANSITIONS, 'unused', []],
])('the states of %s', (_, table, first, last) => {
  const from = (start: string) => {
    const reached = new Set([start])
    for (const state of reached) Object.values(table[state] ?? {}).forEach((to) => reached.add(to))
    return reached
  }

  it('can all be reached from the first, and lead nowhere else', () => {
    expect([...from(first)].sort()).toEqual(Object.keys(table).sort())
  })

  it('have a way on, but for the last ones', () => {
    const stuck = Object.keys(table).filter((state) => Object.keys(table[state] ?? {}).length === 0)
    expect(stuck.sort()).toEqual([...last].sort())
  })

  it('have all a way to an end, where there is one', () => {
    const endless = Object.keys(table).filter((state) => !last.some((end) => from(state).has(end)))
    expect(endless).toEqual(last.length === 0 ? Object.keys(table) : [])
  })
})

const ALLOWED: Partial<Record<OrderState, Partial<Record<OrderEvent, OrderState>>>> = {
  awaitingPayment: { pay: 'paid', cancel: 'closed', expire: 'closed' },
  paid: {
    shipPart: 'partlyShipped',
    shipAll: 'shipped',
    requestRefund: 'refunding',
    refundAll: 'closed',
  },
  refunding: { resume: 'paid', refundAll: 'closed' },
  partlyShipped: { shipPart: 'partlyShipped', shipAll: 'shipped', refundAll: 'closed' },
  shipped: { confirm: 'received', autoConfirm: 'received', refundAll: 'closed' },
  received: { complete: 'completed', refundAll: 'closed' },
  completed: { refundAll: 'closed' },
}
const EVENTS: OrderEvent[] = [
  ...(['pay', 'cancel', 'expire', 'shipPart', 'shipAll', 'requestRefund'] as const),
  ...(['resume', 'confirm', 'autoConfirm', 'complete', 'refundAll'] as const),
]
const lines = [line('tea', 1_000, { quantity: 3 }), line('cup', 500)]
const order = paidOrder(material(lines), NO_CHOICE)

it.each(ORDER_STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))(
  'in %s, %s leads where the table says, or is refused',
  (state, event) => {
    const to = ALLOWED[state]?.[event] ?? null
    expect(nextOrderState(state, event)).toBe(to)
    const go = () => transitionOrder({ ...order, state }, event).state
    if (to === null) expect(go).toThrow(`${event} is forbidden in ${state}`)
    else expect(go()).toBe(to)
  },
)

it('a forbidden move of an after-sale is a bug of the caller', () => {
  const asked = { id: 'a', state: 'requested', dueAt: 1 } as AfterSale
  expect(transitionAfterSale(asked, 'agree', { dueAt: 9 })).toMatchObject({
    state: 'agreed',
    dueAt: 9,
  })
  expect(transitionAfterSale(asked, 'refuse')).toMatchObject({ state: 'refused', dueAt: null })
  for (const event of ['sendBack', 'settle', 'retry', 'receive'] satisfies AfterSaleEvent[]) {
    expect(() => transitionAfterSale(asked, event)).toThrow(`${event} is forbidden in requested`)
  }
})

it('S2-10 every state of an order and of an after-sale has a next step', () => {
  expect(Object.keys(ORDER_STEPS).sort()).toEqual([...ORDER_STATES].sort())
  expect(Object.keys(AFTER_SALE_STEPS)).toEqual(Object.keys(AFTER_SALE_TRANSITIONS))
})

it.each<[OrderState, string[]]>([
  ['awaitingPayment', []],
  ['paid', ['refund']],
  ['refunding', ['refund']],
  ['partlyShipped', ['refund', 'returnRefund']],
  ['shipped', ['refund', 'returnRefund', 'exchange']],
  ['received', ['refund', 'returnRefund', 'exchange']],
  ['completed', []],
  ['closed', []],
])('of an order in %s one can ask for %p', (state, kinds) => {
  expect(requestableKinds({ state })).toEqual(kinds)
})

describe('S0-13 parcels', () => {
  const parcel = (...pieces: [string, number][]) =>
    pieces.map(([key, quantity]) => ({ key, quantity }))
  it.each<[string, [string, number][], string | null]>([
    ['some pieces', [['tea', 2]], null],
    [
      'all of them',
      [
        ['tea', 3],
        ['cup', 1],
      ],
      null,
    ],
    ['nothing', [], ''],
    ['none of a line', [['tea', 0]], 'tea'],
    ['half a piece', [['tea', 0.5]], 'tea'],
    ['no number of pieces', [['tea', Number.NaN]], 'tea'],
    [
      'more than there are',
      [
        ['cup', 1],
        ['tea', 4],
      ],
      'tea',
    ],
    [
      'a line twice',
      [
        ['tea', 2],
        ['tea', 1],
      ],
      'tea',
    ],
    ['what was not ordered', [['pot', 1]], 'pot'],
  ])('a parcel of %s', (_, pieces, key) => {
    const error = key === null ? null : { code: 'PARCEL_MISMATCH', key }
    expect(parcelError(order, parcel(...pieces))).toEqual(error)
  })

  const send = (from: typeof order, ...pieces: [string, number][]) =>
    markShipped(
      from,
      { carrier: 'SF', trackingNumber: '1', at: NOON, lines: parcel(...pieces) },
      defaultProgram,
    )

  it('the last one makes the order sent, and its confirmation due, which is put off once', () => {
    const first = send(order, ['tea', 2])
    expect(first).toMatchObject({ state: 'partlyShipped', dueAt: null })
    const all = send(first, ['tea', 1], ['cup', 1])
    expect(all).toMatchObject({ state: 'shipped', dueAt: NOON + 15 * DAY_MS })
    expect(all.shipments).toHaveLength(2)
    const later = extendConfirmation(all, defaultProgram)
    expect(later).toMatchObject({ isExtended: true, dueAt: NOON + 22 * DAY_MS })
    const here = markReceived(later, { event: 'autoConfirm', at: NOON + 1 }, defaultProgram)
    expect(here).toMatchObject({ state: 'received', dueAt: NOON + 1 + 7 * DAY_MS })
    expect(markCompleted(here, NOON + 9)).toMatchObject({ completedAt: NOON + 9, dueAt: null })
  })
})

it('pieces of a SKU are summed over lines and gifts; services take none', () => {
  const services = [{ id: 'wrap', name: '包装', priceFen: 1 }]
  const two = [line('tea', 1, { quantity: 2, services }), line('tea', 1, { key: 'tea~1' })]
  expect(piecesBySku(paidOrder(material(two), NO_CHOICE).lines)).toEqual([
    { skuId: 'tea', quantity: 3 },
  ])
})
