import type { Browser, Page } from 'playwright-core'
import { must, OWNER, openShop, type TestShop } from '../builders/shop'
import { accessibilityViolations, openBrowser, openPage, visibleText } from './browser'
import { tapText, waitForToast } from './page-actions'

/** 微信平台 in a browser: templates and public key are pasted, refused at their field, and saved. */

// A browser on a busy machine is slow to start and to render.
jest.setTimeout(120_000)

let shop: TestShop
let browser: Browser
let page: Page

beforeAll(async () => {
  shop = await openShop()
  browser = await openBrowser()
})
beforeEach(async () => {
  page = await openPage(browser, {
    devcloud: shop.devcloud,
    openid: OWNER,
    path: '/pages/admin-trade/home/index',
    width: 390,
  })
  await tapText(page, '微信平台', true)
  await field('公钥编号').waitFor()
})
afterEach(() => page.context().close())
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

const field = (name: string, at = 0) => page.getByLabel(name, { exact: true }).nth(at)
const fill = async (name: string, text: string, at = 0) =>
  field(name, at).locator('input, textarea').fill(text)
const shown = async () => must(await shop.admin('platform.show', {}))

test('what is wrong is said at its field, and nothing is lost', async () => {
  const before = await shown()
  await fill('公钥', 'nothing of the kind')
  await tapText(page, '保存', true)
  await page.getByText('不是公钥，请粘贴 pub_key.pem 的全部内容').waitFor()
  expect(await field('公钥').locator('textarea').inputValue()).toBe('nothing of the kind')
  expect(await shown()).toEqual(before)
  expect(await accessibilityViolations(page)).toEqual([])
})

test('a template is saved with its keys as WeChat shows them', async () => {
  await fill('模板编号', 'T-1')
  await fill('付款截止', '{{time4.DATA}}')
  await tapText(page, '保存', true)
  await waitForToast(page, '已保存')
  await page.getByText('消息模板、支付公钥').waitFor()
  const { templates, by } = await shown()
  expect(templates.payReminder).toEqual({
    id: 'T-1',
    keys: { goods: 'thing1', total: 'amount2', payBy: 'time4' },
  })
  expect(by).toBe(OWNER)
})

test('a changed form asks before it is left, by its own button or the browser’s', async () => {
  await fill('公钥编号', 'PUB_KEY_ID_9')
  for (const leave of [
    () => page.getByLabel('返回').last().click(),
    () => page.evaluate(() => window.history.back()),
  ]) {
    await leave()
    await page.getByText('还没保存，确定离开吗？').waitFor()
    await page.getByText('留下', { exact: true }).click()
    await page.getByText('还没保存，确定离开吗？').waitFor({ state: 'hidden' })
    expect(await field('公钥编号').locator('input').inputValue()).toBe('PUB_KEY_ID_9')
  }
  await page.evaluate(() => window.history.back())
  await page.getByText('离开', { exact: true }).click()
  await page.getByText('消息模板、支付公钥').filter({ visible: true }).waitFor()
  expect((await shown()).publicKey?.id).not.toBe('PUB_KEY_ID_9')
})

test('an unchanged form is left without a word, and a stranger never sees it', async () => {
  await page.evaluate(() => window.history.back())
  await page.getByText('消息模板、支付公钥').filter({ visible: true }).waitFor()
  const other = await openPage(browser, {
    devcloud: shop.devcloud,
    openid: 'oTest-stranger',
    path: '/pages/admin-trade/platform/index',
    width: 390,
  })
  await other.getByText('这里是店员的页面').waitFor()
  expect(await visibleText(other)).not.toMatch(/公钥/)
  await other.context().close()
})
