import { CART_LINES_MAX, ORDER_GOODS_MAX_FEN } from '@core/kernel/limits'
import { draftProduct } from '../builders/catalog'
import { must, openShop, refused, type TestShop } from '../builders/shop'
import { asks } from '../builders/trade'

/** What the shop can sell can be placed, paid and given back, up to the last fen and line. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
  const watch = { id: 'watch', skus: [{ id: 'watch:1', priceFen: ORDER_GOODS_MAX_FEN }] }
  must(await shop.admin('products.save', draftProduct(watch)))
  must(
    await shop.admin(
      'products.save',
      draftProduct({ id: 'pin', skus: [{ id: 'pin:1', priceFen: 1 }] }),
    ),
  )
  const zone = {
    name: '全国',
    provinces: [],
    isServed: true,
    firstGrams: 1_000,
    firstFen: 800,
    moreGrams: 1_000,
    moreFen: 0,
    freeFromFen: null,
  }
  must(await shop.admin('freight.save', { zones: [zone] }))
}, 60_000)
afterAll(() => shop.close())

it('exactly ¥500,000 of goods with freight is placed, paid and given back', async () => {
  const lin = shop.customer('lin')
  const order = await lin.buys('watch:1')
  expect(order).toMatchObject({ state: 'paid', goodsFen: 50_000_000, totalFen: 50_000_800 })
  const lines = [{ key: 'watch:1', quantity: 1 }]
  const { id } = await asks(lin, { orderId: order.id, kind: 'refund', lines })
  must(await shop.admin('afterSales.agree', { afterSaleId: id, withFreight: false }))
  await shop.devcloud.clock.advance({ minutes: 6 })
  expect(await lin.does('afterSales.show', { afterSaleId: id })).toMatchObject({
    state: 'done',
    refundFen: 50_000_800,
  })
})

it('a fen of goods more is refused with the limit, when priced and when placed', async () => {
  const mo = shop.customer('mo')
  const lines = ['watch:1', 'pin:1'].map((skuId) => ({ skuId, quantity: 1 }))
  const tooHigh = { code: 'TOTAL_TOO_HIGH', maxFen: 50_000_000 }
  expect(refused(await mo.call('orders.quote', { lines }))).toEqual(tooHigh)
  const draft = await mo.draft([{ skuId: 'pin:1', quantity: 1 }])
  const sent = { ...draft, lines, expectedTotalFen: 50_000_801 }
  expect(refused(await mo.call('orders.place', sent))).toEqual(tooHigh)
})

it('an order of the most lines, each with its services, is asked back in one request', async () => {
  const services = Array.from({ length: 3 }, (_, at) => ({
    id: `s${at}`,
    name: `服务 ${at}`,
    note: '',
    priceFen: 100,
  }))
  const [big, small] = [10, 5]
  expect(big * small).toBe(CART_LINES_MAX)
  const skus = Array.from({ length: CART_LINES_MAX }, (_, at) => ({
    id: `many:${at}`,
    values: [`${at % big}`, `${Math.floor(at / big)}`],
  }))
  const dimensions = [big, small].map((count, at) => ({
    name: `号 ${at}`,
    values: Array.from({ length: count }, (_, value) => `${value}`),
  }))
  must(await shop.admin('products.save', draftProduct({ id: 'many', skus, dimensions, services })))
  const pei = shop.customer('pei')
  const options = { fields: {}, services: services.map(({ id }) => id) }
  const draft = await pei.draft(skus.map(({ id: skuId }) => ({ skuId, quantity: 1, options })))
  const order = await pei.does('orders.place', draft)
  expect(order.lines).toHaveLength(CART_LINES_MAX * 4)
  await pei.pays(order.id)
  const lines = order.lines.map(({ key, quantity }) => ({ key, quantity }))
  const asked = await asks(pei, { orderId: order.id, kind: 'refund', lines })
  expect(asked.refundFen).toBe(order.totalFen)
})
