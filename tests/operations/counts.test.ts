import type { Page } from '@core/contract/primitives'
import { ORDER_GROUPS, TO_SHIP_STATES } from '@core/domain/orders/order-groups'
import { answers, asks as writesIn } from '../builders/service'
import { type Customer, must, openShop, type TestShop } from '../builders/shop'
import { stuckMoneyOf } from '../builders/stuck-money'
import { asks, claims, ships } from '../builders/trade'
import { receives, reviews } from '../builders/voice'

/** Every count on a page is the length of the list that it leads to. */

let shop: TestShop
let lin: Customer
const money = stuckMoneyOf(() => shop)

type Listed = Pick<Page<unknown>, 'items' | 'next'>

/** How long a list is, to its end. */
async function lengthOf(page: (cursor: string | undefined) => Promise<Listed>): Promise<number> {
  let length = 0
  let cursor: string | undefined
  do {
    const { items, next } = await page(cursor)
    length += items.length
    cursor = next ?? undefined
  } while (cursor !== undefined)
  return length
}

/** The list that each count of the staff's home opens. */
const STAFF_LISTS: Record<string, () => Promise<number>> = {
  orders: () =>
    lengthOf(async (cursor) =>
      must(await shop.admin('orders.list', { state: [...TO_SHIP_STATES], cursor })),
    ),
  afterSales: () =>
    lengthOf(async (cursor) =>
      must(await shop.admin('afterSales.list', { part: 'waiting', cursor })),
    ),
  tickets: () =>
    lengthOf(async (cursor) => must(await shop.admin('tickets.list', { state: 'open', cursor }))),
  outbox: () =>
    lengthOf(async (cursor) => must(await shop.admin('outbox.list', { state: 'failed', cursor }))),
  setAside: () => lengthOf(async (cursor) => must(await shop.admin('setAside.list', { cursor }))),
  reconciliation: () =>
    lengthOf(async (cursor) =>
      must(await shop.admin('reconciliation.list', { isOpen: true, cursor })),
    ),
  stuckMoney: async () => must(await shop.admin('reconciliation.stuck', {})).rows.length,
  reviews: () =>
    lengthOf(async (cursor) => must(await shop.admin('reviews.list', { list: 'waiting', cursor }))),
  questions: () =>
    lengthOf(async (cursor) =>
      must(await shop.admin('questions.list', { state: 'waiting', cursor })),
    ),
  stock: () =>
    lengthOf(async (cursor) => must(await shop.admin('stock.list', { filter: 'low', cursor }))),
}

/** Some of everything that is counted, and beside it what must not be. */
beforeAll(async () => {
  shop = await openShop()
  lin = shop.customer('lin')
  await lin.join('林晚')
  await orders()
  await afterSales()
  await voices()
  await stuck()
}, 300_000)
afterAll(() => shop.close())

async function orders() {
  await lin.places()
  await lin.buys()
  const { id: partly, lines } = await lin.buys('honey:1', 2)
  await ships(shop, partly, [{ key: lines[0]?.key ?? '', quantity: 1 }])
  await ships(shop, (await lin.buys()).id)
  await receives(shop, lin)
  await claims(shop, lin)
}

async function afterSales() {
  const one = async (kind: 'refund' | 'returnRefund') => {
    const { orderId } = await receives(shop, lin, 'honey:2')
    return asks(lin, { orderId, kind, lines: [{ key: 'honey:2', quantity: 1 }] })
  }
  await one('refund')
  const { id: refusedId } = await one('refund')
  must(await shop.admin('afterSales.refuse', { afterSaleId: refusedId, refusal: '拆封了' }))
  const { id: withdrawn } = await one('returnRefund')
  await lin.does('afterSales.withdraw', { afterSaleId: withdrawn })
  const { id: agreed } = await one('returnRefund')
  must(await shop.admin('afterSales.saveReturnAddress', { address: '杭州市文三路 478 号' }))
  must(await shop.admin('afterSales.agree', { afterSaleId: agreed, withFreight: false }))
  await shop.devcloud.refunds({ outcome: 'PROCESSING' })
  const { id: underWay } = await one('refund')
  must(await shop.admin('afterSales.agree', { afterSaleId: underWay, withFreight: false }))
}

