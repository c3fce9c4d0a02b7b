import { openShop, type TestShop } from '../builders/shop'
import type { MiniProgram } from './harness'
import { openShopApp } from './shop-app'

/** The number of taps from a product page to WeChat's cashier. */

jest.setTimeout(120_000)

let shop: TestShop
let app: MiniProgram
beforeAll(async () => void (shop = await openShop()))
afterAll(() => shop.close())
afterEach(() => app.close())

test.each([
  ['two taps to pay for a product with one SKU', '明前龙井', 'tea:1', 2],
  // With several SKUs the sheet asks which, so that nobody buys another one than they meant.
  ['three taps with several SKUs', '秦岭土蜂蜜', 'honey:1', 3],
])('S0-11 %s and a saved address', async (_, title, skuId, tapsMax) => {
  const customer = shop.customer(`quick-${skuId.split(':')[0]}`)
  await customer.join()
  await customer.buys('tea:1')
  // Orders with equal timestamps have no defined order.
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
  if (tapsMax > 2) {
    taps += 1
    await app.tap({ css: '.sheet__foot .button', text: '立即购买' })
  }
  await app.see('138****6021')
  await tap('微信支付')
  await app.see('放弃支付')
  expect(taps).toBeLessThanOrEqual(tapsMax)

  await app.tap('确认支付')
  await app.see('付款成功')
  const { items } = await customer.does('orders.list', {})
  expect(items.map(({ state }) => state)).toEqual(['paid', 'paid'])
  expect(items.flatMap(({ lines }) => lines.map((line) => line.skuId)).sort()).toEqual(
    [skuId, 'tea:1'].sort(),
  )
})
