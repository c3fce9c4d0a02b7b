import type { Browser, Page } from 'playwright-core'
import { couponOffer } from '../builders/promotions'
import { ADDRESS, must, openShop, type TestShop } from '../builders/shop'
import { openBrowser, openPage } from './browser'
import { tapText, visibleElement, waitForToast } from './page-actions'
import { collectProblems } from './page-problems'

/** What a customer looks for after an order, and on a product's page. */

jest.setTimeout(180_000)

let shop: TestShop
let browser: Browser
beforeAll(async () => {
  shop = await openShop()
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

const walk = async (name: string, path: string, steps: (page: Page) => Promise<void>) => {
  const { openid } = shop.customer(name)
  const page = await openPage(browser, { devcloud: shop.devcloud, openid, path })
  const problems = collectProblems(page)
  await steps(page)
  await page.context().close()
  expect(problems()).toEqual([])
}

const tap = (page: Page, text: string) => tapText(page, text, true)
const sees = (page: Page, text: string | RegExp) => visibleElement(page, text).waitFor()

test('我的 counts orders by what they wait for, and each count opens its list', async () => {
  const lin = shop.customer('counted')
  await lin.places()
  await lin.buys()
  await lin.buys()
  await walk('counted', '/pages/tabs/me/index', async (page) => {
    await page.getByLabel('待付款 1', { exact: true }).waitFor()
    await page.getByLabel('待发货 2', { exact: true }).click()
    await visibleElement(page, '催发货').waitFor()
    expect(await page.locator('.order-card:visible').count()).toBe(2)
  })
})

test('orders are searched by what is in them, and an unknown word says so', async () => {
  const lin = shop.customer('finder')
  await lin.places('tea:1')
  await lin.places('honey:1')
  await walk('finder', '/pages/orders/list/index', async (page) => {
    const field = page.getByLabel('搜索我的订单').locator('input')
    await field.fill('蜂蜜')
    await field.press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('.order-card').length === 1)
    await sees(page, '秦岭土蜂蜜')
    await field.fill('火箭')
    await field.press('Enter')
    await sees(page, '没有找到「火箭」')
  })
})

test('orders of another tab are asked for again by who comes back from one', async () => {
  const lin = shop.customer('returning')
  const { id: orderId } = await lin.places('tea:1')
  await walk('returning', '/pages/orders/list/index', async (page) => {
    await page.locator('.nut-tabs-titles-item', { hasText: '待付款' }).click()
    await page.locator('.order-card:visible').click()
    await sees(page, '取消订单')
    await lin.does('orders.cancel', { orderId, reason: 'NOT_WANTED' })
    await page.evaluate(() => window.history.back())
    await page.locator('.order-card').waitFor({ state: 'detached' })
  })
})

test('an order is urged once a day, and goes to another address', async () => {
  const lin = shop.customer('urging')
  const { id } = await lin.buys('honey:1')
  await walk('urging', `/pages/orders/detail/index?id=${id}`, async (page) => {
    await tap(page, '催发货')
    await sees(page, '今天催过了')
    await sees(page, /催过 1 次/)
    await tap(page, '改地址')
    const type = (label: string, text: string) =>
      page.getByLabel(label, { exact: true }).locator('input').fill(text)
    await type('收货人', ADDRESS.name)
    await type('手机号', '13900001111')
    await tap(page, '选择省、市、区')
    for (const name of ['浙江省', '杭州市', '西湖区']) await tap(page, name)
    await type('详细地址', '北山街 1 号')
    await tap(page, '用这个地址')
    await waitForToast(page, '这一单改寄到新地址了')
    await sees(page, '139****1111')
  })
})

test('cancelling asks why, with nothing chosen beforehand', async () => {
  const lin = shop.customer('fickle')
  const { id: orderId } = await lin.places()
  await walk('fickle', `/pages/orders/detail/index?id=${orderId}`, async (page) => {
    await sees(page, '货给你留着，还剩')
    await tap(page, '取消订单')
    await sees(page, '先选一个原因')
    await tap(page, '地址或电话写错了')
    await tap(page, '确定取消')
    await waitForToast(page, '已取消')
  })
  expect((await lin.does('orders.show', { orderId })).cancelReason).toBe('WRONG_ADDRESS')
})

test('a product’s page claims a coupon, says what sending costs, and counts the cart', async () => {
  must(await shop.admin('coupons.save', { coupon: couponOffer('teaday') }))
  const lin = shop.customer('shopping')
  await lin.join()
  await lin.does('cart.change', { change: 'add', skuId: 'honey:1', quantity: 1 })
  await walk('shopping', '/pages/tabs/home/index', async (page) => {
    await tap(page, '明前龙井')
    await page.getByLabel('购物车 1', { exact: true }).waitFor()
    await tapText(page, '可领券 1 张，最多省 ¥10')
    await tap(page, '领取')
    await waitForToast(page, '已放进券包')
    await sees(page, '已领取')
    await page.getByLabel('关闭').filter({ visible: true }).last().click()
    await tapText(page, '选择省份')
    await tap(page, '四川省')
    await sees(page, '四川省 · 运费 ¥8.00，满 ¥99 包邮')
    await tapText(page, '7 天售后')
    await sees(page, /签收后 7 天内可以申请退款/)
  })
  expect((await lin.does('coupons.wallet', { part: 'usable' })).items).toHaveLength(1)
})
