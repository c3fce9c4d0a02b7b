import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { BUDGETS } from '../../config/budgets'
import { ACTIVITIES } from '../builders/promotions'
import { must, openShop, type TestShop } from '../builders/shop'

/** The price of a piece for a customer before it is in a cart. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ environment: { MEASURE_ROUNDS: '1' } })
  for (const promotion of Object.values(ACTIVITIES)) {
    must(await shop.admin('promotions.save', { promotion }))
  }
})
afterAll(() => shop.close())

const product = (who: string, productId = 'tea') =>
  shop.customer(who).does('catalog.product', { productId })
const TIMED = { fen: 4_900, listFen: 6_800, code: 'TIME_PRICE', title: '活动 time' }

it('is the same on home, in a list, on the page and in the quote', async () => {
  const lin = shop.customer('lin')
  await lin.join()
  const home = await lin.does('home.show', {})
  expect(home.products.items.find(({ id }) => id === 'tea')?.now).toMatchObject(TIMED)
  const found = await lin.does('catalog.search', { word: '龙井' })
  expect(found.items[0]?.now).toMatchObject(TIMED)
  expect((await product('lin')).prices['tea:1']).toMatchObject({ ...TIMED, left: 10 })
  const bill = await lin.price([{ skuId: 'tea:1', quantity: 1 }])
  expect(bill.adjustments[0]).toMatchObject({ code: 'TIME_PRICE', fen: -1_900 })
})

it('is the list price for a member who has used up a promotion’s limit', async () => {
  const bo = shop.customer('bo')
  await bo.join()
  await bo.buys('tea:1', 1)
  expect((await product('bo')).prices['tea:1']).toMatchObject({ ...TIMED, left: 9 })
  await bo.buys('tea:1', 1)
  const now = (await product('bo')).prices['tea:1']
  expect(now).toMatchObject({ fen: 6_800, code: null })
  expect((await product('guest')).prices['tea:1']).toMatchObject({ ...TIMED, left: 8 })
})

it('S0-18 members of a tier see their price, others the price with the tier', async () => {
  const ida = shop.customer('ida')
  await ida.join()
  // ¥378 after the promotions: 银卡, 2 % off.
  await ida.buys('honey:2', 8)
  expect((await product('ida', 'cherry')).prices['cherry:1']).toMatchObject({
    fen: 12_642,
    code: 'TIER_PRICE',
  })
  const seen = await product('guest', 'cherry')
  expect(seen.prices['cherry:1']).toMatchObject({ fen: 12_900, code: null })
  expect(seen.offers.map(({ promotion }) => promotion.kind)).toContain('tierPrice')
})

it('comes with its offers: gifts and bundles by name, others by their rule', async () => {
  const { offers } = await product('guest')
  const by = (kind: string) => offers.find(({ promotion }) => promotion.kind === kind)
  expect(
    by('bundle')
      ?.skus.map(({ id }) => id)
      .sort(),
  ).toEqual(['honey:1', 'tea:1'])
  expect(by('gift')?.skus).toMatchObject([{ id: 'honey:1', title: '秦岭土蜂蜜' }])
  expect(by('timePrice')?.promotion).toMatchObject({ prices: [{ skuId: 'tea:1' }] })
  expect(by('spendOff')?.promotion).toMatchObject({ scope: WHOLE_SHOP_SCOPE })
  const cherry = (await product('guest', 'cherry')).offers
  expect(cherry.some(({ promotion }) => promotion.kind === 'bundle')).toBe(false)
})

it.each([
  ['home.show', {}],
  ['catalog.search', { categoryId: 'all' }],
  ['catalog.product', { productId: 'tea' }],
] as const)('%s asks in no more rounds with seven activities', async (name, input) => {
  await shop.customer('lin').does(name, input)
  const { operations } = shop.devcloud.metrics.report()
  const cost = operations.find(({ operation }) => operation === name)
  const { rounds } = BUDGETS.operations[name]
  expect(cost?.databaseRounds.max).toBeLessThanOrEqual(rounds)
})
