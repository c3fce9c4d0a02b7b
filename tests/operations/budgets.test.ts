import { DAY_MS } from '@core/kernel/calendar'
import { BUDGETS } from '../../config/budgets'
import { ACTIVITIES } from '../builders/promotions'
import { openShop, type TestShop } from '../builders/shop'
import { claims, receives, runs } from '../builders/trade'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ environment: { MEASURE_ROUNDS: '1' } })
}, 60_000)
afterAll(() => shop.close())

const costOf = (operation: string) =>
  shop.devcloud.metrics.report().operations.find((one) => one.operation === operation)!

const { operations: BUDGET } = BUDGETS

it.each([
  ['home.show', {}],
  ['catalog.product', { productId: 'tea' }],
  ['catalog.search', { word: '龙井' }],
  ['orders.quote', { lines: [{ skuId: 'tea:1', quantity: 1 }] }],
] as const)('%s asks the database in no more rounds than it may', async (operation, input) => {
  const lin = shop.customer('lin')
  await lin.join()
  await lin.does(operation, input)
  expect(costOf(operation).databaseRounds.max).toBeLessThanOrEqual(BUDGET[operation].rounds)
})

it('orders.place of 3 lines, a coupon and points stays within its calls and rounds', async () => {
  const lin = shop.customer('lin')
  const { id: orderId } = await lin.buys('tea:1', 10)
  await receives(shop, lin, orderId)
  await shop.devcloud.clock.advance({ days: 8 })
  const grantId = await claims(shop, lin)
  const lines = ['tea:1', 'honey:1', 'honey:2'].map((skuId) => ({ skuId, quantity: 1 }))
  const draft = await lin.chooses(lines, { grantId, points: 500, samples: [] })
  shop.devcloud.metrics.clear()
  const placed = await lin.does('orders.place', draft)
  expect(placed.adjustments.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['COUPON', 'POINTS']),
  )
  const { databaseCalls, databaseRounds } = costOf('orders.place')
  expect(databaseCalls.max).toBeLessThanOrEqual(BUDGET['orders.place'].calls)
  expect(databaseRounds.max).toBeLessThanOrEqual(BUDGET['orders.place'].rounds)
})

it('promotions of every kind and a held coupon cost no additional round', async () => {
  const lin = shop.customer('lin')
  await claims(shop, lin)
  const now = shop.devcloud.clock.now()
  const today = { startsAt: now, endsAt: now + DAY_MS }
  for (const rule of Object.values(ACTIVITIES)) await runs(shop, { ...rule, ...today })
  shop.devcloud.metrics.clear()
  await lin.does('home.show', {})
  await lin.does('catalog.product', { productId: 'tea' })
  await lin.does('catalog.search', { word: '蜂蜜', order: 'priceUp' })
  const lines = ['tea:1', 'honey:1', 'honey:2'].map((skuId) => ({ skuId, quantity: 2 }))
  const { material } = await lin.does('orders.quote', { lines, province: '浙江省' })
  expect(material.promotions).toHaveLength(Object.keys(ACTIVITIES).length)
  expect(material.grants).toHaveLength(1)
  for (const operation of ['home.show', 'catalog.product', 'catalog.search'] as const) {
    expect(costOf(operation).databaseRounds.max).toBeLessThanOrEqual(BUDGET[operation].rounds)
  }
  const { databaseRounds } = costOf('orders.quote')
  expect(databaseRounds.max).toBeLessThanOrEqual(BUDGET['orders.quote'].rounds)
})
