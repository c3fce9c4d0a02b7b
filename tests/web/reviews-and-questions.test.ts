import type { Browser, Page } from 'playwright-core'
import { must, OWNER, openShop, type TestShop } from '../builders/shop'
import { receives, reviews } from '../builders/voice'
import { accessibilityViolations, openBrowser, openPage, visibleText } from './browser'
import { choosePicture } from './page-actions'
import { collectProblems } from './page-problems'
import { smallTapTargets } from './tap-targets'

/** Reviews and questions in a browser, by taps, against the local cloud. */

// A browser on a busy machine is slow to start and to render.
jest.setTimeout(120_000)

let shop: TestShop
let browser: Browser
const pages: Page[] = []

const open = async (path: string, openid: string) => {
  const page = await openPage(browser, { devcloud: shop.devcloud, openid, path })
  pages.push(page)
  return page
}

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

const MARKUP = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>{{1+1}}'

test('S0-08 a purchase is reviewed with a photo and shown on the product page', async () => {
  const lin = shop.customer('lin')
  await lin.join('林晚')
  const { orderId } = await receives(shop, lin)
  const page = await open(`/pages/orders/review/index?id=${orderId}`, lin.openid)
  const problems = collectProblems(page)
  await page.getByLabel('5 星，很喜欢').click()
  await page.getByLabel('评价', { exact: true }).locator('textarea').fill('茶汤清亮')
  await choosePicture(page, '添加照片')
  await page.getByLabel('去掉照片 1').waitFor()
  expect(await smallTapTargets(page)).toEqual([])
  await page.getByText('发布评价').click()
  await page.getByLabel('追评 明前龙井').waitFor()

  const { items } = await shop.customer('reader').does('reviews.list', { productId: 'tea' })
  expect(items[0]).toMatchObject({ stars: 5, name: '林**', said: { text: '茶汤清亮' } })
  const [picture = ''] = items[0]?.said.pictures ?? []
  expect(picture).toMatch(/^cloud:\/\/devcloud\.files\/reviews\/.+\.png$/)

  const product = await open('/pages/catalog/detail/index?id=tea', lin.openid)
  await product.getByText('茶汤清亮').waitFor()
  expect(await visibleText(product)).toMatch(/1 条评价 · 100% 好评/)
  expect(problems()).toEqual([])
})

test('a script in a review is shown as text', async () => {
  await reviews(shop, shop.customer('harm'), { text: '替换掉' })
  const page = await open('/pages/catalog/reviews/index?id=tea', shop.customer('eve').openid)
  await page.route('**/functions/shop', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replaceAll('替换掉', MARKUP.replaceAll('"', '\\"'))
    await route.fulfill({ response: answer, body })
  })
  await page.reload()
  await page.getByText(MARKUP).waitFor()
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
  expect(await page.locator('.review script, .review img[src="x"]').count()).toBe(0)
})

test('readers filter the reviews and report one', async () => {
  const { id } = await reviews(shop, shop.customer('spam'), { stars: 1, text: '加群领福利' })
  const page = await open('/pages/catalog/reviews/index?id=tea', shop.customer('r1').openid)
  await page.getByText('1 星 1').click()
  await page.getByText('到底了').waitFor()
  expect(await visibleText(page)).not.toMatch(/茶汤清亮/)
  expect(await accessibilityViolations(page)).toEqual([])
  expect(await smallTapTargets(page)).toEqual([])
  await page.getByText('举报', { exact: true }).click()
  await page.getByText('广告、引流').click()
  await page.getByText('收到了，店家会核实').waitFor()
  const { items } = must(await shop.admin('reviews.list', { list: 'all' }))
  expect(items.find((review) => review.id === id)).toMatchObject({
    reports: {},
    otherReports: { ad: 1 },
  })
})

test('the staff hide a review with a reason and reply to another', async () => {
  const page = await open('/pages/admin-goods/reviews/index', OWNER)
  await page.getByText('待回复', { exact: true }).click()
  const spam = page.locator('.card', { hasText: '加群领福利' })
  await spam.getByText('隐藏', { exact: true }).click()
  await page.locator('.sheet').getByText('广告、引流').click()
  await page.locator('.sheet__foot').getByText('隐藏').click()
  await page.getByText('已隐藏：广告、引流').waitFor()
  const good = page.locator('.card', { hasText: '茶汤清亮' })
  await good.getByText('回复', { exact: true }).click()
  await page.locator('.sheet textarea').fill('谢谢，欢迎再来')
  await page.locator('.sheet__foot').getByText('回复').click()
  await good.getByText('谢谢，欢迎再来').waitFor()
  const { items } = await shop.customer('reader').does('reviews.list', { productId: 'tea' })
  expect(items.map((review) => review.said.text)).not.toContain('加群领福利')
})

test('S2-15 a question is asked, answered by the staff, and then public', async () => {
  const mo = shop.customer('mo')
  const page = await open('/pages/catalog/questions/index?id=honey', mo.openid)
  await page.getByText('我要提问').click()
  await page.locator('.sheet textarea').fill('开封后怎么放')
  await page.getByText('提交', { exact: true }).click()
  await page.getByText('等店家回答').waitFor()

  const staff = await open('/pages/admin-goods/questions/index', OWNER)
  await staff.getByText('回答', { exact: true }).click()
  await staff.locator('.sheet textarea').fill('阴凉处就好')
  expect(await smallTapTargets(staff)).toEqual([])
  await staff.locator('.sheet__foot').getByText('回答').click()
  await staff.getByText('答好了，大家能看到').waitFor()

  const reader = await open('/pages/catalog/detail/index?id=honey', shop.customer('r2').openid)
  await reader.getByText('阴凉处就好').waitFor()
})
