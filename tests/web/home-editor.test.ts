import type { Browser, Page } from 'playwright-core'
import { homeBanner, homeInput } from '../builders/home'
import { must, OWNER, openShop, type TestShop } from '../builders/shop'
import { accessibilityViolations, openBrowser, openPage, visibleText } from './browser'
import { tapText, visibleElement, waitForToast } from './page-actions'

/** The owner edits home in a browser, and customers see it, against the local cloud. */

// A browser on a busy machine is slow to start and to render.
jest.setTimeout(120_000)

let shop: TestShop
let browser: Browser
let page: Page

const EDITOR = '/pages/admin-goods/home/index'
const HOME = '/pages/tabs/home/index'

const opens = async (path: string, openid: string, width = 390) => {
  page = await openPage(browser, { devcloud: shop.devcloud, openid, path, width })
}

beforeAll(async () => {
  shop = await openShop()
  const link = { kind: 'product' as const, id: 'tea' }
  must(await shop.admin('home.save', homeInput({ banners: [homeBanner({ link })] })))
  browser = await openBrowser()
}, 120_000)
afterEach(() => page.context().close())
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

test.each([320, 390])(
  'at %i px the owner finds it on the workbench and sees home’s banner',
  async (width) => {
    await opens('/pages/admin-trade/home/index', OWNER, width)
    await page.getByRole('link', { name: '首页' }).click()
    await visibleElement(page, '明前龙井到了').waitFor()
    await visibleElement(page, '显示中').waitFor()
    await page.getByLabel('编辑横幅 1').click()
    await visibleElement(page, '点了打开').waitFor()
    expect(await visibleText(page)).toMatch(/点了打开\s*明前龙井/)
    expect(await accessibilityViolations(page)).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
  },
)

test('what is changed is saved and shown to customers', async () => {
  await opens(EDITOR, OWNER)
  await page.getByLabel('编辑横幅 1').click()
  await page.getByLabel('横幅标题').locator('textarea').fill('新茶上市')
  await page.getByLabel('加热搜词').locator('input').fill('龙井')
  await page.getByLabel('加热搜词').locator('input').press('Enter')
  await page.getByLabel('显示分类').click()
  await page.getByLabel('显示新品').click()
  await page.getByLabel('上移新品').click()
  await page.locator('.editor__choices').getByText('分类', { exact: true }).click()
  await page.locator('.sheet').getByText('全部', { exact: true }).click()
  expect(await visibleText(page)).toMatch(/点了打开\s*全部/)
  await tapText(page, '保存', true)
  await waitForToast(page, '首页已更新')

  const saved = must(await shop.admin('home.show', {}))
  expect(saved).toMatchObject({
    version: 2,
    hotWords: ['龙井'],
    banners: [{ title: '新茶上市', link: { kind: 'category', id: 'all' } }],
  })
  await page.context().close()
  await opens(HOME, 'oTest-visitor')
  await visibleElement(page, '新茶上市').waitFor()
  const words = await visibleText(page)
  expect(words.indexOf('新品')).toBeGreaterThan(words.indexOf('新茶上市'))
  expect(words.indexOf('第一次来')).toBeGreaterThan(words.indexOf('新品'))
  expect(await page.locator('.category-strip').count()).toBe(0)
})

test('a banner whose time ends while home is open goes by itself; two are swiped', async () => {
  const { version } = must(await shop.admin('home.show', {}))
  const until = shop.devcloud.clock.now() + 2_500
  const banners = [
    homeBanner({ id: 'banner00000000000002', title: '快结束了', until }),
    homeBanner({ id: 'banner00000000000003', title: '一直在' }),
  ]
  must(await shop.admin('home.save', homeInput({ version, banners })))
  await opens(HOME, 'oTest-visitor')
  await visibleElement(page, '1/2').waitFor()
  await shop.devcloud.clock.advance({ minutes: 1 })
  await page.locator('.banners__count').waitFor({ state: 'detached' })
  const words = await visibleText(page)
  expect(words).toContain('一直在')
  expect(words).not.toContain('快结束了')
})

test('a banner without a picture is not saved, and said so', async () => {
  await opens(EDITOR, OWNER)
  await tapText(page, '加一张横幅')
  await page.getByLabel('横幅标题').locator('textarea').fill('没有图')
  await tapText(page, '保存', true)
  await page.getByText('第 3 张横幅的图片还没填').waitFor()
})
