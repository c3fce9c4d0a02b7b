import { couponOffer } from '../builders/promotions'
import { must, openShop, type TestShop } from '../builders/shop'
import { runs } from '../builders/trade'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const home = (name: string) => shop.customer(name).does('home.show', {})

describe('the unpaid order on home', () => {
  it('is the latest one, until it is paid or its time is over', async () => {
    const lin = shop.customer('lin')
    expect((await home('lin')).unpaid).toBeNull()
    await lin.places('honey:1')
    await shop.devcloud.clock.advance({ minutes: 1 })
    const { id: orderId, totalFen, dueAt } = await lin.places('tea:1')
    expect((await home('lin')).unpaid).toEqual({ orderId, totalFen, dueAt })
    expect((await home('stranger')).unpaid).toBeNull()
    await lin.pays(orderId)
    expect((await home('lin')).unpaid?.totalFen).toBe(3_990 + 800)
    await shop.devcloud.clock.advance({ minutes: 30 })
    expect((await home('lin')).unpaid).toBeNull()
  })
})

describe('the coupon for a first order', () => {
  it('is the one that takes most off, for strangers and members without an order', async () => {
    const terms = couponOffer('less').terms
    const off = { kind: 'amount' as const, offFen: 2_000 }
    must(await shop.admin('coupons.save', { coupon: couponOffer('less') }))
    const more = couponOffer('more', { terms: { ...terms, off } })
    must(await shop.admin('coupons.save', { coupon: more }))
    expect((await home('stranger')).welcome).toMatchObject({ id: 'more', refusal: 'NOT_A_MEMBER' })
    const mo = shop.customer('mo')
    await mo.join()
    expect((await home('mo')).welcome).toMatchObject({ id: 'more', refusal: null })
    await mo.does('coupons.claim', { couponId: 'more' })
    expect((await home('mo')).welcome?.id).toBe('less')
    await mo.places()
    expect((await home('mo')).welcome).toBeNull()
  })
})

describe('the row of goods at a price for a time', () => {
  it('shows what can be had at that price now, one SKU per product, until it ends', async () => {
    const prices = [
      { skuId: 'tea:1', priceFen: 5_000, stock: 1 },
      { skuId: 'honey:1', priceFen: 3_000, stock: null },
      { skuId: 'honey:2', priceFen: 6_000, stock: null },
    ]
    await runs(shop, { kind: 'timePrice', prices, perMemberMax: null })
    const row = async () => (await home('buyer')).limited
    const first = await row()
    expect(first?.endsAt).toBe(shop.devcloud.clock.now() + 86_400_000)
    expect(first?.skus.map(({ productId }) => productId).sort()).toEqual(['honey', 'tea'])
    expect(first?.skus.find(({ id }) => id === 'tea:1')).toMatchObject({
      nowFen: 5_000,
      priceFen: 6_800,
      title: '明前龙井',
    })
    await shop.customer('quick').buys('tea:1')
    expect((await row())?.skus.map(({ productId }) => productId)).toEqual(['honey'])
    await shop.devcloud.clock.advance({ days: 1 })
    expect(await row()).toBeNull()
  })
})
