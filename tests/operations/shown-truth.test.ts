import { must, openShop, type TestShop } from '../builders/shop'
import { runs } from '../builders/trade'

/** What pages say before anything is ordered is what then happens. */

let shop: TestShop
beforeAll(async () => void (shop = await openShop()))
afterAll(() => shop.close())

test('起 is said only where prices differ, on cards and in the staff’s list', async () => {
  const { products } = await shop.customer('from').does('home.show', {})
  const isFrom = Object.fromEntries(products.items.map((one) => [one.id, one.isFrom]))
  expect(isFrom).toEqual({ tea: false, honey: true, cherry: false })
  const { items } = must(await shop.admin('products.list', { isOnSale: true }))
  expect(Object.fromEntries(items.map((one) => [one.id, one.isFrom]))).toEqual(isFrom)
})

test('a promotion that makes all SKUs equal takes 起 away', async () => {
  const prices = [{ skuId: 'honey:2', priceFen: 3_990, stock: null }]
  const id = await runs(shop, { kind: 'timePrice', prices, perMemberMax: null })
  const { products } = await shop.customer('equal').does('home.show', {})
  expect(products.items.find((one) => one.id === 'honey')).toMatchObject({ isFrom: false })
  must(await shop.admin('promotions.end', { promotionId: id }))
})

test('points are those that the order of the chosen SKU then earns', async () => {
  const lin = shop.customer('points')
  await lin.join()
  const { earnsPoints } = await lin.does('catalog.product', { productId: 'honey' })
  for (const skuId of ['honey:1', 'honey:2']) {
    const { earns } = await lin.price([{ skuId, quantity: 1 }])
    expect(earnsPoints[skuId]).toBe(earns.points)
  }
  expect(earnsPoints['honey:2']).toBeGreaterThan(earnsPoints['honey:1'] ?? Infinity)
})

describe('freight on a product’s page', () => {
  const zone = { isServed: true, firstGrams: 1_000, firstFen: 800, moreGrams: 1_000, moreFen: 0 }
  beforeAll(async () => {
    const zones = [
      { ...zone, name: '浙江', provinces: ['浙江省'], freeFromFen: 4_900 },
      { ...zone, name: '其他', provinces: [], freeFromFen: 29_900 },
    ]
    must(await shop.admin('freight.save', { zones }))
  })
  const freightFor = async (name: string) =>
    (await shop.customer(name).does('catalog.product', { productId: 'tea' })).freight

  test('is that of the province of the saved address', async () => {
    await shop.customer('local').buys('tea:1')
    expect(await freightFor('local')).toEqual({
      province: '浙江省',
      isServed: true,
      freeFromFen: 4_900,
    })
  })

  test('without an address is that of most of the country', async () => {
    expect(await freightFor('nowhere')).toEqual({
      province: null,
      isServed: true,
      freeFromFen: 29_900,
    })
  })
})

describe('the staff’s list of promotions', () => {
  const goodsOf = async (promotionId: string) => {
    const { items } = must(await shop.admin('promotions.list', { state: 'RUNNING' }))
    return items.find(({ promotion }) => promotion.id === promotionId)?.goods
  }

  test('names the goods of a limited price, with the price and the one before', async () => {
    const prices = [
      { skuId: 'tea:1', priceFen: 4_900, stock: 10 },
      { skuId: 'honey:1', priceFen: 2_990, stock: null },
    ]
    const id = await runs(shop, { kind: 'timePrice', prices, perMemberMax: 2 })
    expect(await goodsOf(id)).toEqual({
      isWholeShop: false,
      named: [
        { title: '明前龙井', spec: '', listFen: 6_800, priceFen: 4_900 },
        { title: '秦岭土蜂蜜', spec: '250g', listFen: 3_990, priceFen: 2_990 },
      ],
      more: 0,
    })
    must(await shop.admin('promotions.end', { promotionId: id }))
  })

  test('names the products of a scope, or says that it is the whole shop', async () => {
    const steps = [{ fromFen: 10_000, offFen: 1_000 }]
    const scope = { productIds: ['cherry'], categoryIds: [] }
    const some = await runs(shop, { kind: 'spendOff', steps, scope })
    expect(await goodsOf(some)).toMatchObject({
      isWholeShop: false,
      named: [{ title: '山东大樱桃', priceFen: null }],
      more: 0,
    })
    must(await shop.admin('promotions.end', { promotionId: some }))
    const all = { productIds: [], categoryIds: [] }
    const whole = await runs(shop, { kind: 'spendOff', steps, scope: all })
    expect(await goodsOf(whole)).toEqual({ isWholeShop: true, named: [], more: 0 })
    must(await shop.admin('promotions.end', { promotionId: whole }))
  })
})

test('hours are those that the shop has set, wherever they are shown', async () => {
  const lin = shop.customer('hours')
  const { program } = await lin.does('home.show', {})
  const help = await lin.does('service.help', {})
  expect(program).toMatchObject({
    serviceFromHour: help.fromHour,
    serviceToHour: help.toHour,
  })
})
