import type { Browser, Page } from 'playwright-core'
import { draftProduct } from '../builders/catalog'
import { must, openShop, type TestShop } from '../builders/shop'
import { ends, runs } from '../builders/trade'
import { openBrowser, openPage } from './browser'
import { tapText, visibleElement } from './page-actions'
import { collectProblems } from './page-problems'

/** What people do in the cart besides paying. */

jest.setTimeout(180_000)

/** Small things that close a gap. */
const SMALL = [
  ['胡桃酥', 1_500],
  ['桂花糖', 2_400],
  ['山核桃仁', 3_600],
] as const

/** The first that closes a gap of ¥31, and those that cost more. */
const NEAREST = ['山核桃仁', '秦岭土蜂蜜', '明前龙井']

let shop: TestShop
let browser: Browser
beforeAll(async () => {
  shop = await openShop()
  for (const [title, priceFen] of SMALL) {
    const skus = [{ id: `${priceFen}:1`, priceFen, openingStock: 20 }]
    must(await shop.admin('products.save', draftProduct({ id: String(priceFen), title, skus })))
  }
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

const walk = async (name: string, steps: (page: Page) => Promise<void>) => {
  const { openid } = shop.customer(name)
  const path = '/pages/tabs/cart/index'
  const page = await openPage(browser, { devcloud: shop.devcloud, openid, path })
  const problems = collectProblems(page)
  await steps(page)
  await page.context().close()
  expect(problems()).toEqual([])
}

const add = (name: string, skuId: string, quantity = 1) =>
  shop.customer(name).does('cart.change', { change: 'add', skuId, quantity })

const sees = (page: Page, text: string | RegExp) => visibleElement(page, text).waitFor()

const cartOf = async (name: string) =>
  (await shop.customer(name).does('cart.show', {})).lines.map(
    ({ skuId, quantity }) => `${skuId}×${quantity}`,
  )

test('free freight: the gap leads to goods, nearest first, and follows each piece', async () => {
  await add('freight', 'tea:1')
  await walk('freight', async (page) => {
    await tapText(page, '再买 ¥31 免运费')
    await sees(page, '山核桃仁')
    const titles = page.locator('.goods-row__title:visible')
    expect((await titles.allTextContents()).slice(0, 3)).toEqual(NEAREST)
    await page.getByLabel('把 胡桃酥 放进购物车').filter({ visible: true }).click()
    await sees(page, '再买 ¥16 免运费')
    await page.getByLabel('把 桂花糖 放进购物车').filter({ visible: true }).click()
    await sees(page, '已免运费')
    await tapText(page, '去购物车')
    await sees(page, /已包邮/)
  })
  expect((await cartOf('freight')).sort()).toEqual(['1500:1×1', '2400:1×1', 'tea:1×1'])
})

test('满减 and the second piece: what is missing is said, and closed', async () => {
  const scope = { productIds: ['1500', '2400', '3600'], categoryIds: [] }
  const steps = [{ fromFen: 4_500, offFen: 800 }]
  const off = await runs(shop, { kind: 'spendOff', scope, steps })
  const second = await runs(shop, { kind: 'nthPiece', scope, nth: 2, percentOff: 50 })
  await add('gaps', '2400:1')
  await walk('gaps', async (page) => {
    await sees(page, '第二件半价，还差 1 件')
    await tapText(page, '满 45 减 8，还差 ¥21')
    const titles = page.locator('.goods-row__title:visible')
    await titles.first().waitFor()
    expect(await titles.allTextContents()).toEqual(['桂花糖', '山核桃仁', '胡桃酥'])
    await page.getByLabel('把 山核桃仁 放进购物车').filter({ visible: true }).click()
    await sees(page, '已经够了，可以去结算')
  })
  await ends(shop, off)
  await ends(shop, second)
})

test('a set: the parts that are missing', async () => {
  const parts = [
    { skuId: 'tea:1', quantity: 1 },
    { skuId: 'honey:2', quantity: 1 },
  ]
  const set = await runs(shop, { kind: 'bundle', parts, priceFen: 12_000 })
  await add('set', 'tea:1')
  await walk('set', async (page) => {
    await tapText(page, /^套餐 2 件/)
    await page.getByLabel('把 秦岭土蜂蜜 放进购物车').filter({ visible: true }).click()
    await sees(page, '已经够了，可以去结算')
  })
  expect((await cartOf('set')).sort()).toEqual(['honey:2×1', 'tea:1×1'])
  await ends(shop, set)
})

test('the specification of a line is changed in the cart, and its pieces stay', async () => {
  await add('swap', 'honey:1', 3)
  await walk('swap', async (page) => {
    await page.getByLabel('换规格：秦岭土蜂蜜 250g').click()
    await tapText(page, '500g', true)
    await tapText(page, '换成这一款，3 件')
    await page.getByLabel('换规格：秦岭土蜂蜜 500g').waitFor()
  })
  expect(await cartOf('swap')).toEqual(['honey:2×3'])
})

test('a line goes to the favourites unless that is undone', async () => {
  await add('keep', 'honey:1')
  await add('keep', 'tea:1')
  await walk('keep', async (page) => {
    await tapText(page, '管理', true)
    await page.getByLabel('把 明前龙井 移入收藏').click()
    await sees(page, '已移入收藏 1 种')
    await tapText(page, '撤销', true)
    await page.getByLabel('把 明前龙井 移入收藏').waitFor()
    await page.getByLabel('把 秦岭土蜂蜜 移入收藏').click()
    await sees(page, '已移入收藏 1 种')
    // Leaving the page settles it.
    const settled = page.waitForResponse((answer) =>
      Boolean(answer.request().postData()?.includes('"remove"')),
    )
    await page.locator('.weui-tabbar__item').filter({ hasText: '我的' }).click()
    await settled
  })
  const { items } = await shop.customer('keep').does('catalog.favourites', {})
  expect(items.map(({ id }) => id)).toEqual(['honey'])
  expect(await cartOf('keep')).toEqual(['tea:1×1'])
})
