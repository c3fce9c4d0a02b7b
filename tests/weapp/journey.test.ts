import { openShop, type TestShop } from '../builders/shop'
import { openPhone } from './phone'

/** The compiled mini program on WeChat's engine, used by taps against a real desk. */

jest.setTimeout(120_000)

let shop: TestShop
beforeAll(async () => void (shop = await openShop()))
afterAll(() => shop.close())

test('first', async () => {
  const app = openPhone(shop.desk, 'oTest-wan')
  await app.idle()
  console.log(app.text())
  await app.tap('秦岭土蜂蜜')
  await app.idle()
  console.log(app.path(), app.text())
  await app.tap('加入购物车')
  await app.idle()
  console.log(app.path(), app.text())
  await app.tap({ css: '.sku__value', text: '500g' })
  await app.tap({ css: '.sheet__foot .button', text: '加入购物车' })
  await app.idle()
  console.log(app.path(), app.text(), app.overlay)
  await app.tap({ css: '.small-way', text: '购物车' })
  await app.idle()
  console.log(app.path(), app.text())
  await app.tap({ text: '结算' })
  await app.idle()
  console.log(app.path(), app.text())
  await app.tap('微信支付')
  await app.idle()
  console.log(app.path(), app.text())
  await app.tap('从微信地址簿取')
  await app.idle()
  console.log(app.path(), app.text())
  await app.tap('用这个地址')
  await app.idle()
  console.log(app.path(), app.text())
  await app.tap('微信支付')
  await app.idle()
  console.log(app.path(), app.text())
  await app.tap('确认支付')
  await app.idle()
  console.log(app.path(), app.text())
  app.close()
})
