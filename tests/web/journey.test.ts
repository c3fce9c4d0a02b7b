import type { Browser, Page } from 'playwright-core'
import { OWNER, openShop, type TestShop } from '../builders/shop'
import { openBrowser, openPage, visibleText } from './browser'
import { answerDialog, tapText, visibleElement, waitForToast } from './page-actions'
import { collectProblems } from './page-problems'

/** The shop in a browser, by taps at 390 × 844, against the local cloud. */

jest.setTimeout(180_000)

let shop: TestShop
let browser: Browser
beforeAll(async () => {
  shop = await openShop()
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

const HOME = '/pages/tabs/home/index'

/** Opens the shop as a user, runs the steps, and expects no errors on the page. */
const runSteps = async (openid: string, steps: (page: Page) => Promise<void>, path = HOME) => {
  const page = await openPage(browser, { devcloud: shop.devcloud, openid, path })
  const problems = collectProblems(page)
  await steps(page)
  await page.context().close()
  expect(problems()).toEqual([])
}

const visible = (page: Page, text: string | RegExp) => visibleElement(page, text, true)

const tap = (page: Page, text: string) => tapText(page, text, true)

const tapTab = (page: Page, text: string) =>
  page.locator('.weui-tabbar__item').filter({ hasText: text }).click()

const type = (page: Page, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).locator('input').fill(text)

const typeAddress = async (page: Page) => {
  await tap(page, '添加收货地址')
  await type(page, '收货人', '林晚')
  await type(page, '手机号', '13800006021')
  await tap(page, '选择省、市、区')
  for (const name of ['浙江省', '杭州市', '西湖区']) await tap(page, name)
  await type(page, '详细地址', '文三路 478 号')
  await tap(page, '用这个地址')
  await visible(page, '138****6021').waitFor()
}

test('S2-07 from joining to receipt in a browser, and the points are credited', async () => {
  const wan = shop.customer('web')
  await runSteps(wan.openid, async (page) => {
    await tap(page, '加入会员')
    await tap(page, '同意并加入')
    await visible(page, /欢迎回来/).waitFor()
    await tap(page, '秦岭土蜂蜜')
    await tap(page, '加入购物车')
    await tap(page, '500g')
    await page.locator('.sheet__foot .button:visible').click()
    await waitForToast(page, '已放进购物车')
    await page.locator('.small-way', { hasText: '购物车' }).click()
    await tap(page, '结算 1 种')
    await typeAddress(page)
    await tap(page, '微信支付')
    await tap(page, '支付')
    await visible(page, '付款成功').waitFor()
    await tap(page, '查看订单')
    await visible(page, /等我们发货/).waitFor()

    const [order] = (await wan.does('orders.list', {})).items
    expect(order).toMatchObject({ state: 'paid', totalFen: 7_600 })
    expect(await wan.does('cart.show', {})).toMatchObject({ lines: [] })
    const orderId = order!.id
    await shop.admin('orders.ship', { orderId, carrier: '顺丰', trackingNumber: 'SF1234567' })
    await page.reload()
    await tap(page, '确认收货')
    await answerDialog(page, 'ok')
    await visible(page, /^已收货，/).waitFor()
    await shop.devcloud.clock.advance({ days: 8 })

    await page.goto(`${shop.devcloud.url}/#${HOME}`)
    await tapTab(page, '我的')
    await visible(page, '积分').waitFor()
    expect(await visibleText(page)).toMatch(/积分\s*68/)
  })
})

test('searches, and offers the next step when nothing is found', async () => {
  await runSteps(shop.customer('seeker').openid, async (page) => {
    await tap(page, '搜茶、蜜、点心')
    await type(page, '搜索词', '蜂蜜')
    await page.keyboard.press('Enter')
    await visible(page, '秦岭土蜂蜜').waitFor()
    await type(page, '搜索词', '火箭')
    await page.locator('.search-box__go:visible').click()
    await visible(page, '没有找到「火箭」').waitFor()
    await tap(page, '看分类')
    await visible(page, '明前龙井').waitFor()
  })
})

test('pays once when the button is tapped twice', async () => {
  const he = shop.customer('twice')
  await runSteps(he.openid, async (page) => {
    await tap(page, '明前龙井')
    await tap(page, '立即购买')
    await typeAddress(page)
    await visible(page, '微信支付').dblclick()
    await tap(page, '支付')
    await visible(page, '付款成功').waitFor()
  })
  const { items } = await he.does('orders.list', {})
  expect(items.map(({ state }) => state)).toEqual(['paid'])
})

test('a lost connection is announced, and the next tap is the same order', async () => {
  const qiao = shop.customer('lost')
  const page = await openPage(browser, { devcloud: shop.devcloud, openid: qiao.openid, path: HOME })
  await tap(page, '明前龙井')
  await tap(page, '立即购买')
  await typeAddress(page)
  // The order arrives, its response is lost.
  await page.route('**/functions/shop', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await tap(page, '微信支付')
  await visible(page, /不会重复下单/).waitFor()
  await page.unroute('**/functions/shop')
  await tap(page, '微信支付')
  await tap(page, '支付')
  await visible(page, '付款成功').waitFor()
  await page.context().close()
  const { items } = await qiao.does('orders.list', {})
  expect(items.map(({ state }) => state)).toEqual(['paid'])
})

test('the owner goes from their own page to the members and to a member', async () => {
  await shop.customer('known').join('李秋')
  await runSteps(OWNER, async (page) => {
    await tapTab(page, '我的')
    await tap(page, '店铺管理')
    await page.locator('.workbench__entry', { hasText: '会员' }).click()
    await page.locator('.member-row', { hasText: '李秋' }).click()
    await visible(page, '会员档案').waitFor()
    await visible(page, /^为什么是/).waitFor()
  })
})
