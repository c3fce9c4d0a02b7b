import { DEFAULT_SALE_TERMS } from '@core/domain/catalog/product'
import { couponOffer } from '../builders/promotions'
import { asks as asksService } from '../builders/service'
import { type Customer, must, PRODUCTS, type TestShop } from '../builders/shop'
import { asks, claims, receives, runs, ships } from '../builders/trade'

/** A week of a small shop in which everything happens that books are kept of. */
export async function liveAWeek(shop: TestShop): Promise<void> {
  const [lin, mo] = [shop.customer('lin'), shop.customer('mo')]
  await lin.join('林晚')
  await mo.join('墨白')
  await limitTea(shop)
  await buyAndReview(shop, lin, mo)
  await shop.devcloud.clock.advance({ days: 8 })
  await buyWithEverything(shop, lin)
  await mo.places('honey:2')
  await mo.does('orders.cancel', { orderId: (await mo.places('cherry:1')).id })
  const questionId = 'question000000000001'
  await mo.does('questions.ask', { questionId, productId: 'tea', text: '能放多久' })
  await asksService(mo)
  await mo.does('cart.change', { change: 'add', skuId: 'tea:1', quantity: 1 })
  await shop.devcloud.clock.advance({ minutes: 6 })
  await waitForPayment(shop, lin)
}

/** Of tea a member may have fifty pieces, so what they bought of it is counted. */
async function limitTea(shop: TestShop): Promise<void> {
  const [tea] = PRODUCTS
  if (!tea) throw new Error('the test shop sells tea')
  const limits = { ...DEFAULT_SALE_TERMS.limits, perMember: 50 }
  must(await shop.admin('products.save', { ...tea, limits }))
}

async function buyAndReview(shop: TestShop, lin: Customer, mo: Customer): Promise<void> {
  const { id: orderId, lines } = await lin.buys('tea:1', 2)
  await receives(shop, lin, orderId)
  const said = { stars: 5 as const, text: '很香', pictures: [], isAnonymous: false }
  await lin.does('reviews.write', { orderId, lineKey: lines[0]?.key ?? '', ...said })
  const { items } = await mo.does('reviews.list', { productId: 'tea' })
  await mo.does('reviews.report', { reviewId: items[0]?.id ?? '', reason: 'ad' })
}

/** An order with a coupon, points and a promotion's stock, sent, and a piece of it paid back. */
async function buyWithEverything(shop: TestShop, lin: Customer): Promise<void> {
  await runs(shop, {
    kind: 'timePrice',
    prices: [{ skuId: 'honey:1', priceFen: 2_990, stock: 10 }],
    perMemberMax: 5,
  })
  const choice = { grantId: await claims(shop, lin), points: 100, samples: [] }
  const lines = ['tea:1', 'honey:1', 'honey:2'].map((skuId) => ({ skuId, quantity: 2 }))
  const order = await lin.does('orders.place', await lin.chooses(lines, choice))
  await lin.pays(order.id)
  await ships(shop, order.id)
  const key = order.lines.find(({ skuId }) => skuId === 'honey:2')?.key ?? ''
  const asking = { orderId: order.id, kind: 'refund' as const, lines: [{ key, quantity: 1 }] }
  const { id: afterSaleId } = await asks(lin, asking)
  must(await shop.admin('afterSales.agree', { afterSaleId, withFreight: false }))
  await asks(lin, asking)
}

/** An order that holds pieces, also a promotion's, a coupon and points. */
async function waitForPayment(shop: TestShop, lin: Customer): Promise<void> {
  const now = shop.devcloud.clock.now()
  const coupon = couponOffer('second', { claimFrom: now, claimUntil: now + 60_000 })
  must(await shop.admin('coupons.save', { coupon }))
  const { id: grantId } = await lin.does('coupons.claim', { couponId: 'second' })
  const lines = ['tea:1', 'honey:1'].map((skuId) => ({ skuId, quantity: 2 }))
  const draft = await lin.chooses(lines, { grantId, points: 100, samples: [] })
  await lin.does('orders.place', draft)
}
