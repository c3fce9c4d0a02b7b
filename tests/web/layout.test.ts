import type { Browser, Page } from 'playwright-core'
import { draftProduct } from '../builders/catalog'
import { answers, article, asks as asksService, faqEntry } from '../builders/service'
import { type Customer, must, OWNER, openShop, type TestShop } from '../builders/shop'
import { asks, claims, receives, runs } from '../builders/trade'
import { openBrowser, openPage } from './browser'
import { controlsOutside } from './controls'
import { tapText, visibleElement } from './page-actions'

/** Every control of every page lies on the screen and inside its card, on phones of any width. */

jest.setTimeout(600_000)

const WIDTHS = [320, 360, 375, 390]

/** All pages of the app, as its configuration lists them. */
const PATHS: string[] = (() => {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  const app = jest.requireActual<{ default: AppConfig }>('../../src/app.config').default
  return [
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
})()

type AppConfig = { pages: string[]; subPackages: { root: string; pages: string[] }[] }

/** A product with everything that a page has to find room for. */
const CUP = draftProduct({
  id: 'cup',
  title: '手作柴烧侧把壶一壶四杯礼盒装送长辈',
  subtitle: '龙泉的土，烧了三天三夜',
  brand: '龙泉青瓷',
  dimensions: [
    { name: '釉色', values: ['月白釉开片', '天青'] },
    { name: '容量', values: ['一壶两杯', '一壶四杯礼盒'] },
  ],
  fields: [
    {
      id: 'name',
      label: '刻字',
      kind: 'text',
      choices: [],
      maxLength: 8,
      isRequired: false,
    },
  ],
  services: [{ id: 'wrap', name: '礼品包装', priceFen: 1_000, note: '手写卡片' }],
  skus: [
    ['月白釉开片', '一壶两杯'],
    ['月白釉开片', '一壶四杯礼盒'],
    ['天青', '一壶两杯'],
    ['天青', '一壶四杯礼盒'],
  ].map((values, at) => ({
    id: `cup:${at + 1}`,
    values,
    priceFen: 128_800 + at * 10_000,
    marketFen: 168_800 + at * 10_000,
    openingStock: 60,
  })),
})

let shop: TestShop
let browser: Browser
let wan: Customer
let page: Page
/** What a page is about, by its path. */
let queries: Record<string, string>

beforeAll(async () => {
  shop = await openShop()
  must(await shop.admin('products.save', CUP))
  wan = shop.customer('layout')
  await wan.join('林晚')
  queries = await furnish()
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

/** Fills the shop, so that no page is empty; answers the query of every page that needs one. */
async function furnish(): Promise<Record<string, string>> {
  const { id: orderId } = await wan.buys('honey:2', 2)
  await receives(shop, wan, orderId)
  const lines = [{ key: 'honey:2', quantity: 1 }]
  const { id: afterSaleId } = await asks(wan, { orderId, kind: 'returnRefund', lines })
  const { id: openOrder } = await wan.buys('tea:1')
  const grant = await claims(shop, wan)
  const prices = [{ skuId: 'tea:1', priceFen: 4_900, stock: 10 }]
  const promotion = await runs(shop, { kind: 'timePrice', prices, perMemberMax: 2 })
  const { id: ticketId } = await asksService(wan)
  await answers(shop, ticketId)
  must(await shop.admin('faq.save', faqEntry()))
  const { id: articleId } = must(await shop.admin('articles.save', article()))
  for (const [skuId, quantity] of [
    ['tea:1', 20],
    ['cup:4', 50],
    ['honey:1', 1],
  ] as const) {
    await wan.does('cart.change', { change: 'add', skuId, quantity })
  }
  const written = { fields: { name: '平安喜乐万事如意' }, services: ['wrap'] }
  await wan.does('cart.change', { change: 'add', skuId: 'cup:2', quantity: 2, options: written })
  await wan.does('catalog.favourite', { productId: 'cup', isFavourite: true })
  const members = must(await shop.admin('members.list', { word: '林晚' }))
  const coupons = must(await shop.admin('coupons.list', {}))
  expect(grant).not.toBe('')
  return {
    'pages/catalog/detail/index': 'id=cup',
    'pages/catalog/search/index': 'word=龙井',
    'pages/catalog/reviews/index': 'id=honey',
    'pages/catalog/questions/index': 'id=honey',
    'pages/checkout/result/index': `id=${orderId}`,
    'pages/orders/detail/index': `id=${orderId}`,
    'pages/orders/parcel/index': `id=${orderId}&at=0`,
    'pages/orders/review/index': `id=${orderId}`,
    'pages/after-sales/request/index': `orderId=${orderId}`,
    'pages/after-sales/detail/index': `id=${afterSaleId}`,
    'pages/service/ticket/index': `id=${ticketId}`,
    'pages/catalog/goods/index': 'products=tea,cup&title=尝鲜券',
    'pages/content/article/index': `id=${articleId}`,
    'pages/admin-trade/orders/detail/index': `id=${openOrder}`,
    'pages/admin-trade/after-sales/detail/index': `id=${afterSaleId}`,
    'pages/admin-goods/products/detail/index': 'id=cup',
    'pages/admin-goods/content/detail/index': `id=${articleId}`,
    'pages/admin-marketing/promotions/detail/index': `id=${promotion}`,
    'pages/admin-marketing/coupons/detail/index': `id=${coupons.items[0]?.coupon.id ?? ''}`,
    'pages/admin-customers/members/detail/index': `id=${members.items[0]?.id ?? ''}`,
    'pages/admin-customers/tickets/detail/index': `id=${ticketId}`,
  }
}

const isStaff = (path: string) => path.startsWith('pages/admin')

const openAt = async (path: string): Promise<Page> => {
  const query = queries[path]
  return openPage(browser, {
    devcloud: shop.devcloud,
    openid: isStaff(path) ? OWNER : wan.openid,
    path: `/${path}${query === undefined ? '' : `?${query}`}`,
  })
}

/** Waits until the page shows its content and no placeholder. */
const waitUntilLoaded = async () => {
  await page.waitForFunction(() => {
    const pages = [...document.querySelectorAll<HTMLElement>('.taro_page')]
    const top = pages.filter((one) => one.offsetParent !== null).at(-1)
    return top && top.innerText.trim() !== '' && !top.querySelector('.bone,[aria-busy=true]')
  })
}

/** What does not fit at any width; the page is laid out anew for each. */
const misfits = async (): Promise<string[]> => {
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 })
    await page.waitForFunction((wanted) => window.innerWidth === wanted, width)
    found.push(...(await controlsOutside(page)).map((one) => `${width} px: ${one}`))
  }
  return found
}

