import type { Browser, Page } from 'playwright-core'
import { couponOffer } from '../builders/promotions'
import { asks, faqEntry } from '../builders/service'
import { must, OWNER, openShop, PRODUCTS, type TestShop } from '../builders/shop'
import { openBrowser, openPage, visibleText } from './browser'
import { tapText } from './page-actions'

/** How the owner looks after customers, by taps: the day, a coupon for a member, a quick reply. */

jest.setTimeout(120_000)

let shop: TestShop
let browser: Browser
const pages: Page[] = []

const START = Date.parse('2026-03-04T10:00+08:00')
const ANSWER = '冷藏，开封后两个月内喝完。'

const open = async (path: string) => {
  const page = await openPage(browser, { devcloud: shop.devcloud, openid: OWNER, path, width: 390 })
  pages.push(page)
  return page
}

beforeAll(async () => {
  shop = await openShop({ clock: { frozen: true, start: START } })
  const lin = shop.customer('lin')
  await lin.join('林晚')
  await lin.buys('tea:1')
  await shop.devcloud.clock.advance({ days: 2 })
  await lin.buys('tea:1')
  const coupon = couponOffer('ten', { claimUntil: START + 30 * 86_400_000 })
  must(await shop.admin('coupons.save', { coupon }))
  must(await shop.admin('faq.save', { ...faqEntry(), question: '怎么保存', answer: ANSWER }))
  browser = await openBrowser()
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

test('the owner’s home says how the day goes, and what is due today', async () => {
  const page = await open('/pages/admin-trade/home/index')
  await page.getByText('今天成交').waitFor()
  const text = await visibleText(page)
  expect(text).toContain('¥76.00')
  expect(text).toContain('1 单今天要发出')
  await tapText(page, '1 单今天要发出')
  await page.getByText('林晚').first().waitFor()
})

test('a coupon is given to a member with three taps', async () => {
  const { items } = must(await shop.admin('members.list', { word: '林晚' }))
  const page = await open(`/pages/admin-customers/members/detail/index?id=${items[0]?.id}`)
  await tapText(page, '挑一张券')
  await tapText(page, '满 50 减 10')
  await tapText(page, '送出', true)
  await page.getByText('送出', { exact: true }).waitFor({ state: 'detached' })
  const { items: grants } = await shop.customer('lin').does('coupons.wallet', { part: 'usable' })
  expect(grants).toHaveLength(1)
})

test('the answer of a frequent question goes into a reply, behind what is written', async () => {
  const { id } = await asks(shop.customer('lin'))
  const page = await open(`/pages/admin-customers/tickets/detail/index?id=${id}`)
  await page.getByLabel('回复顾客').locator('textarea').fill('你好。')
  await tapText(page, '用常见问题的回答')
  await tapText(page, '怎么保存')
  await tapText(page, '发送', true)
  await page.getByText(ANSWER).first().waitFor()
  const { messages } = must(await shop.admin('tickets.show', { ticketId: id }))
  expect(messages.at(-1)?.text).toBe(`你好。\n${ANSWER}`)
})

test('price and stock are changed from the list, and what is wrong is said at once', async () => {
  const page = await open('/pages/admin-goods/products/list/index')
  const title = PRODUCTS[0]?.title ?? ''
  await page.getByLabel(`改价改库存 ${title}`).click()
  const price = page.getByLabel(/价格$/).locator('input').first()
  await price.fill('0')
  await tapText(page, '保存价格和库存')
  await page.getByText('价格填大于 0 的数字').waitFor()
  await price.fill('72.5')
  await page.getByLabel(/可售$/).locator('input').first().fill('33')
  await tapText(page, '保存价格和库存')
  await page.locator('.quick-edit').first().waitFor({ state: 'detached' })
  const { skus, stock } = must(await shop.admin('products.show', { productId: 'tea' }))
  expect(skus[0]?.priceFen).toBe(7_250)
  expect(stock['tea:1']).toBe(33)
  const { items } = must(await shop.admin('stock.movements', { skuId: 'tea:1' }))
  const counted = items.filter(({ kind }) => kind === 'adjust')
  expect(counted).toMatchObject([{ reason: 'counted' }])
})
