import { openShop, type TestShop } from '../builders/shop'
import { findAll } from './harness/queries'
import { attributesOf } from './harness/rendered'
import { openShopApp } from './shop-app'

/** Accessible names and roles in WeChat; Taro's own templates would drop them (config/aria.js). */

jest.setTimeout(60_000)

let shop: TestShop
beforeAll(async () => void (shop = await openShop()))
afterAll(() => shop.close())

test('icons have accessible names, and tap targets have the role of a button', async () => {
  const app = openShopApp(shop.devcloud, 'oTest-aria')
  await app.see('秦岭土蜂蜜')
  await app.tap('秦岭土蜂蜜')
  await app.see('立即购买')
  const { view, pages } = app.run
  const holder = pages.top()?.view.holder
  if (!holder) throw new Error('no page is open')
  const attributes = findAll(view, holder, { css: '.nav-bar__back' }).map((one) => {
    const { ariaLabel, ariaRole } = attributesOf(view, one)
    return { ariaLabel, ariaRole }
  })
  expect(attributes).toEqual([{ ariaLabel: '返回', ariaRole: 'button' }])
  app.close()
})
