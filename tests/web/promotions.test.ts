import { DAY_MS } from '@core/kernel/calendar'
import type { Browser, Page } from 'playwright-core'
import { ACTIVITIES, couponOffer } from '../builders/promotions'
import { must, OWNER, openShop, type TestShop } from '../builders/shop'
import { accessibilityViolations, openBrowser, openPage } from './browser'
import { answerDialog, tapText, visibleElement, waitForToast } from './page-actions'

/** Prices before the cart, coupons, and the staff pages for both, in a browser. */

// A browser on a busy machine is slow to start and to render.
jest.setTimeout(180_000)

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

const open = async (path: string, openid = OWNER) => {
  const page = await openPage(browser, { devcloud: shop.devcloud, openid, path })
  pages.push(page)
  return page
}
const waitForText = (page: Page, text: string | RegExp) => visibleElement(page, text).waitFor()
const type = (page: Page, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).locator('input').last().fill(text)

test('S0-09 a time-limited price is shown before the cart, with end and stock', async () => {
  must(await shop.admin('promotions.save', { promotion: ACTIVITIES.timePrice }))
  must(await shop.admin('promotions.save', { promotion: ACTIVITIES.spendOff }))
  const page = await open('/pages/tabs/home/index', 'oTest-lin')
  await waitForText(page, '49.00')
  await waitForText(page, '满 100 减 10')
  await page.locator('.product-card', { hasText: '明前龙井' }).click()
  await waitForText(page, '还剩 10 件 · 每人 2 件')
  await waitForText(page, /^(1 天 0 小时|\d\d:\d\d:\d\d)$/)
  expect(await accessibilityViolations(page)).toEqual([])
  await tapText(page, '优惠', true)
  await waitForText(page, '满 100 减 10，满 200 减 30')
  await shop.devcloud.clock.advance({ days: 1 })
  const later = await open('/pages/catalog/detail/index?id=tea', 'oTest-lin')
  await waitForText(later, '68.00')
  expect(await later.getByText('还剩 10 件').count()).toBe(0)
})

test('a bundle is added to the cart as a whole', async () => {
  const now = shop.devcloud.clock.now()
  const promotion = { ...ACTIVITIES.bundle, startsAt: now, endsAt: now + DAY_MS }
  must(await shop.admin('promotions.save', { promotion }))
  const page = await open('/pages/catalog/detail/index?id=tea', 'oTest-lin')
  await tapText(page, '优惠', true)
  await waitForText(page, '分开买 ¥147.80')
  await tapText(page, '整套放进购物车')
  await waitForToast(page, '整套已放进购物车')
  const { lines } = await shop.customer('lin').does('cart.show', {})
  expect(lines.map(({ skuId, quantity }) => [skuId, quantity]).sort()).toEqual([
    ['honey:1', 2],
    ['tea:1', 1],
  ])
})

test('S1-16 a coupon is claimed once, a code works once, and both are in the wallet', async () => {
  const now = shop.devcloud.clock.now()
  const claimed = { claimFrom: now, claimUntil: now + DAY_MS }
  const listed = couponOffer('listed', claimed)
  const hidden = couponOffer('hidden', { ...claimed, isListed: false, code: 'SPRING26' })
  hidden.terms = { ...hidden.terms, title: '老主顾回礼' }
  for (const coupon of [listed, hidden]) must(await shop.admin('coupons.save', { coupon }))
  await shop.customer('wan').join('林晚')
  const page = await open('/pages/coupons/center/index', 'oTest-wan')
  await tapText(page, '立即领取')
  await waitForText(page, '去使用')
  expect(await accessibilityViolations(page)).toEqual([])
  await tapText(page, '我的优惠券')
  await waitForText(page, '满 50 减 10')
  const code = page.getByLabel('券码').locator('input').last()
  await code.fill('wrong')
  await tapText(page, '兑换')
  await waitForText(page, '没有这个券码，看看有没有抄错')
  await code.fill('spring-26')
  await tapText(page, '兑换')
  await waitForText(page, '老主顾回礼')
  await code.fill('SPRING26')
  await tapText(page, '兑换')
  await waitForText(page, '你已经领过了')
  expect(await accessibilityViolations(page)).toEqual([])
})

