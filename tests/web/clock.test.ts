import { MINUTE_MS } from '@core/kernel/calendar'
import type { Browser, Page } from 'playwright-core'
import { draftProduct } from '../builders/catalog'
import { must, openShop, START, type TestShop } from '../builders/shop'
import { openBrowser, openPage } from './browser'
import { WAIT_MAX_MS } from './page-actions'

/** A phone whose clock is wrong, or is set while a page is open, shows what the others show. */

// A browser on a busy machine is slow to start and to render.
jest.setTimeout(120_000)

let shop: TestShop
let browser: Browser

beforeAll(async () => {
  shop = await openShop({ clock: { start: START } })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

/** Sets the phone's date; the page is loaded anew when it is set before its scripts run. */
function setDate(aheadMs: number): void {
  const phone = window as unknown as { RealDate?: DateConstructor }
  const RealDate = (phone.RealDate ??= Date)
  const now = (): number => RealDate.now() + aheadMs
  window.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[]): object =>
      Reflect.construct(target, args.length === 0 ? [now()] : args) as object,
    get: (target, key): unknown => (key === 'now' ? now : Reflect.get(target, key)),
  })
}

/** A phone that is so many minutes ahead, at the product. */
async function phoneAt(productId: string, aheadMinutes: number): Promise<Page> {
  const page = await openPage(browser, {
    devcloud: shop.devcloud,
    openid: `oTest-phone${aheadMinutes + 10}`,
    path: `/pages/catalog/detail/index?id=${productId}`,
  })
  await page.addInitScript(setDate, aheadMinutes * MINUTE_MS)
  await page.reload()
  return page
}

const launched = async (id: string, inMs: number) => {
  const launchAt = shop.devcloud.clock.now() + inMs
  must(await shop.admin('products.save', draftProduct({ id, launchAt })))
  return launchAt
}

/** Seconds that the page's countdown shows. */
const secondsLeft = async (page: Page): Promise<number> => {
  const text = await page.locator('.countdown').innerText()
  const [hours = NaN, minutes = NaN, seconds = NaN] = text.split(':').map(Number)
  return (hours * 60 + minutes) * 60 + seconds
}

const buy = (page: Page) => page.getByText('立即购买', { exact: true }).filter({ visible: true })

test('phones five minutes early and late count down alike, and may buy alike', async () => {
  const launchAt = await launched('wave', 60 * MINUTE_MS)
  const pages = await Promise.all([-5, 0, 5].map((ahead) => phoneAt('wave', ahead)))
  for (const page of pages) {
    await page.locator('.countdown').waitFor()
    const left = (launchAt - shop.devcloud.clock.now()) / 1_000
    expect(Math.abs((await secondsLeft(page)) - left)).toBeLessThan(3)
    expect(await buy(page).count()).toBe(0)
  }
  // The cloud's last seconds: the pages learn of the moved clock with their next answer.
  await shop.devcloud.clock.set(launchAt - 15_000)
  await Promise.all(pages.map((page) => page.reload()))
  await Promise.all(pages.map((page) => buy(page).waitFor({ timeout: 2 * WAIT_MAX_MS })))
  expect(shop.devcloud.clock.now()).toBeGreaterThanOrEqual(launchAt)
  await Promise.all(pages.map((page) => page.context().close()))
})

test.each([-5, 5])('a phone set by %d minutes while the page is open counts on', async (by) => {
  const id = by < 0 ? 'back' : 'ahead'
  const launchAt = await launched(id, 30 * MINUTE_MS)
  const page = await phoneAt(id, 0)
  await page.locator('.countdown').waitFor()
  await page.evaluate(setDate, by * MINUTE_MS)
  await page.waitForFunction(
    (shown) => document.querySelector('.countdown')?.textContent !== shown,
    await page.locator('.countdown').innerText(),
  )
  const left = (launchAt - shop.devcloud.clock.now()) / 1_000
  expect(Math.abs((await secondsLeft(page)) - left)).toBeLessThan(3)
  await page.context().close()
})

test('a moment that the cloud has not reached is asked about again', async () => {
  const launchAt = await launched('slow', 20_000)
  const page = await phoneAt('slow', 0)
  await page.locator('.countdown').waitFor()
  // The first answer after the launch is one of before it, as from a worker that knew the old shop.
  let stale = 0
  await page.route('**/functions/shop', async (route) => {
    const response = await route.fetch()
    const answer = (await response.json()) as { value?: { sale?: unknown } }
    if (stale < 2 && answer.value?.sale !== undefined) {
      stale += 1
      answer.value.sale = { state: 'NOT_YET', from: launchAt }
    }
    await route.fulfill({ response, json: answer })
  })
  await page.getByText('正在更新').waitFor({ timeout: 2 * WAIT_MAX_MS })
  expect(await buy(page).count()).toBe(0)
  await buy(page).waitFor()
  expect(stale).toBe(2)
  await page.context().close()
})
