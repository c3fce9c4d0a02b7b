import type { Browser, Page } from 'playwright-core'
import { article } from '../builders/service'
import { type Customer, must, OWNER, openShop, type TestShop } from '../builders/shop'
import { asks, claims, receives } from '../builders/trade'
import { openBrowser, openPage } from './browser'
import { answerDialog, choosePicture, tapText, visibleElement } from './page-actions'

/** Nothing typed is lost by going back, and nothing is done by one tap that cannot be undone. */

jest.setTimeout(300_000)

let shop: TestShop
let browser: Browser
let wan: Customer
let orderId: string
let articleId: string
let afterSales: Record<'money' | 'faulty', string>
let page: Page

beforeAll(async () => {
  shop = await openShop()
  wan = shop.customer('leaving')
  await wan.join('林晚')
  orderId = (await wan.buys('honey:2', 3)).id
  await receives(shop, wan, orderId)
  articleId = must(await shop.admin('articles.save', article())).id
  await claims(shop, wan)
  afterSales = await askTwice()
  browser = await openBrowser()
}, 120_000)
afterEach(() => page?.context().close())
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

/** A refund of an unsent order, and faulty goods on their way back. */
async function askTwice() {
  const lines = (key: string) => [{ key, quantity: 1 }]
  const { id: unsent } = await wan.buys('tea:1')
  const money = await asks(wan, { orderId: unsent, kind: 'refund', lines: lines('tea:1') })
  const faulty = await wan.does('afterSales.request', {
    afterSaleId: 'asfaulty000000000001',
    orderId,
    kind: 'returnRefund',
    lines: lines('honey:2'),
    reason: 'QUALITY',
    words: '',
    pictures: [],
    exchangeSkuId: null,
  })
  must(await shop.admin('afterSales.agree', { afterSaleId: faulty.id, withFreight: false }))
  const parcel = { carrier: '顺丰', trackingNumber: 'SF1234567890' }
  await wan.does('afterSales.sendBack', { afterSaleId: faulty.id, ...parcel })
  return { money: money.id, faulty: faulty.id }
}

const open = (path: string, openid: string) =>
  openPage(browser, { devcloud: shop.devcloud, openid, path })

const QUESTION = '还没保存，确定离开吗？'

/** A form: how it is reached, and its field. */
type Form = { path: () => string; openid: () => string; before?: string; field: string }

const staff = (path: string, field: string, before?: string): Form => ({
  path: () => `/pages/admin-${path}`,
  openid: () => OWNER,
  field,
  ...(before !== undefined && { before }),
})
const customer = (path: () => string, field: string): Form => ({
  path,
  openid: () => wan.openid,
  field,
})

const FORMS: readonly (readonly [string, Form])[] = [
  ['a product', staff('goods/products/detail/index?id=tea', '一句话')],
  ['a coupon', staff('marketing/coupons/detail/index', '券名')],
  ['a promotion', staff('marketing/promotions/detail/index?kind=spendOff', '活动名')],
  ['home', staff('goods/home/index', '店名')],
  ['freight', staff('marketing/freight/index', '名字')],
  ['an entry of the FAQ', staff('customers/faq/index', '问题', '写第一条')],
  ['a category', staff('goods/categories/index', '名字', '加一个分类')],
  ['the return address', staff('trade/after-sales/list/index', '退货地址', '写上地址')],
  ['a review', customer(() => `/pages/orders/review/index?id=${orderId}`, '评价')],
  ['a request', customer(() => `/pages/after-sales/request/index?orderId=${orderId}`, '说明')],
  ['a ticket', customer(() => '/pages/service/ticket/index', '留言内容')],
  ['the profile', customer(() => '/pages/account/profile/index', '称呼')],
]

const TYPED = '写了一半'

/** The input of a field, which has the field's name or is within what has it. */
const inputOf = (name: string) =>
  page
    .getByLabel(name, { exact: true })
    .locator('visible=true')
    .last()
    .locator('input, textarea')
    .or(page.locator(`input[aria-label="${name}"], textarea[aria-label="${name}"]`))
    .last()

test.each(FORMS)(
  '%s asks before it is left by the browser, and keeps what is typed',
  async (_, form) => {
    page = await open('/pages/tabs/me/index', form.openid())
    await visibleElement(page, '帮助与客服').waitFor()
    await page.evaluate((path) => {
      window.location.hash = path
    }, `#${form.path()}`)
    if (form.before) await tapText(page, form.before, true)
    await inputOf(form.field).waitFor()
    await inputOf(form.field).fill(TYPED)
    await page.evaluate(() => window.history.back())
    await page.getByText(QUESTION).waitFor()
    await tapText(page, '留下', true)
    await page.getByText(QUESTION).waitFor({ state: 'hidden' })
    expect(await inputOf(form.field).inputValue()).toBe(TYPED)
    await page.evaluate(() => window.history.back())
    await tapText(page, '离开', true)
    await visibleElement(page, '帮助与客服').waitFor()
  },
)

