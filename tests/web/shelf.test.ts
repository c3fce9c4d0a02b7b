import type { Browser, Page } from 'playwright-core'
import { must, OWNER, openShop, type TestShop } from '../builders/shop'
import { accessibilityViolations, openBrowser, openPage } from './browser'
import { tapText, visibleElement, waitForToast } from './page-actions'

/** What the owner does with a product beside editing it: put in order, copied and shared. */

// A browser on a busy machine is slow to start and to render.
jest.setTimeout(120_000)

const LIST = '/pages/admin-goods/products/list/index'
const SHELF = '/pages/admin-goods/products/shelf/index'

let shop: TestShop
let browser: Browser
const pages: Page[] = []
beforeAll(async () => {
  shop = await openShop()
  browser = await openBrowser()
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

const open = async (path: string, width = 390) => {
  const page = await openPage(browser, { devcloud: shop.devcloud, openid: OWNER, path, width })
  pages.push(page)
  return page
}
const shown = async () => {
  const { items } = await shop.customer('lin').does('catalog.search', {})
  return items.map(({ title }) => title)
}

/** Drags with a finger, as the browser reports it, from the middle of an element. */
async function drag(page: Page, label: string, byPx: number): Promise<void> {
  const box = await page.getByLabel(label, { exact: true }).boundingBox()
  if (!box) throw new Error(`${label} is not shown`)
  const client = await page.context().newCDPSession(page)
  const x = box.x + box.width / 2
  const y = box.y + box.height / 2
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at === undefined ? [] : [{ x, y: at }],
    })
  await touch('touchStart', y)
  for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', y + byPx * part)
  await touch('touchEnd')
}

test('the shelf is put in order by dragging and by taps, and saved as one', async () => {
  expect(await shown()).toEqual(['山东大樱桃', '秦岭土蜂蜜', '明前龙井'])
  const page = await open(SHELF)
  await page.getByLabel('拖动 明前龙井').waitFor()
  // Two rows up.
  await drag(page, '拖动 明前龙井', -144)
  await page.getByLabel('1 明前龙井，点开可以移动').waitFor()
  expect(await accessibilityViolations(page)).toEqual([])
  await page.getByLabel('2 山东大樱桃，点开可以移动').click()
  await page.getByLabel('下移 山东大樱桃').click()
  await page.getByLabel('3 山东大樱桃，点开可以移动').waitFor()
  await tapText(page, '保存顺序', true)
  await waitForToast(page, '顺序存好了')
  expect(await shown()).toEqual(['明前龙井', '秦岭土蜂蜜', '山东大樱桃'])
  await page.getByText('保存顺序').waitFor({ state: 'detached' })
})

test('an order that somebody else has changed meanwhile is shown anew', async () => {
  const page = await open(SHELF)
  const last = page.getByLabel(/^3 .*，点开可以移动$/)
  await last.click()
  const { items, version } = must(await shop.admin('products.shelf', {}))
  const [first] = items
  const moves = [{ productId: first?.id ?? '', from: first?.sort ?? 0, to: 5_000 }]
  must(await shop.admin('products.arrange', { version, moves }))
  await page.getByLabel(/^置顶 /).click()
  await tapText(page, '保存顺序', true)
  await waitForToast(page, '刚有人排过，已换成新的顺序，再排一次')
  await page.getByLabel(`3 ${first?.title}，点开可以移动`).waitFor()
})

test('a copy opens as a draft off the shelf and is saved once', async () => {
  const page = await open(LIST)
  await page.getByLabel('复制 秦岭土蜂蜜').click()
  await visibleElement(page, '复制商品').waitFor()
  const title = page.getByLabel('商品名', { exact: true }).locator('input').last()
  expect(await title.inputValue()).toBe('秦岭土蜂蜜副本')
  await page.route('**/functions/admin', async (route) => {
    // The shop saves it, and the answer is lost.
    await route.fetch()
    await route.abort()
  })
  await tapText(page, '保存', true)
  await visibleElement(page, '没有连上店里').waitFor()
  await page.unroute('**/functions/admin')
  await tapText(page, '保存', true)
  await waitForToast(page, '已保存')
  const { items } = must(await shop.admin('products.list', { isOnSale: false }))
  expect(items).toMatchObject([{ title: '秦岭土蜂蜜副本', skus: 2, available: 0, sold: 0 }])
})

test('a product is shared from the list with the code of who shares it', async () => {
  const page = await open(LIST)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByLabel('分享 明前龙井').click()
  await tapText(page, '复制链接', true)
  await waitForToast(page, '已复制')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toContain('/pages/catalog/detail/index?id=tea')
  await page.goto(link)
  await visibleElement(page, '立即购买').waitFor()
})

describe.each([390, 320])('on a phone %i px wide', (width) => {
  test('the pages fit, are readable and have accessible names', async () => {
    for (const [path, ready] of [
      [LIST, '明前龙井'],
      [SHELF, '明前龙井'],
      ['/pages/admin-goods/products/detail/index', '新分类'],
    ] as const) {
      const page = await open(path, width)
      await page.getByText(ready).first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      expect(await accessibilityViolations(page)).toEqual([])
    }
  })
})