async function voices() {
  await reviews(shop, lin, { text: '好，加我微信' })
  await reviews(shop, shop.customer('mo'))
  const [open, answered] = [await writesIn(lin), await writesIn(lin, { text: '能送到县里吗' })]
  await answers(shop, answered.id)
  expect(open.id).not.toBe(answered.id)
  await lin.does('questions.ask', {
    questionId: 'question000000000001',
    productId: 'tea',
    text: '多少克',
  })
}

/** Money that is stuck in every way, and days whose bill says otherwise. */
async function stuck() {
  await shop.devcloud.refunds({ outcome: 'ABNORMAL' })
  await money.refunding('gao')
  await money.late('hua')
  const { orderId } = await money.begun('pei')
  await shop.devcloud.pay({ outTradeNo: orderId, outcome: 'success', times: 0 })
  await shop.devcloud.clock.advance({ days: 2 })
}

test('on the staff’s home, each of what waits', async () => {
  const { waiting } = must(await shop.admin('workbench.show', {}))
  expect(Object.keys(waiting).sort()).toEqual(Object.keys(STAFF_LISTS).sort())
  const lengths: Record<string, number> = {}
  for (const [name, length] of Object.entries(STAFF_LISTS)) lengths[name] = await length()
  expect(waiting).toEqual(lengths)
  const none = Object.entries(lengths).filter(([, length]) => length === 0)
  expect(none.map(([name]) => name)).toEqual(['setAside'])
})

test('on the staff’s home, the refunds that are under way', async () => {
  const { today } = must(await shop.admin('workbench.show', {}))
  const length = await lengthOf(async (cursor) =>
    must(await shop.admin('afterSales.list', { part: 'refunding', cursor })),
  )
  expect(today?.refundsUnderWay.refunds).toBe(length)
  expect(length).toBeGreaterThan(0)
})

test('what is due is part of what waits', async () => {
  const { waiting, due } = must(await shop.admin('workbench.show', {}))
  for (const [name, count] of Object.entries(due)) {
    expect([name, count ?? 0]).toEqual([name, Math.min(count ?? 0, waiting[name] ?? 0)])
  }
})

test('on the page of tickets, those that wait for an answer', async () => {
  const report = must(await shop.admin('tickets.report', {}))
  expect(report.waiting).toBe(await STAFF_LISTS['tickets']?.())
})

test('on one’s own page, every count', async () => {
  const me = await lin.does('members.me', {})
  const own = (state: keyof typeof ORDER_GROUPS) =>
    lengthOf((cursor) => lin.does('orders.list', { state: [...ORDER_GROUPS[state]], cursor }))
  expect(me.orders).toEqual({
    awaitingPayment: await own('awaitingPayment'),
    paid: await own('paid'),
    shipped: await own('shipped'),
    toReview: await lengthOf((cursor) => lin.does('orders.list', { isReviewDue: true, cursor })),
    afterSales: await lengthOf((cursor) => lin.does('afterSales.list', { isOpen: true, cursor })),
  })
  expect(me.coupons).toBe(
    await lengthOf((cursor) => lin.does('coupons.wallet', { part: 'usable', cursor })),
  )
  const { items } = await lin.does('tickets.list', {})
  expect(me.unread).toBe(items.filter(({ isUnread }) => isUnread).length)
})

test('on a product’s page, its reviews', async () => {
  const { rating } = await lin.does('catalog.product', { productId: 'tea' })
  const listed = await lengthOf((cursor) => lin.does('reviews.list', { productId: 'tea', cursor }))
  expect(rating.count).toBe(listed)
  expect(listed).toBeGreaterThan(0)
})

test('on the board of customers, each stage and recency', async () => {
  const board = must(await shop.admin('lifecycle.board', {}))
  const of = (filter: object) =>
    lengthOf(async (cursor) => must(await shop.admin('members.list', { ...filter, cursor })))
  expect(board.total).toBe(await of({}))
  for (const [stage, count] of Object.entries(board.stages)) expect(count).toBe(await of({ stage }))
  for (const [recency, count] of Object.entries(board.recencies)) {
    expect(count).toBe(await of({ recency }))
  }
})