afterEach(() => page?.context().close())

test.each(PATHS)('%s', async (path) => {
  page = await openAt(path)
  await waitUntilLoaded()
  expect(await misfits()).toEqual([])
})

test('the cart while lines are picked for removal, and after it', async () => {
  page = await openAt('pages/tabs/cart/index')
  await tapText(page, '管理', true)
  await visibleElement(page, '点选几样，可以一起移出').waitFor()
  expect(await misfits()).toEqual([])
  await page.getByLabel('要移出 明前龙井').click()
  await tapText(page, '移出 1 种')
  await visibleElement(page, '已移出 1 种').waitFor()
  expect(await misfits()).toEqual([])
  await tapText(page, '撤销', true)
  await visibleElement(page, '明前龙井').waitFor()
})

test('the sheet of SKUs, which buying at once opens', async () => {
  page = await openAt('pages/catalog/detail/index')
  await tapText(page, '立即购买', true)
  await visibleElement(page, '选择规格').waitFor()
  expect(await misfits()).toEqual([])
})

test('the checkout of a cart', async () => {
  page = await openAt('pages/tabs/cart/index')
  await tapText(page, /^结算/)
  await visibleElement(page, '微信支付').waitFor()
  expect(await misfits()).toEqual([])
})

test.each(['规格与价格', '图文', '售卖', '定制与服务'])(
  'the product editor at %s',
  async (section) => {
    page = await openAt('pages/admin-goods/products/detail/index')
    await tapText(page, section, true)
    expect(await misfits()).toEqual([])
  },
)
