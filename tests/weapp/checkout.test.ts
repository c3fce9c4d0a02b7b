import { BUDGETS } from '../../config/budgets'
import { PROMOTION_STORIES, prepare } from '../builders/promotion-stories'
import { must, openShop, type TestShop } from '../builders/shop'
import { claims, ends, receives, runs } from '../builders/trade'
import type { MiniProgram } from './harness'
import { openShopApp } from './shop-app'

/** Discounts in cart and checkout on WeChat's engine, by taps, against the local cloud. */

jest.setTimeout(120_000)

let shop: TestShop
let app: MiniProgram
let running: string | null = null
beforeAll(async () => void (shop = await openShop()))
afterAll(() => shop.close())
afterEach(async () => {
  app.close()
  if (running) await ends(shop, running)
  running = null
})

const pay = async () => {
  await app.tap('微信支付')
  await app.tap('确认支付')
  await app.see('付款成功')
}

test.each(PROMOTION_STORIES)(
  '$name: shown in the cart, explained at checkout, and charged',
  async (story) => {
    const customer = shop.customer(`story${PROMOTION_STORIES.indexOf(story)}`)
    running = await prepare(shop, customer, story)
    app = openShopApp(shop.devcloud, customer.openid)
    await app.tapTab('购物车')
    for (const text of story.cart) await app.see(text)
    await app.tap('结算 1 种')
    for (const text of story.checkout) await app.see(text)
    await pay()
    const { items } = await customer.does('orders.list', {})
    expect(items[0]).toMatchObject({ state: 'paid', totalFen: story.totalFen })
  },
)

test('choosing coupon and points needs no call and keeps the setData budget', async () => {
  const wan = shop.customer('chooses')
  await wan.join()
  const { id } = await wan.buys('tea:1', 10)
  await receives(shop, wan, id)
  await shop.devcloud.clock.advance({ days: 8 })
  await claims(shop, wan)
  await wan.does('cart.change', { change: 'add', skuId: 'tea:1', quantity: 2 })
  app = openShopApp(shop.devcloud, wan.openid)
  await app.tapTab('购物车')
  await app.tap('结算 1 种')
  await app.see('共 680，可用 600 抵 ¥6')
  const all = await app.measure(() => app.tap({ css: '.nut-switch' }))
  await app.see('积分抵扣')
  await app.see('¥120.00')
  const less = await app.measure(() => app.tap({ css: '.nut-inputnumber-minus' }))
  await app.see('¥121.00')
  expect([...all.cloudCalls, ...less.cloudCalls]).toEqual([])
  expect(less.setDataBytes).toBeLessThanOrEqual(BUDGETS.oneLineTap.setDataBytes)
  await app.tap({ css: '.row', text: '优惠券' })
  await app.tap('这一单不用券')
  await app.see('¥131.00')
  await pay()
  const { items } = await wan.does('orders.list', {})
  expect(items[0]).toMatchObject({ totalFen: 13_100, pointsSpent: 500 })
})

test('a price changed meanwhile is announced, quoted again, and charged', async () => {
  const he = shop.customer('changes')
  await he.buys('honey:1')
  await shop.devcloud.clock.advance({ minutes: 1 })
  await he.does('cart.change', { change: 'add', skuId: 'tea:1', quantity: 2 })
  app = openShopApp(shop.devcloud, he.openid)
  await app.tapTab('购物车')
  await app.tap('结算 1 种')
  await app.see('¥136.00')
  running = await runs(shop, {
    kind: 'timePrice',
    prices: [{ skuId: 'tea:1', priceFen: 6_000, stock: null }],
    perMemberMax: null,
  })
  await app.tap('微信支付')
  await app.see('价格刚刚变了，现在是 ¥120.00，看过再付')
  await pay()
  expect((await he.does('orders.list', {})).items[0]).toMatchObject({ totalFen: 12_000 })
})

test('a free order needs no payment', async () => {
  const qiao = shop.customer('free')
  await qiao.buys('honey:1')
  await shop.devcloud.clock.advance({ minutes: 1 })
  running = await runs(shop, {
    kind: 'timePrice',
    prices: [{ skuId: 'tea:1', priceFen: 0, stock: 5 }],
    perMemberMax: 1,
  })
  const free = { kind: 'freeFreight' as const, scope: { productIds: ['tea'], categoryIds: [] } }
  const parcel = await runs(shop, { ...free, fromFen: 0, provinces: [] })
  await qiao.does('cart.change', { change: 'add', skuId: 'tea:1', quantity: 1 })
  app = openShopApp(shop.devcloud, qiao.openid)
  await app.tapTab('购物车')
  await app.tap('结算 1 种')
  await app.see('无需付款')
  await app.tap('提交订单')
  await app.see('下单成功，无需付款')
  await ends(shop, parcel)
  expect((await qiao.does('orders.list', {})).items[0]).toMatchObject({
    state: 'paid',
    totalFen: 0,
  })
})

test('a region without delivery is announced and cannot be paid', async () => {
  const shen = shop.customer('away')
  await shen.buys('honey:1')
  await shen.does('cart.change', { change: 'add', skuId: 'tea:1', quantity: 1 })
  const zone = { firstGrams: 1_000, firstFen: 800, moreGrams: 1_000, moreFen: 0 }
  const served = { ...zone, name: '全国', provinces: [], isServed: true, freeFromFen: 9_900 }
  const away = { ...served, name: '暂不送', provinces: ['浙江省'], isServed: false }
  must(await shop.admin('freight.save', { zones: [served, away] }))
  app = openShopApp(shop.devcloud, shen.openid)
  await app.tapTab('购物车')
  await app.see('暂时送不到你的地址')
  await app.tap('结算 1 种')
  await app.see('浙江省暂时送不到，换个地址试试')
  await app.tap('微信支付')
  await app.idle()
  expect((await shen.does('orders.list', {})).items).toHaveLength(1)
  must(await shop.admin('freight.save', { zones: [served] }))
})
