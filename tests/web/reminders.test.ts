import type { Browser, Page } from 'playwright-core'
import { draftProduct } from '../builders/catalog'
import { mint } from '../builders/service'
import { must, OWNER, openShop, type TestShop } from '../builders/shop'
import { accessibilityViolations, openBrowser, openPage, visibleText } from './browser'
import { tapText, visibleElement, waitForToast } from './page-actions'

/** 开售提醒 and 到货提醒 in a browser, by taps, against the local cloud. */

// A browser on a busy machine is slow to start and to render.
jest.setTimeout(120_000)

let shop: TestShop
let browser: Browser
let page: Page

const WIDTHS = [320, 390]
const PRODUCT = '/pages/catalog/detail/index'
const LIN = 'oTest-lin'

const opens = async (path: string, openid = LIN, width = 390) => {
  page = await openPage(browser, { devcloud: shop.devcloud, openid, path, width })
}

beforeAll(async () => {
  shop = await openShop()
  const launchAt = shop.devcloud.clock.now() + 3_600_000
  must(await shop.admin('products.save', draftProduct({ id: 'soon', title: '新茶', launchAt })))
  const sizes = [
    { id: 'jam:1', values: ['小罐'], openingStock: 0 },
    { id: 'jam:2', values: ['大罐'], openingStock: 5 },
  ]
  const dimensions = [{ name: '规格', values: ['小罐', '大罐'] }]
  must(
    await shop.admin(
      'products.save',
      draftProduct({ id: 'jam', title: '草莓果酱', dimensions, skus: sizes }),
    ),
  )
  await shop.customer('quick').buys('cherry:1')
  browser = await openBrowser()
}, 120_000)
afterEach(() => page.context().close())
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

const delivers = async (skuId: string) =>
  must(
    await shop.admin('stock.move', {
      movementId: mint('move'),
      skuId,
      kind: 'restock',
      reason: 'purchase',
      quantity: 9,
    }),
  )

test('a sold-out product reminds by one tap, says where, and is cancelled by another', async () => {
  await opens(`${PRODUCT}?id=cherry`)
  await visibleElement(page, '已售罄').waitFor()
  expect(await accessibilityViolations(page)).toEqual([])
  await tapText(page, '到货提醒我')
  await waitForToast(page, '已记下，到货后在「我的」里看')
  await visibleElement(page, '已设到货提醒').waitFor()
  await page.reload()
  await tapText(page, '已设到货提醒')
  await waitForToast(page, '不再提醒了')
  await tapText(page, '到货提醒我')
  await visibleElement(page, '已设到货提醒').waitFor()
  const counts = must(await shop.admin('reminders.waiting', { productIds: ['cherry'] }))
  expect(counts).toEqual([{ productId: 'cherry', skuId: 'cherry:1', customers: 1 }])
})

test('a sold-out size is chosen in the sheet, where 立即购买 would be', async () => {
  await opens(`${PRODUCT}?id=jam`)
  await tapText(page, '立即购买')
  await tapText(page, '小罐')
  await page.locator('.sheet__foot').getByText('到货提醒我').click()
  await page.locator('.sheet__foot').getByText('已设到货提醒').waitFor()
  await tapText(page, '大罐')
  await page.locator('.sheet__foot').getByText('立即购买').waitFor()
})

test('a product that is not yet on sale reminds of its launch', async () => {
  await opens(`${PRODUCT}?id=soon`)
  await tapText(page, '开售提醒我')
  await waitForToast(page, '已记下，开售前在「我的」里看')
  await visibleElement(page, '已设开售提醒').waitFor()
})

test('the owner sees on the stock page how many wait', async () => {
  await opens('/pages/admin-goods/stock/index', OWNER)
  await page.getByLabel(/山东大樱桃，可售 0 件，1 人等到货/).waitFor()
  await visibleElement(page, '1 人等到货').waitFor()
  await tapText(page, '全部')
  await page.getByLabel(/新茶.*1 人等开售/).waitFor()
  expect(await accessibilityViolations(page)).toEqual([])
})

test.each(WIDTHS)(
  'at %i px, what is back is on the account page, until it is looked at',
  async (width) => {
    await shop.devcloud.clock.advance({ minutes: 1 })
    if (width === WIDTHS[0]) await delivers('cherry:1')
    await shop.devcloud.clock.advance({ minutes: 10 })
    if (width !== WIDTHS[0]) {
      await opens('/pages/account/reminders/index', LIN, width)
      await visibleElement(page, /到货了/).waitFor()
      expect(await visibleText(page)).not.toContain('可以买了')
      return
    }
    await opens('/pages/tabs/me/index', LIN, width)
    await tapText(page, '1 件可以买了')
    await visibleElement(page, '今天 11:00 开售').waitFor()
    const words = await visibleText(page)
    expect(words).toMatch(/今天 10:05 到货了\s*可以买了/)
    expect(words).toMatch(/新茶\s*今天 11:00 开售/)
    expect(words).toMatch(/草莓果酱\s*小罐\s*等到货/)
    expect(await accessibilityViolations(page)).toEqual([])
    await page.getByLabel('不再提醒 草莓果酱').click()
    await waitForToast(page, '不再提醒了')
    await tapText(page, '山东大樱桃')
    await visibleElement(page, '立即购买').waitFor()
  },
)