test('a page above an editor is left without a question, and the editor still asks', async () => {
  page = await open('/pages/admin-goods/products/list/index', OWNER)
  await tapText(page, '上新', true)
  await inputOf('商品名').fill(TYPED)
  await page.getByText('管理', { exact: true }).locator('visible=true').first().click()
  await visibleElement(page, '加一个分类').waitFor()
  await page.evaluate(() => window.history.back())
  await inputOf('商品名').waitFor()
  expect(await inputOf('商品名').inputValue()).toBe(TYPED)
  await page.evaluate(() => window.history.back())
  await page.getByText(QUESTION).waitFor()
})

test('a sheet with something typed is not closed by one tap', async () => {
  page = await open('/pages/admin-customers/faq/index', OWNER)
  await tapText(page, '写第一条', true)
  await inputOf('问题').fill(TYPED)
  await page.getByLabel('关闭').locator('visible=true').last().click()
  await tapText(page, '留下', true)
  expect(await inputOf('问题').inputValue()).toBe(TYPED)
})

test('an article that was not changed is left without a question', async () => {
  page = await open('/pages/admin-goods/content/list/index', OWNER)
  await tapText(page, '龙井怎么泡不苦')
  await inputOf('标题').first().waitFor()
  await page.evaluate(() => window.history.back())
  await visibleElement(page, '龙井怎么泡不苦').waitFor()
  expect(articleId).not.toBe('')
})

test('a new product without stock asks before it goes on sale', async () => {
  page = await open('/pages/admin-goods/products/detail/index', OWNER)
  await inputOf('商品名').fill('山核桃')
  await inputOf('价格').fill('30')
  await choosePicture(page, '添加商品图片')
  await page.getByLabel('去掉商品图片 1').waitFor()
  await tapText(page, '保存', true)
  await page.getByText('没有库存，还上架吗').waitFor()
  await answerDialog(page, 'cancel')
  await inputOf('库存').waitFor()
})

test('money goes back only after its amount was confirmed', async () => {
  page = await open(`/pages/admin-trade/after-sales/detail/index?id=${afterSales.money}`, OWNER)
  await tapText(page, '同意退款', true)
  await page.getByText('退 ¥76.00 给顾客').waitFor()
  await answerDialog(page, 'cancel')
  const asked = await wan.does('afterSales.show', { afterSaleId: afterSales.money })
  expect(asked.state).toBe('requested')
  await tapText(page, '同意退款', true)
  await answerDialog(page, 'ok')
  // The provider's notice may already have come.
  await visibleElement(page, /钱在路上|钱已退给顾客/).waitFor()
})

test('faulty goods that came back are proposed to be written off', async () => {
  page = await open(`/pages/admin-trade/after-sales/detail/index?id=${afterSales.faulty}`, OWNER)
  const writtenOff = page.getByRole('button', { name: '报损，不能再卖' })
  await writtenOff.waitFor()
  expect(await writtenOff.getAttribute('aria-pressed')).toBe('true')
})

test('去使用 of a coupon for some goods lists them', async () => {
  const { items } = must(await shop.admin('coupons.list', {}))
  const [known] = items
  if (!known) throw new Error('there is no coupon')
  const { claimFrom, claimUntil, issuedMax, perMemberMax, terms, validity } = known.coupon
  const scope = { productIds: ['tea', 'cherry'], categoryIds: [] }
  const coupon = { id: 'some', claimFrom, claimUntil, issuedMax, perMemberMax, validity }
  const more = { minTier: null, isListed: true, code: null }
  const own = { ...terms, title: '尝鲜券', scope }
  must(await shop.admin('coupons.save', { coupon: { ...coupon, ...more, terms: own } }))
  await wan.does('coupons.claim', { couponId: 'some' })
  page = await open('/pages/coupons/center/index', wan.openid)
  await page.locator('.coupon', { hasText: '尝鲜券' }).getByText('去使用').click()
  await visibleElement(page, '可用商品').waitFor()
  await visibleElement(page, '山东大樱桃').waitFor()
  await visibleElement(page, '明前龙井').waitFor()
  expect(await page.getByText('秦岭土蜂蜜').locator('visible=true').count()).toBe(0)
})
