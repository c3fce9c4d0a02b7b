import type { Browser, Page } from 'playwright-core'
import { must, OWNER, openShop, type TestShop } from '../builders/shop'
import { accessibilityViolations, openBrowser, openPage, visibleText } from './browser'
import { answerDialog, choosePicture, tapText, visibleElement } from './page-actions'

/** The catalogue in a browser: the owner edits it by taps, customers browse it. */

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
const type = (page: Page, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).locator('input').last().fill(text)

const addPicture = async (page: Page) => {
  await choosePicture(page, '添加商品图片')
  await page.getByLabel('去掉商品图片 1').waitFor()
}

test('the owner adds a product with two SKUs, customers find it until it is off sale', async () => {
  const page = await open('/pages/admin-trade/home/index')
  await page.locator('.workbench__entry', { hasText: '上新、改价' }).click()
  await tapText(page, '上新', true)
  await tapText(page, '保存', true)
  await visibleElement(page, '商品名还没填').waitFor()
  await type(page, '商品名', '野生蓝莓酱')
  await type(page, '搜索词', '果酱 早餐')
  await addPicture(page)
  await page.locator('.choice', { hasText: '全部' }).click()
  await tapText(page, '规格与价格')
  await tapText(page, '加一种规格')
  await type(page, '规格 1', '净含量')
  for (const value of ['90g', '200g']) {
    await type(page, '净含量的选项', value)
    await page.keyboard.press('Enter')
  }
  await type(page, '价格', '58')
  await type(page, '库存', '12')
  await tapText(page, '填到每一款')
  await visibleElement(page, '¥58 · 库存 12').waitFor()
  expect(await accessibilityViolations(page)).toEqual([])
  await tapText(page, '保存')
  await visibleElement(page, '野生蓝莓酱').waitFor()

  const lin = shop.customer('lin')
  const found = () => lin.does('catalog.search', { word: '蓝莓' })
  const { items } = await found()
  expect(items).toMatchObject([{ title: '野生蓝莓酱', fromFen: 5_800, isAvailable: true }])
  expect(items[0]?.picture).toMatch(/^cloud:\/\//)
  const { skus } = await lin.does('catalog.product', { productId: items[0]!.id })
  expect(skus.map(({ values, available }) => [...values, available])).toEqual([
    ['90g', 12],
    ['200g', 12],
  ])

  await page.getByLabel('下架 野生蓝莓酱').click()
  await visibleElement(page, '已下架').waitFor()
  expect((await found()).items).toEqual([])
})

test('S2-04 the owner sees searches without results', async () => {
  await shop.customer('lin').does('catalog.search', { word: '咖啡豆' })
  const page = await open('/pages/admin-goods/search-words/index')
  await tapText(page, '没找到的')
  await visibleElement(page, '咖啡豆').waitFor()
  expect(await visibleText(page)).toMatch(/咖啡豆\s*没找到\s*1 次/)
})

test('a list is sorted and filtered; footprints and favourites are kept', async () => {
  const mei = shop.customer('mei')
  const page = await open('/pages/catalog/search/index?word=%E8%9C%82%E8%9C%9C', mei.openid)
  await visibleElement(page, '秦岭土蜂蜜').waitFor()
  await tapText(page, '价格')
  await visibleElement(page, '价格 ↑').waitFor()
  await tapText(page, '筛选')
  // Only what the results have is offered, with how many have it.
  await visibleElement(page, '¥50 以下 1').waitFor()
  expect(await visibleText(page)).not.toContain('¥200–500')
  await tapText(page, '¥50 以下 1')
  await tapText(page, '看结果')
  await visibleElement(page, '筛选 1').waitFor()
  await visibleElement(page, '共 1 件').waitFor()
  await tapText(page, '秦岭土蜂蜜')
  await tapText(page, '收藏')
  await visibleElement(page, '已收藏').waitFor()
  await page.goto(`${shop.devcloud.url}/#/pages/account/footprints/index`)
  await visibleElement(page, '秦岭土蜂蜜').waitFor()
  await tapText(page, '清空')
  await answerDialog(page, 'ok')
  await visibleElement(page, '还没有足迹').waitFor()
  await page.goto(`${shop.devcloud.url}/#/pages/account/favourites/index`)
  await visibleElement(page, '秦岭土蜂蜜').waitFor()
})

test('who opens search by a link finds the popular searches there', async () => {
  const home = must(await shop.admin('home.show', {}))
  must(await shop.admin('home.save', { ...home, hotWords: ['蜂蜜'] }))
  const page = await open('/pages/catalog/search/index', 'oTest-linked')
  await visibleElement(page, '大家在搜').waitFor()
  await tapText(page, '蜂蜜')
  await visibleElement(page, '秦岭土蜂蜜').waitFor()
})

test('a search met only in part says by which part', async () => {
  const word = encodeURIComponent('土蜂蜜面霜')
  const page = await open(`/pages/catalog/search/index?word=${word}`, 'oTest-mei')
  await visibleElement(page, '没有同时满足「土蜂蜜面霜」的商品，以下与「土蜂蜜」有关').waitFor()
  await visibleElement(page, '秦岭土蜂蜜').waitFor()
})

test('an empty subcategory can be deleted, a category in use cannot', async () => {
  const category = { id: 'sub', name: '小架', picture: 'jar', sort: 2, parentId: 'all' }
  must(await shop.admin('categories.save', category))
  const page = await open('/pages/admin-goods/categories/index')
  await tapText(page, '小架')
  await tapText(page, '删除')
  await page.locator('.row', { hasText: '小架' }).waitFor({ state: 'detached' })
  await page.locator('.row', { hasText: '全部' }).click()
  await tapText(page, '删除')
  await visibleElement(page, '里面还有商品或子分类，先挪走再删').waitFor()
})