test('the owner sees a conflict before saving, and saves once it is resolved', async () => {
  const now = shop.devcloud.clock.now()
  const standing = { ...ACTIVITIES.freeFreight, id: 'standing', title: '江浙包邮' }
  const promotion = { ...standing, startsAt: now, endsAt: now + 30 * DAY_MS }
  must(await shop.admin('promotions.save', { promotion }))
  const page = await open('/pages/admin-marketing/promotions/list/index')
  await waitForText(page, '江浙包邮')
  expect(await accessibilityViolations(page)).toEqual([])
  await tapText(page, '新建活动')
  await tapText(page, '满多少包邮，可只对几个省')
  await type(page, '活动名', '全国包邮')
  await type(page, '满', '88')
  await waitForText(page, '满 88 包邮')
  await tapText(page, '检查冲突')
  await waitForText(page, '和「江浙包邮」撞上了：同一段时间里都管全店商品')
  await tapText(page, '保存')
  await waitForText(page, '和「江浙包邮」撞上了：同一段时间里都管全店商品')
  expect(await accessibilityViolations(page)).toEqual([])
  must(await shop.admin('promotions.end', { promotionId: 'standing' }))
  await tapText(page, '检查冲突')
  await waitForText(page, '没有冲突，可以保存')
  await tapText(page, '保存')
  await page.locator('.promotion-card', { hasText: '全国包邮' }).click()
  await tapText(page, '现在结束')
  await answerDialog(page, 'ok')
  await page.locator('.choice', { hasText: '已结束' }).last().click()
  await waitForText(page, '全国包邮')
  await page.getByLabel('再来一次 全国包邮').click()
  await waitForText(page, '满 88 包邮')
  await tapText(page, '保存', true)
  await tapText(page, '进行中', true)
  await page.locator('.promotion-card', { hasText: '全国包邮' }).last().waitFor()
  const { items } = must(await shop.admin('promotions.list', { kind: 'freeFreight' }))
  const [again, ended] = items.filter(({ promotion }) => promotion.title === '全国包邮')
  expect([again?.state, ended?.state]).toEqual(['RUNNING', 'ENDED'])
  expect(again?.promotion.id).not.toBe(ended?.promotion.id)
})

test('the owner sets a time-limited price by picking a product and a SKU', async () => {
  const page = await open('/pages/admin-marketing/promotions/detail/index?kind=timePrice')
  await type(page, '活动名', '蜂蜜秒杀')
  await tapText(page, '加商品')
  await page.locator('.goods__row', { hasText: '秦岭土蜂蜜' }).click()
  await page.locator('.goods__row', { hasText: '250g' }).click()
  await type(page, '活动价', '45')
  await tapText(page, '检查冲突')
  await waitForText(page, '第 1 行的价格没有低于原价')
  await type(page, '活动价', '29.9')
  await type(page, '活动库存', '20')
  expect(await accessibilityViolations(page)).toEqual([])
  await tapText(page, '保存')
  await waitForToast(page, '已保存')
  const { items } = must(await shop.admin('promotions.list', { kind: 'timePrice' }))
  expect(items[0]).toMatchObject({
    promotion: { title: '蜂蜜秒杀', prices: [{ skuId: 'honey:1', priceFen: 2_990, stock: 20 }] },
    stock: { left: 20, sold: 0 },
  })
})

test('the owner creates coupons and sets freight by province', async () => {
  const page = await open('/pages/admin-marketing/coupons/detail/index')
  await type(page, '券名', '新客见面礼')
  await type(page, '减', '10')
  await type(page, '满', '68')
  await waitForText(page, '满 68 减 10')
  expect(await accessibilityViolations(page)).toEqual([])
  await tapText(page, '保存')
  await waitForToast(page, '已保存')
  const { items } = must(await shop.admin('coupons.list', {}))
  expect(items.some(({ coupon }) => coupon.terms.title === '新客见面礼')).toBe(true)

  const freight = await open('/pages/admin-marketing/freight/index')
  await tapText(freight, '加一个区')
  await freight.getByLabel('名字', { exact: true }).locator('input').first().fill('江浙')
  await freight.getByText('选省份', { exact: true }).first().click()
  for (const name of ['江苏', '浙江']) await tapText(freight, name)
  await tapText(freight, '选好了')
  await freight.getByLabel('首重运费', { exact: true }).locator('input').first().fill('5')
  await freight.getByLabel('续重运费', { exact: true }).locator('input').first().fill('1')
  expect(await accessibilityViolations(freight)).toEqual([])
  await tapText(freight, '保存')
  await waitForToast(freight, '已保存')
  expect(must(await shop.admin('freight.show', {}))).toMatchObject([
    { name: '江浙', provinces: ['江苏省', '浙江省'], firstFen: 500, moreFen: 100 },
    { name: '全国', provinces: [] },
  ])
})
