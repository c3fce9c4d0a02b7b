import { BUDGETS } from '../../config/budgets'
import { openShop, type TestShop } from '../builders/shop'
import { openPhone } from './phone'

/** What the first screen and a tap may cost (architecture §7), counted on WeChat's engine. */

jest.setTimeout(60_000)

let shop: TestShop
beforeAll(async () => void (shop = await openShop()))
afterAll(() => shop.close())

test('home stands after one cloud call, within its setData and its tree', async () => {
  await shop.customer('wan').join('林晚')
  const app = openPhone(shop.desk, shop.customer('wan').openid)
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
