import { mapWithConcurrency } from '@core/kernel/concurrency'
import { openShop, type TestShop } from '../builders/shop'
import type { MiniProgram } from './harness'
import { openShopApp } from './shop-app'

/** A list that grows keeps the page below the 1,000 nodes of WeChat's audit. */

const ORDERS = 104
const NODES_MAX = 1_000
/** Blocks near a screen that shows two: one above, two on it, one below. */
const NEAR = 4

jest.setTimeout(300_000)

let shop: TestShop
let app: MiniProgram
beforeAll(async () => {
  shop = await openShop()
  const he = shop.customer('he')
  await he.join('何川')
  const goods = ['tea:1', 'honey:1', 'honey:2']
  await mapWithConcurrency(
    Array.from({ length: ORDERS }, (_, at) => goods[at % goods.length] as string),
    2,
    (skuId) => he.buys(skuId),
  )
})
afterAll(async () => {
  app.close()
  await shop.close()
})

const nodes = async () => (await app.measure(() => undefined)).nodes
const cards = () => app.findAll({ css: '.order-card' }).length

test(`${ORDERS} orders, scrolled to the end and back`, async () => {
  app = openShopApp(shop.devcloud, shop.customer('he').openid, {
    url: '/pages/orders/list/index',
  })
  await app.see('正在取后面的')
  let most = 0
  while (!app.has('到底了')) {
    await app.reachBottom()
    await app.idle()
    // What is above the screen is far; the phone tells the page as it scrolls.
    app.scrollTo((at, count) => at >= count - NEAR)
    most = Math.max(most, await nodes())
  }
  expect(most).toBeLessThan(NODES_MAX)
  expect(cards()).toBeLessThan(ORDERS / 3)
  expect(cards()).toBeGreaterThan(6)
  app.scrollTo((at) => at < NEAR)
  await app.idle()
  expect(await nodes()).toBeLessThan(NODES_MAX)
  expect(cards()).toBe(NEAR * 6)
})
