import type { Browser, Page } from 'playwright-core'
import { PROMOTION_STORIES, prepare } from '../builders/promotion-stories'
import { openShop, type TestShop } from '../builders/shop'
import { ends } from '../builders/trade'
import { accessibilityViolations, openBrowser, openPage } from './browser'
import { tapText, visibleElement } from './page-actions'
import { collectProblems } from './page-problems'

/** Discounts in cart and checkout in a browser at 390 × 844, against the local cloud. */

jest.setTimeout(180_000)

let shop: TestShop
let browser: Browser
let running: string | null = null
beforeAll(async () => {
  shop = await openShop()
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

afterEach(async () => {
  if (running) await ends(shop, running)
  running = null
})

const tap = (page: Page, text: string) => tapText(page, text, true)

const open = (openid: string, path: string) =>
  openPage(browser, { devcloud: shop.devcloud, openid, path })

test.each(PROMOTION_STORIES)(
  '$name: shown in the cart, explained at checkout, and charged',
  async (story) => {
    const customer = shop.customer(`story${PROMOTION_STORIES.indexOf(story)}`)
    running = await prepare(shop, customer, story)
    const page = await open(customer.openid, '/pages/tabs/cart/index')
    const problems = collectProblems(page)
    for (const text of story.cart) await visibleElement(page, text).waitFor()
    expect(await accessibilityViolations(page)).toEqual([])
    await tap(page, '结算 1 种')
    for (const text of story.checkout) await visibleElement(page, text).waitFor()
    expect(await accessibilityViolations(page)).toEqual([])
    await tap(page, '微信支付')
    await tap(page, '支付')
    await visibleElement(page, '付款成功').waitFor()
    await page.context().close()
    expect(problems()).toEqual([])
    const { items } = await customer.does('orders.list', {})
    expect(items[0]).toMatchObject({ state: 'paid', totalFen: story.totalFen })
  },
)

test('S0-11 two taps from the product page to payment with a saved address', async () => {
  const wan = shop.customer('taps')
  await wan.buys('honey:1')
  const page = await open(wan.openid, '/pages/catalog/detail/index?id=tea')
  const payCall = page.waitForRequest(
    (request) => request.postData()?.includes('orders.pay') === true,
  )
  await tap(page, '立即购买')
  await tap(page, '微信支付')
  await payCall
  await page.context().close()
})
