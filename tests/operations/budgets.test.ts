import { openShop, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const costOf = (operation: string) =>
  shop.desk.metrics.report().operations.find((one) => one.operation === operation)!

/** The budgets of database rounds and calls, as the cloud would bill and wait for them. */
it.each([
  ['home.show', {}],
  ['catalog.product', { productId: 'tea' }],
  ['orders.quote', { lines: [{ skuId: 'tea:1', quantity: 1 }] }],
] as const)('%s asks the database in at most 2 rounds', async (operation, input) => {
  const lin = shop.customer('lin')
  await lin.join()
  await lin.does(operation, input)
  expect(costOf(operation).databaseRounds.max).toBeLessThanOrEqual(2)
})

it('orders.place of 3 lines takes at most 16 calls in at most 9 rounds', async () => {
  const lin = shop.customer('lin')
  await lin.places()
  shop.desk.metrics.clear()
  const lines = ['tea:1', 'honey:1', 'honey:2'].map((skuId) => ({ skuId, quantity: 1 }))
  await lin.does('orders.place', await lin.draft(lines))
  const { databaseCalls, databaseRounds } = costOf('orders.place')
  expect(databaseCalls.max).toBeLessThanOrEqual(16)
  expect(databaseRounds.max).toBeLessThanOrEqual(9)
})
