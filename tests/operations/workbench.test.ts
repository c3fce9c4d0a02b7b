import { must, openShop, type TestShop } from '../builders/shop'
import { asks, ships } from '../builders/trade'

/** The staff's home: how the day goes, and what should be done by its end. */

const TEA_FEN = 6_800
const FREIGHT_FEN = 800

let shop: TestShop
beforeEach(async () => {
  shop = await openShop()
}, 60_000)
afterEach(() => shop.close())

const bench = async () => must(await shop.admin('workbench.show', {}))
const today = async () => (await bench()).today

it('counts what was paid today, and yesterday until the same time of the day', async () => {
  expect(await today()).toEqual({
    paid: { orders: 0, fen: 0 },
    paidYesterday: { orders: 0, fen: 0 },
    customers: 0,
    refundsUnderWay: { refunds: 0, fen: 0 },
  })
  const lin = shop.customer('lin')
  const { totalFen } = await lin.buys('tea:1')
  await lin.places('tea:1')
  expect(await today()).toMatchObject({ paid: { orders: 1, fen: totalFen }, customers: 1 })
  await shop.devcloud.clock.advance({ hours: 23 })
  expect(await today()).toMatchObject({
    paid: { orders: 0, fen: 0 },
    paidYesterday: { orders: 0, fen: 0 },
    customers: 0,
  })
  await shop.devcloud.clock.advance({ hours: 2 })
  expect(await today()).toMatchObject({ paidYesterday: { orders: 1, fen: totalFen } })
})

it('a day begins at midnight in Shanghai', async () => {
  await shop.devcloud.clock.set('2026-03-04T23:59:59+08:00')
  await shop.customer('lin').buys('tea:1')
  expect((await today())?.paid.orders).toBe(1)
  await shop.devcloud.clock.set('2026-03-05T00:00:00+08:00')
  expect((await today())?.paid.orders).toBe(0)
})

it('an order is due on the day its 48 hours are over, until it is shipped', async () => {
  const { id } = await shop.customer('lin').buys('tea:1')
  expect((await bench()).due).toEqual({})
  await shop.devcloud.clock.set('2026-03-05T23:59:59+08:00')
  expect((await bench()).due).toEqual({})
  await shop.devcloud.clock.set('2026-03-06T00:00:00+08:00')
  expect((await bench()).due).toEqual({ orders: 1 })
  await ships(shop, id)
  expect((await bench()).due).toEqual({})
})

it('money agreed to be given back is on its way until it has arrived', async () => {
  const lin = shop.customer('lin')
  const order = await lin.buys('tea:1')
  const lines = [{ key: 'tea:1', quantity: 1 }]
  const { id } = await asks(lin, { orderId: order.id, kind: 'refund', lines })
  await shop.devcloud.clock.advance({ days: 2 })
  expect((await bench()).due).toMatchObject({ afterSales: 1 })
  await shop.devcloud.refunds({ outcome: 'PROCESSING' })
  const { refundFen } = must(
    await shop.admin('afterSales.agree', { afterSaleId: id, withFreight: true }),
  )
  expect(refundFen).toBe(TEA_FEN + FREIGHT_FEN)
  expect((await today())?.refundsUnderWay).toEqual({ refunds: 1, fen: refundFen })
  await shop.devcloud.refunds({ outRefundNo: id, outcome: 'SUCCESS' })
  expect((await today())?.refundsUnderWay).toEqual({ refunds: 0, fen: 0 })
})
