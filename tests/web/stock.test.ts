import type { Browser, Page } from 'playwright-core'
import { must, OWNER, openShop, type TestShop } from '../builders/shop'
import { moved, stockOf } from '../builders/stock'
import { accessibilityViolations, openBrowser, openPage, visibleText } from './browser'
import { waitForToast } from './page-actions'

/** The staff's stock page in a browser, by taps, against the local cloud. */

// A browser on a busy machine is slow to start and to render.
jest.setTimeout(120_000)

let shop: TestShop
let browser: Browser
let page: Page

const STOCK = '/pages/admin-goods/stock/index'

beforeAll(async () => {
  shop = await openShop()
  await shop.devcloud.clock.advance({ minutes: 5 })
  must(await shop.admin('stock.move', { ...moved('cherry:1', 3), note: '头茬' }))
  await shop.devcloud.clock.advance({ minutes: 5 })
  await shop.customer('lin').buys('cherry:1')
  await shop.customer('man').places('cherry:1')
  browser = await openBrowser()
})
beforeEach(async () => {
  page = await openPage(browser, { devcloud: shop.devcloud, openid: OWNER, path: STOCK })
})
afterEach(() => page.context().close())
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

const openCherry = async () => {
  await page.getByLabel(/^山东大樱桃/).click()
  await page.getByText('建档入库').waitFor()
}
const type = (field: string, text: string) => page.getByLabel(field).locator('input').fill(text)

test('lists low stock, and on a tap its quantities and movements', async () => {
  await page.getByText('到底了，共 1 款').waitFor()
  expect(await accessibilityViolations(page)).toEqual([])
  await openCherry()
  const words = await page.locator('.sheet').innerText()
  expect(words).toMatch(/2\s*可售\s*1\s*占用\s*3\s*在库/)
  expect(words).toMatch(/卖出[^]*−1\s*在库 3[^]*入库\s*采购到货 · 头茬[^]*\+3\s*在库 4/)
  expect(await accessibilityViolations(page)).toEqual([])
})

test('records a delivery, and the list shows it', async () => {
  await page.getByText('到底了，共 1 款').waitFor()
  await openCherry()
  await page.getByRole('button', { name: '入库', exact: true }).click()
  await page.getByText('自产完成').click()
  await page.getByRole('button', { name: '记入库' }).click()
  await page.getByText('填 1 到 100,000 之间的整数').waitFor()
  await type('件数', '2')
  await type('备注', '二茬')
  await page.getByRole('button', { name: '记入库' }).click()
  await page.getByText('自产完成 · 二茬').waitFor()
  expect(await stockOf(shop, 'cherry:1')).toMatchObject({ available: 4, held: 1 })
  await page.getByLabel('关闭').click()
  await page.getByLabel('山东大樱桃，可售 4 件，看流水、改库存').waitFor()
})

test('says how many can be removed when a count exceeds it; keeps the input', async () => {
  await page.getByText('到底了，共 1 款').waitFor()
  const { available } = await stockOf(shop, 'cherry:1')
  await openCherry()
  await page.getByRole('button', { name: '盘点调整' }).click()
  await type('件数', String(available + 1))
  await page.getByRole('button', { name: '记调整' }).click()
  await page.getByText(`现在只能减 ${available} 件；占用的属于待付款的订单`).waitFor()
  await type('件数', '1')
  await page.getByRole('button', { name: '记调整' }).click()
  await waitForToast(page, `已记下，现可售 ${available - 1} 件`)
  await page.getByText('盘点差异').waitFor()
  expect((await stockOf(shop, 'cherry:1')).available).toBe(available - 1)
})

test('lists all, lowest stock first, searches, and says when nothing is found', async () => {
  await page.getByText('全部', { exact: true }).click()
  await page.getByText('到底了，共 4 款').waitFor()
  expect(await visibleText(page)).toMatch(/山东大樱桃[^]*秦岭土蜂蜜[^]*明前龙井/)
  await page.getByLabel('搜索库存').locator('input').fill('龙井')
  await page.keyboard.press('Enter')
  await page.getByText('到底了，共 1 款').waitFor()
  await page.getByText('售完', { exact: true }).click()
  await page.getByText('没有找到「龙井」').waitFor()
})
