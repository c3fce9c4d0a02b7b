import { DEVCLOUD_APPID } from '@local/secrets'
import { OWNER, openShop, type TestShop } from '../builders/shop'
import type { WechatUser } from './harness/wx/open-apis'
import { openShopApp } from './shop-app'

/** Shipping on the owner's phone, in the compiled mini program. */

jest.setTimeout(120_000)

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ clock: { frozen: true, start: Date.parse('2026-03-04T10:00+08:00') } })
})
afterAll(() => shop?.close())

const scan = { css: '.button', text: '扫一扫' }

const openOrder = (orderId: string, user: Partial<WechatUser>) =>
  openShopApp(shop.devcloud, OWNER, {
    url: `/pages/admin-trade/orders/detail/index?id=${orderId}`,
    user: { openid: OWNER, appid: DEVCLOUD_APPID, ...user },
  })

test('a label is scanned, and its carrier recognised', async () => {
  const lin = shop.customer('lin')
  const { id } = await lin.buys('tea:1')
  const app = openOrder(id, { label: 'YT8962646785389' })
  await app.see('顾客已付款，等你发货')
  await app.tap(scan)
  await app.see('按单号认出来的')
  await app.tap({ css: '.button', text: '发货' })
  await app.see('已发货')
  expect(await lin.does('orders.show', { orderId: id })).toMatchObject({
    shipments: [{ carrier: '圆通速递', trackingNumber: 'YT8962646785389' }],
  })
  app.close()
})

test('without permission to scan, the number is typed', async () => {
  const { id } = await shop.customer('lin').buys('tea:1')
  const app = openOrder(id, { refusals: { scanCode: { reason: 'auth deny' } } })
  await app.see('顾客已付款，等你发货')
  await app.tap(scan)
  await app.see('没有给微信这项权限，请把单号输进去')
  app.close()
})
