import { openShop, type TestShop } from '../builders/shop'
import { asks, runs } from '../builders/trade'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

it('what the pieces of a line cost is stored with its order and shown by after-sales', async () => {
  await runs(shop, {
    kind: 'timePrice',
    prices: [{ skuId: 'tea:1', priceFen: 4_900, stock: null }],
    perMemberMax: 2,
  })
  const mo = shop.customer('mo')
  const bought = await mo.buys('tea:1', 3)
  const prices = [
    { quantity: 2, fen: 4_900 },
    { quantity: 1, fen: 6_800 },
  ]
  expect(bought).toMatchObject({ totalFen: 16_600, lines: [{ key: 'tea:1', prices }] })
  const lines = [{ key: 'tea:1', quantity: 1 }]
  const asked = await asks(mo, { orderId: bought.id, kind: 'refund', lines })
  expect(asked.lines[0]).toMatchObject({ key: 'tea:1', quantity: 1, prices })
  const { lines: offered } = await mo.does('afterSales.options', { orderId: bought.id })
  expect(offered[0]).toMatchObject({ prices })
})
