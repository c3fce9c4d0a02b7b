import { draftProduct } from '../builders/catalog'
import { type Customer, must, openShop, type TestShop } from '../builders/shop'
import { receives } from '../builders/trade'
import type { MiniProgram } from './harness'
import { openShopApp } from './shop-app'

/** Every path of an after-sale on WeChat's engine, by taps, against the local cloud. */

jest.setTimeout(120_000)

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
let app: MiniProgram
beforeAll(async () => {
  shop = await openShop()
  must(await shop.admin('products.save', SCARF))
})
afterAll(() => shop.close())
afterEach(() => app.close())

const openOrder = (customer: Customer, orderId: string) => {
  app = openShopApp(shop.devcloud, customer.openid, {
    url: `/pages/orders/detail/index?id=${orderId}`,
  })
}

/** Submits the page's picks with a reason; returns the after-sale's id. */
const submit = async (customer: Customer, reason: string): Promise<string> => {
  await app.tap({ css: '.choice', text: reason })
  await app.tap('提交申请')
  await app.see('下一步：店家看过就回复')
  const { items } = await customer.does('afterSales.list', {})
  return items[0]?.id ?? ''
}

const agree = async (afterSaleId: string) =>
  must(await shop.admin('afterSales.agree', { afterSaleId, withFreight: false }))

/** Opens the order and goes back, which reloads the after-sale. */
const reopenAfterSale = async () => {
  await app.tap({ css: '.acts .button', text: '看订单' })
  await app.see('订单详情')
  app.back()
}

const sendBack = async () => {
  await app.see('下一步：把东西寄回来，填上快递单号')
  await app.input({ css: '.parcel-form__input' }, 'SF1234567890')
  await app.tap('已寄出')
  await app.see('下一步：店家收到并看过就处理')
}

test('refund only: an unshipped order is refunded in full, including freight', async () => {
  const wan = shop.customer('refund')
  const { id: orderId } = await wan.buys('tea:1')
  openOrder(wan, orderId)
  await app.tap('申请售后')
  await app.see('仅退款')
  await app.see('¥8.00')
  await app.see('¥76.00')
  const id = await submit(wan, '不想要了')
  await app.tap({ css: '.acts .button', text: '看订单' })
  await app.see('下一步：等店家处理退款，处理完之前不会发货')
  app.back()
  await agree(id)
  await shop.devcloud.clock.advance({ minutes: 30 })
  await reopenAfterSale()
  await app.see('钱已原路退回')
  await app.tap({ css: '.acts .button', text: '看订单' })
  await app.see('全部商品已退款')
})

test('return: some pieces of a line are refunded by their share', async () => {
  const he = shop.customer('return')
  const { id: orderId } = await he.buys('tea:1', 3)
  await receives(shop, he, orderId)
  openOrder(he, orderId)
  await app.tap('申请售后')
  await app.see('¥204.00')
  await app.tap({ css: '.nut-inputnumber-minus' })
  await app.see('¥136.00')
  await app.tap({ css: '.nut-inputnumber-minus' })
  await app.see('退款¥68.00')
  const id = await submit(he, '质量问题')
  await agree(id)
  await reopenAfterSale()
  await sendBack()
  must(await shop.admin('afterSales.receive', { afterSaleId: id, isRestocked: true }))
  await shop.devcloud.clock.advance({ minutes: 30 })
  await reopenAfterSale()
  await app.see('钱已原路退回')
  await app.tap({ css: '.acts .button', text: '看订单' })
  await app.see('已退 1 件')
  expect(await he.does('orders.show', { orderId })).toMatchObject({ refundedFen: 6_800 })
})

test('exchange: another colour at the same price is sent', async () => {
  const qiao = shop.customer('exchange')
  const { id: orderId } = await qiao.buys('scarf:1')
  await receives(shop, qiao, orderId)
  openOrder(qiao, orderId)
  await app.tap('申请售后')
  await app.tap({ css: '.choice', text: '换货' })
  await app.tap({ css: '.choice', text: '灰色' })
  const id = await submit(qiao, '不想要了')
  await agree(id)
  await reopenAfterSale()
  await sendBack()
  must(await shop.admin('afterSales.receive', { afterSaleId: id, isRestocked: true }))
  const parcel = { carrier: '中通', trackingNumber: 'ZT99990001' }
  must(await shop.admin('afterSales.sendAgain', { afterSaleId: id, ...parcel }))
  await reopenAfterSale()
  await app.see('换的新货已发出')
  await app.see('中通 ZT99990001')
})

test('refusal: the reason is shown, and the customer can request again or complain', async () => {
  const shen = shop.customer('refused')
  const { id: orderId } = await shen.buys('tea:1')
  await receives(shop, shen, orderId)
  openOrder(shen, orderId)
  await app.tap('申请售后')
  const id = await submit(shen, '和说的不一样')
  must(await shop.admin('afterSales.refuse', { afterSaleId: id, refusal: '请补一张照片' }))
  await reopenAfterSale()
  await app.see('店家说：请补一张照片')
  await app.see('向店主投诉')
  await app.tap('再申请一次')
  await app.see('提交申请')
  // After-sales with equal timestamps have no defined order.
  await shop.devcloud.clock.advance({ minutes: 1 })
  await submit(shen, '质量问题')
  const { items } = await shen.does('afterSales.list', { orderId })
  expect(items.map(({ state }) => state)).toEqual(['requested', 'refused'])
  await app.tap('撤回申请')
  await app.tap({ css: '.nut-dialog-footer-ok' })
  await app.see('已经撤回，需要时可以再申请')
})
