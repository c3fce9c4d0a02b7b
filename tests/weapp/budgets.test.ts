import { BUDGETS } from '../../config/budgets'
import { openShop, type TestShop } from '../builders/shop'
import { openShopApp } from './shop-app'

/** Budgets of the first screen and of a tap, measured on WeChat's engine. */

jest.setTimeout(60_000)

let shop: TestShop
beforeAll(async () => void (shop = await openShop()))
afterAll(() => shop.close())

test('home needs one cloud call and keeps its setData and tree budgets', async () => {
  await shop.customer('wan').join('林晚')
  const app = openShopApp(shop.devcloud, shop.customer('wan').openid)
  await app.see('秦岭土蜂蜜')
  const cost = await app.measure(() => undefined, 'launch')
  const { firstScreen } = BUDGETS
  expect(cost.cloudCalls).toEqual(['home.show'])
  expect(cost.setDataCalls).toBeLessThanOrEqual(firstScreen.setDataCalls)
  expect(cost.setDataBytes).toBeLessThanOrEqual(firstScreen.setDataBytes)
  expect(cost.nodes).toBeLessThanOrEqual(firstScreen.nodes)
  expect(cost.depth).toBeLessThanOrEqual(firstScreen.depth)
  app.close()
})

test('changing the quantity of a cart line sends only a few KB', async () => {
  const he = shop.customer('he')
  for (const skuId of ['tea:1', 'honey:1', 'honey:2']) {
    await he.does('cart.change', { change: 'add', skuId, quantity: 1 })
  }
  const app = openShopApp(shop.devcloud, he.openid)
  await app.tapTab('购物车')
  await app.see('共 3 种')
  await app.idle()
  const more = { css: '.nut-inputnumber-add', closestTo: '明前龙井' }
  const cost = await app.measure(() => app.tap(more))
  await app.see('¥243.90')
  expect(cost.setDataBytes).toBeLessThanOrEqual(BUDGETS.oneLineTap.setDataBytes)
  expect(cost.setDataBytes).toBeGreaterThan(0)
  expect(await he.does('cart.show', {})).toMatchObject({
    lines: expect.arrayContaining([expect.objectContaining({ skuId: 'tea:1', quantity: 2 })]),
  })
  app.close()
})

test('no page exceeds the limits of WeChat’s audit', async () => {
  const large = shop.customer('large')
  await large.join('何川')
  const { id } = await large.buys('tea:1')
  const urls = [
    '/pages/tabs/category/index',
    '/pages/tabs/me/index',
    '/pages/catalog/detail/index?id=honey',
    `/pages/orders/detail/index?id=${id}`,
    '/pages/orders/list/index',
    '/pages/account/center/index',
    '/pages/account/points/index',
    '/pages/account/profile/index',
    '/pages/account/privacy/index',
  ]
  for (const url of urls) {
    const app = openShopApp(shop.devcloud, large.openid, { url })
    const { nodes, depth, setDataBytesMax } = await app.measure(() => undefined, 'launch')
    expect({ url, isSmall: nodes < 1000 && depth < 30 }).toEqual({ url, isSmall: true })
    // "setData ≤ 256 KB each" of the same audit (WeChat docs, framework).
    expect(setDataBytesMax).toBeLessThan(256 * 1024)
    app.close()
  }
})
