import type { Browser, Page } from 'playwright-core'
import { draftProduct } from '../builders/catalog'
import { type Customer, must, openShop, type TestShop } from '../builders/shop'
import { receives } from '../builders/trade'
import { openBrowser, openPage } from './browser'
import { answerDialog, tapText, visibleElement } from './page-actions'
import { collectProblems } from './page-problems'

/** Every path of an after-sale in a browser, by taps at 390 × 844, against the local cloud. */

jest.setTimeout(180_000)

/** A scarf in two colours at one price, which can be exchanged for each other. */
const SCARF = draftProduct({
  id: 'scarf',
  title: '羊绒围巾',
  dimensions: [{ name: '颜色', values: ['驼色', '灰色'] }],
  skus: [
    { id: 'scarf:1', values: ['驼色'], priceFen: 20_000 },
    { id: 'scarf:2', values: ['灰色'], priceFen: 20_000 },
  ],
})

let shop: TestShop
let browser: Browser
beforeAll(async () => {
  shop = await openShop()
  must(await shop.admin('products.save', SCARF))
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

/** Opens an order as its customer, runs the steps, and expects no errors on the page. */
const openOrderPage = async (
  { openid }: Customer,
  orderId: string,
  steps: (page: Page) => Promise<void>,
) => {
  const path = `/pages/orders/detail/index?id=${orderId}`
  const page = await openPage(browser, { devcloud: shop.devcloud, openid, path })
  const problems = collectProblems(page)
  await steps(page)
  await page.context().close()
  expect(problems()).toEqual([])
}

const visible = (page: Page, text: string | RegExp) => visibleElement(page, text, true)

const tap = (page: Page, text: string) => tapText(page, text, true)

const waitForText = (page: Page, text: string | RegExp) => visible(page, text).waitFor()

/** Submits the page's picks with a reason; returns the after-sale's id. */
const submit = async (page: Page, customer: Customer, reason: string): Promise<string> => {
  await tap(page, reason)
  await tap(page, '提交申请')
  await waitForText(page, /店家看过就回复/)
  const { items } = await customer.does('afterSales.list', {})
  return items[0]?.id ?? ''
}

const agree = async (afterSaleId: string) =>
  must(await shop.admin('afterSales.agree', { afterSaleId, withFreight: false }))

const sendBack = async (page: Page) => {
  await page.reload()
  await waitForText(page, /把东西寄回来/)
  await page.getByLabel('快递单号', { exact: true }).locator('input').fill('SF1234567890')
  await waitForText(page, /按单号认出来的/)
  await tap(page, '已寄出')
  await waitForText(page, /店家收到并看过就处理/)
}

test('refund only: an unshipped order is refunded in full, including freight', async () => {
  const wan = shop.customer('refund')
  const { id: orderId } = await wan.buys('tea:1')
  await openOrderPage(wan, orderId, async (page) => {
    await tap(page, '申请售后')
    await waitForText(page, '¥76.00')
    const id = await submit(page, wan, '不想要了')
    await agree(id)
    await shop.devcloud.clock.advance({ minutes: 30 })
    await page.reload()
    await waitForText(page, '钱已原路退回')
    await tap(page, '看订单')
    await waitForText(page, '全部商品已退款')
  })
})

test('a request that waits is opened again and says something else', async () => {
  const shen = shop.customer('change')
  const { id: orderId } = await shen.buys('tea:1', 3)
  await openOrderPage(shen, orderId, async (page) => {
    await tap(page, '申请售后')
    await page.getByLabel('说明', { exact: true }).locator('textarea').fill('买多了')
    const id = await submit(page, shen, '不想要了')
    await tap(page, '修改申请')
    await waitForText(page, '保存修改')
    const words = page.getByLabel('说明', { exact: true }).locator('textarea')
    expect(await words.filter({ visible: true }).last().inputValue()).toBe('买多了')
    await page.locator('.nut-inputnumber-minus:visible').click()
    await waitForText(page, '¥136.00')
    await tap(page, '其他')
    await tap(page, '保存修改')
    await waitForText(page, '撤回申请')
    await waitForText(page, '其他')
    expect(await shen.does('afterSales.show', { afterSaleId: id })).toMatchObject({
      reason: 'OTHER',
      words: '买多了',
      lines: [{ quantity: 2 }],
    })
    await tap(page, '修改申请')
    await waitForText(page, '保存修改')
    await agree(id)
    await tap(page, '一直没收到')
    await tap(page, '保存修改')
    await waitForText(page, /这次售后刚刚有了进展/)
  })
})

test('return: some pieces of a line are refunded by their share', async () => {
  const he = shop.customer('return')
  const { id: orderId } = await he.buys('tea:1', 3)
  await receives(shop, he, orderId)
  await openOrderPage(he, orderId, async (page) => {
    await tap(page, '申请售后')
    await waitForText(page, '¥204.00')
    const less = page.locator('.nut-inputnumber-minus:visible')
    await less.click()
    await waitForText(page, '¥136.00')
    await less.click()
    await waitForText(page, '¥68.00')
    const id = await submit(page, he, '质量问题')
    await agree(id)
    await sendBack(page)
    must(await shop.admin('afterSales.receive', { afterSaleId: id, isRestocked: true }))
    await shop.devcloud.clock.advance({ minutes: 30 })
    await page.reload()
    await waitForText(page, '钱已原路退回')
    await tap(page, '看订单')
    await waitForText(page, '已退 1 件')
  })
  expect(await he.does('orders.show', { orderId })).toMatchObject({ refundedFen: 6_800 })
})

test('exchange: another colour at the same price is sent', async () => {
  const qiao = shop.customer('exchange')
  const { id: orderId } = await qiao.buys('scarf:1')
  await receives(shop, qiao, orderId)
  await openOrderPage(qiao, orderId, async (page) => {
    await tap(page, '申请售后')
    await tap(page, '换货')
    await tap(page, '灰色')
    const id = await submit(page, qiao, '不想要了')
    await agree(id)
    await sendBack(page)
    must(await shop.admin('afterSales.receive', { afterSaleId: id, isRestocked: true }))
    const parcel = { carrier: '中通', trackingNumber: 'ZT99990001' }
    must(await shop.admin('afterSales.sendAgain', { afterSaleId: id, ...parcel }))
    await page.reload()
    await waitForText(page, '换的新货已发出')
    await waitForText(page, '中通 ZT99990001')
  })
})

test('refusal: the reason is shown, and the customer can request again or complain', async () => {
  const shen = shop.customer('refused')
  const { id: orderId } = await shen.buys('tea:1')
  await receives(shop, shen, orderId)
  await openOrderPage(shen, orderId, async (page) => {
    await tap(page, '申请售后')
    const id = await submit(page, shen, '和说的不一样')
    must(await shop.admin('afterSales.refuse', { afterSaleId: id, refusal: '请补一张照片' }))
    await page.reload()
    await waitForText(page, '店家说：请补一张照片')
    await waitForText(page, '向店主投诉')
    await tap(page, '再申请一次')
    // After-sales with equal timestamps have no defined order.
    await shop.devcloud.clock.advance({ minutes: 1 })
    await submit(page, shen, '质量问题')
    await tap(page, '撤回申请')
    await answerDialog(page, 'ok')
    await waitForText(page, '已经撤回，需要时可以再申请')
  })
  const { items } = await shen.does('afterSales.list', { orderId })
  expect(items.map(({ state }) => state)).toEqual(['withdrawn', 'refused'])
})
