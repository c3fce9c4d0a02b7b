import { openShop, type TestShop } from '../builders/shop'
import type { MiniProgram } from './harness'
import { openShopApp } from './shop-app'

/** How far it is from a product's page to WeChat's cashier, counted in taps. */

jest.setTimeout(120_000)

let shop: TestShop
let app: MiniProgram
beforeAll(async () => void (shop = await openShop()))
afterAll(() => shop.close())
afterEach(() => app.close())

test.each([
  ['of one kind', '明前龙井', 'tea:1'],
  ['with a choice', '秦岭土蜂蜜', 'honey:1'],
])('S0-11 two taps to pay a product %s, where an address is known', async (_, title, skuId) => {
  const customer = shop.customer(`quick-${skuId.split(':')[0]}`)
  await customer.join()
  await customer.buys('tea:1')
  // Orders of one moment have no order among themselves.
  await shop.devcloud.clock.advance({ minutes: 1 })
  app = openShopApp(shop.devcloud, customer.openid)
  await app.tap(title)
  await app.see('满 ¥99 包邮')
  let taps = 0
  const tap = async (text: string) => {
    taps += 1
    await app.tap(text)
  }

  await tap('立即购买')
  await app.see('138****6021')
  await tap('微信支付')
  await app.see('放弃支付')
  expect(taps).toBeLessThanOrEqual(2)

  await app.tap('确认支付')
  await app.see('付款成功')
  const { items } = await customer.does('orders.list', {})
  expect(items.map(({ state }) => state)).toEqual(['paid', 'paid'])
  expect(items.flatMap(({ lines }) => lines.map((line) => line.skuId)).sort()).toEqual(
    [skuId, 'tea:1'].sort(),
  )
})
