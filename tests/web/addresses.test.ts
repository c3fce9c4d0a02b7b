import type { Browser, Page } from 'playwright-core'
import { ADDRESS, openShop, type TestShop } from '../builders/shop'
import { openBrowser, openPage } from './browser'
import { answerDialog, tapText, visibleElement } from './page-actions'
import { collectProblems } from './page-problems'

/** The address book in a browser at 390 × 844, against the local cloud. */

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

const open = (openid: string, path: string) =>
  openPage(browser, { devcloud: shop.devcloud, openid, path })
const see = (page: Page, text: string) => visibleElement(page, text).waitFor()
const tap = (page: Page, text: string) => tapText(page, text, true)

test('a pasted text fills the form for checking, and only saving saves it', async () => {
  const lin = shop.customer('pasting')
  const page = await open(lin.openid, '/pages/tabs/me/index')
  const problems = collectProblems(page)
  await tap(page, '收货地址')
  await tap(page, '新增地址')
  const text = '收货人：林晚\n电话：138-0000-6021\n地址：浙江省杭州市西湖区文三路478号'
  await page.getByLabel('粘贴整段地址').locator('textarea').fill(text)
  await tap(page, '识别并填写')
  await see(page, '浙江省 杭州市 西湖区')
  expect((await lin.does('addresses.list', {})).items).toEqual([])
  await tap(page, '保存')
  await see(page, '138****6021')
  expect((await lin.does('addresses.list', {})).items).toMatchObject([
    { name: '林晚', province: '浙江省', city: '杭州市', district: '西湖区', street: '文三路478号' },
  ])
  await page.context().close()
  expect(problems()).toEqual([])
})

test('another address becomes the default, and is deleted only when confirmed', async () => {
  const lin = shop.customer('keeping')
  const home = { addressId: 'home00000000000001', address: ADDRESS, isDefault: true }
  await lin.does('addresses.save', home)
  const address = { ...ADDRESS, name: '林小姐' }
  await lin.does('addresses.save', { addressId: 'work00000000000001', address, isDefault: false })
  const page = await open(lin.openid, '/pages/checkout/addresses/index')
  await tap(page, '设为默认')
  await page.locator('.entry').first().filter({ hasText: '林小姐' }).waitFor()
  await page.locator('.entry').last().getByText('删除').click()
  await answerDialog(page, 'cancel')
  expect((await lin.does('addresses.list', {})).items.map(({ name }) => name)).toEqual([
    ...['林小姐', '林晚'],
  ])
  await page.locator('.entry').last().getByText('删除').click()
  await answerDialog(page, 'ok')
  await page.locator('.entry').filter({ hasText: '林晚' }).waitFor({ state: 'detached' })
  expect((await lin.does('addresses.list', {})).items.map(({ name }) => name)).toEqual(['林小姐'])
  await page.context().close()
})

test('at the checkout an address of the book is chosen, and the order goes there', async () => {
  const lin = shop.customer('choosing')
  await lin.does('addresses.save', {
    ...{ addressId: 'home00000000000001', address: ADDRESS, isDefault: true },
  })
  const address = { ...ADDRESS, name: '林小姐', street: '文一路 1 号' }
  await lin.does('addresses.save', { addressId: 'work00000000000001', address, isDefault: false })
  const page = await open(lin.openid, '/pages/catalog/detail/index?id=tea')
  await tap(page, '立即购买')
  await page.locator('.to').filter({ hasText: '林晚' }).click()
  await page.locator('.entry').filter({ hasText: '林小姐' }).locator('.entry__words').click()
  await page.locator('.to').filter({ hasText: '林小姐' }).waitFor()
  await tap(page, '微信支付')
  await tap(page, '支付')
  await see(page, '付款成功')
  const [order] = (await lin.does('orders.list', {})).items
  expect(order?.address).toMatchObject({ name: '林小姐', street: '文一路 1 号' })
  await page.context().close()
})
