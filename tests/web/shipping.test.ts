import type { Browser, Page } from 'playwright-core'
import { type Customer, must, OWNER, openShop, type TestShop } from '../builders/shop'
import { accessibilityViolations, openBrowser, openPage, visibleText } from './browser'
import { tapText, visibleElement, waitForToast } from './page-actions'

/** Goods on their way, by taps in a browser, against the local cloud. */

// A browser on a busy machine is slow to start and to render.
jest.setTimeout(120_000)

let shop: TestShop
let browser: Browser
const pages: Page[] = []
const BATCH = '/pages/admin-trade/orders/batch/index'

const open = async (path: string, { openid = OWNER, width = 390 } = {}) => {
  const page = await openPage(browser, { devcloud: shop.devcloud, openid, path, width })
  pages.push(page)
  return page
}
const staffOrder = (id: string) => `/pages/admin-trade/orders/detail/index?id=${id}`
const customerOrder = (id: string) => `/pages/orders/detail/index?id=${id}`

let numbers = 0
const fresh = () => {
  numbers += 1
  return `YT${String(numbers).padStart(13, '0')}`
}

/** Orders of a customer that wait to be shipped, oldest first. */
const waiting = async (customer: Customer, count: number): Promise<string[]> => {
  const ids: string[] = []
  for (let at = 0; at < count; at += 1) {
    ids.push((await customer.buys('honey:2', 1)).id)
    await shop.devcloud.clock.advance({ minutes: 1 })
  }
  return ids
}
const stateOf = async (customer: Customer, orderId: string) =>
  (await customer.does('orders.show', { orderId })).state

beforeAll(async () => {
  shop = await openShop({ clock: { frozen: true, start: Date.parse('2026-03-04T10:00+08:00') } })
  browser = await openBrowser()
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

test('a list says what becomes of each line, and keeps those that are left', async () => {
  const mo = shop.customer('mo')
  const [good = '', other = ''] = await waiting(mo, 2)
  const used = fresh()
  const left = `${other} 1207119765021\n没有这单 ${fresh()}`
  const page = await open(BATCH)
  const area = page.getByLabel('订单号，快递，单号').locator('textarea')
  await tapText(page, '核对', true)
  await visibleElement(page, '先把订单号和单号贴进来').waitFor()
  await area.fill(`${good}，${used}\n${left}`)
  await tapText(page, '核对', true)
  await visibleElement(page, /可能是EMS、邮政快递包裹、韵达速递/).waitFor()
  await visibleElement(page, /可以发/).waitFor()
  await tapText(page, '发出 1 单', true)
  await waitForToast(page, '发出 1 单，还剩 2 行')
  expect(await stateOf(mo, good)).toBe('shipped')
  expect(await stateOf(mo, other)).toBe('paid')
  expect(await area.inputValue()).toBe(left)
  await area.fill(`${other} 圆通 ${used}`)
  await tapText(page, '核对', true)
  await visibleElement(page, new RegExp(`已经用在订单 ${good}`)).waitFor()
})

test('a carrier is found by a word, comes first the next time, and is corrected once', async () => {
  const pei = shop.customer('pei')
  const [first = '', second = ''] = await waiting(pei, 2)
  const page = await open(staffOrder(first))
  const number = page.getByLabel('快递单号', { exact: true }).locator('input')
  await number.fill('ABCD12345678')
  await page.getByLabel(/^快递公司，/).click()
  await page.getByLabel('搜快递公司').locator('input').fill('跨越')
  await tapText(page, '跨越速运', true)
  await page.getByRole('button', { name: '发货', exact: true }).click()
  await visibleElement(page, '跨越速运 ABCD12345678').waitFor()
  await page.goto(`${shop.devcloud.url}/#${staffOrder(second)}`)
  await page.getByLabel('快递公司，跨越速运').waitFor()
  await page.goto(`${shop.devcloud.url}/#${staffOrder(first)}`)
  await tapText(page, '改单号', true)
  const right = fresh()
  await page.locator('.sheet .parcel-form__input input:visible').fill(right)
  await tapText(page, '圆通速递', true)
  await tapText(page, '改成这个', true)
  await visibleElement(page, `圆通速递 ${right}`).waitFor()
  expect(await page.getByText('改单号', { exact: true }).filter({ visible: true }).count()).toBe(0)
  const own = await open(customerOrder(first), { openid: pei.openid })
  await visibleElement(own, '单号更正过，原来写的是 跨越速运 ABCD12345678').waitFor()
})

test('a customer reads where to pick an order up, and no parcel is looked for', async () => {
  const an = shop.customer('an')
  const [orderId = ''] = await waiting(an, 1)
  const page = await open(staffOrder(orderId))
  await tapText(page, '到店自提', true)
  await page.getByLabel('取货地点和时间').locator('input').fill('文三路 478 号，9:00–21:00')
  await tapText(page, '按到店自提处理', true)
  await waitForToast(page, '已告诉顾客')
  const own = await open(customerOrder(orderId), { openid: an.openid })
  await visibleElement(own, '到这里取：文三路 478 号，9:00–21:00').waitFor()
  expect(await visibleText(own)).not.toMatch(/快递公司还没有消息|复制快递单号/)
})

describe.each([390, 320])('on a phone %i px wide', (width) => {
  test('everything fits, is readable and has an accessible name', async () => {
    const yu = shop.customer(`yu${width}`)
    const [orderId = ''] = await waiting(yu, 1)
    for (const path of [BATCH, staffOrder(orderId)]) {
      const page = await open(path, { width })
      await page.getByText(/复制 \d+ 单的地址|复制地址/).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      expect(await accessibilityViolations(page)).toEqual([])
    }
    must(await shop.admin('orders.shipOtherWay', { orderId, way: 'city', note: '店里小林' }))
  })
})
