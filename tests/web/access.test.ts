import type { Browser, Page } from 'playwright-core'
import { type Customer, must, openShop, type TestShop } from '../builders/shop'
import { asks, receives } from '../builders/trade'
import { accessibilityViolations, openBrowser, openPage, visibleText } from './browser'
import { collectProblems } from './page-problems'
import { smallTapTargets } from './tap-targets'

/** S2-07: every page is readable and usable, on a narrow phone too. */

jest.setTimeout(180_000)

let shop: TestShop
let browser: Browser
let wan: Customer
let orderId: string
let afterSaleId: string
beforeAll(async () => {
  shop = await openShop()
  browser = await openBrowser()
  wan = shop.customer('access')
  await wan.join('林晚')
  orderId = (await wan.buys('honey:2', 2)).id
  await receives(shop, wan, orderId)
  const lines = [{ key: 'honey:2', quantity: 1 }]
  afterSaleId = (await asks(wan, { orderId, kind: 'returnRefund', lines })).id
  must(await shop.admin('afterSales.agree', { afterSaleId, withFreight: false }))
  await wan.does('cart.change', { change: 'add', skuId: 'tea:1', quantity: 2 })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

/** Pages, each with a text that shows that it has loaded. */
const PAGES = [
  ['/pages/tabs/home/index', '今日在店'],
  ['/pages/tabs/category/index', '明前龙井'],
  ['/pages/tabs/cart/index', '结算 1 种'],
  ['/pages/tabs/me/index', '会员中心'],
  ['/pages/catalog/detail/index?id=honey', '立即购买'],
  ['/pages/catalog/search/index?word=蜂蜜', '秦岭土蜂蜜'],
  ['/pages/checkout/confirm/index', '没有要结算的东西'],
  ['/pages/checkout/address/index?use=1', '用这个地址'],
  ['/pages/checkout/addresses/index', '新增地址'],
  ['/pages/checkout/result/index?id=ORDER', '付款成功'],
  ['/pages/orders/list/index', '秦岭土蜂蜜'],
  ['/pages/orders/detail/index?id=ORDER', '实付'],
  ['/pages/orders/parcel/index?id=ORDER&at=0', '复制单号'],
  ['/pages/after-sales/request/index?orderId=ORDER', '提交申请'],
  ['/pages/after-sales/detail/index?id=AFTERSALE', '进度'],
  ['/pages/after-sales/list/index', '退款/售后'],
  ['/pages/account/center/index', '银卡'],
  ['/pages/account/points/index', '积分'],
  ['/pages/account/profile/index', '称呼'],
  ['/pages/account/privacy/index', '隐私'],
] as const

const open = async (path: string, readyText: string, width: number): Promise<Page> => {
  const page = await openPage(browser, {
    devcloud: shop.devcloud,
    openid: wan.openid,
    path: path.replace('ORDER', orderId).replace('AFTERSALE', afterSaleId),
    width,
  })
  await page.getByText(readyText).filter({ visible: true }).first().waitFor()
  return page
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

describe.each(PAGES)('%s', (path, readyText) => {
  test('can be read and tapped', async () => {
    const page = await open(path, readyText, 390)
    const problems = collectProblems(page)
    expect(await accessibilityViolations(page)).toEqual([])
    expect(await smallTapTargets(page)).toEqual([])
    expect(problems()).toEqual([])
    await page.context().close()
  })

  test('fits 320 px', async () => {
    const page = await open(path, readyText, 320)
    expect(await widthOf(page)).toBeLessThanOrEqual(320)
    expect(await visibleText(page)).not.toMatch(/undefined|NaN|null/)
    await page.context().close()
  })
})
