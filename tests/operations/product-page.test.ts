import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { couponOffer } from '../builders/promotions'
import { ADDRESS, must, openShop, type TestShop } from '../builders/shop'
import { ends, runs } from '../builders/trade'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const page = (name: string, productId = 'tea') =>
  shop.customer(name).does('catalog.product', { productId })

describe('coupons on a product’s page', () => {
  const offer = async (id: string, productIds: string[]) => {
    const coupon = couponOffer(id)
    const scope = { ...WHOLE_SHOP_SCOPE, productIds }
    must(
      await shop.admin('coupons.save', {
        coupon: { ...coupon, terms: { ...coupon.terms, scope } },
      }),
    )
  }
  beforeAll(async () => {
    await offer('everywhere', [])
    await offer('teaonly', ['tea'])
    await offer('honeyonly', ['honey'])
  })

  it('are those whose scope covers it', async () => {
    const ids = async (productId: string) =>
      (await page('stranger', productId)).coupons.map(({ id }) => id).sort()
    expect(await ids('tea')).toEqual(['everywhere', 'teaonly'])
    expect(await ids('honey')).toEqual(['everywhere', 'honeyonly'])
  })

  it('ask a stranger to join first, and show a member what they have claimed', async () => {
    const refusals = async (name: string) =>
      Object.fromEntries((await page(name)).coupons.map(({ id, refusal }) => [id, refusal]))
    expect(await refusals('stranger')).toMatchObject({ teaonly: 'NOT_A_MEMBER' })
    const lin = shop.customer('lin')
    await lin.join()
    expect(await refusals('lin')).toEqual({ everywhere: null, teaonly: null })
    await lin.does('coupons.claim', { couponId: 'teaonly' })
    expect(await refusals('lin')).toEqual({ everywhere: null, teaonly: 'LIMIT_REACHED' })
  })

  it('are gone when the shop has stopped them', async () => {
    must(await shop.admin('coupons.stop', { couponId: 'everywhere' }))
    expect((await page('lin')).coupons.map(({ id }) => id)).toEqual(['teaonly'])
  })
})

describe('where it goes', () => {
  it('is the province of the saved address, and each zone’s price', async () => {
    const mo = shop.customer('mo')
    expect((await page('mo')).delivery).toMatchObject({
      province: null,
      zones: [{ provinces: [], isServed: true, fen: 800, freeFromFen: 9_900, isFrom: false }],
    })
    await mo.places()
    expect((await page('mo')).delivery.province).toBe(ADDRESS.province)
  })
})

describe('the price of a tier above', () => {
  it('is shown to those who do not have it yet, and to nobody who has', async () => {
    const percents = { silver: 95, gold: 90 }
    const id = await runs(shop, {
      kind: 'tierPrice',
      scope: WHOLE_SHOP_SCOPE,
      prices: [],
      percents,
    })
    const tea = shop.customer('basic')
    await tea.join()
    expect((await page('basic')).tierAhead).toEqual({ tier: 'silver', fen: 6_460 })
    await ends(shop, id)
    expect((await page('basic')).tierAhead).toBeNull()
  })
})

it('says how long after receipt an after-sale can be requested', async () => {
  expect((await page('lin')).afterSaleDays).toBe(7)
})
