import type { AdminContract, ShopContract } from '@core/contract'
import { PROMOTION_KINDS } from '@core/domain/promotions/promotion'
import { DAY_MS, dayOf, startOf } from '@core/kernel/calendar'
import { saveOffers } from '@local/demo/offers'
import { coupons } from '@local/demo/offers/coupons'
import { promotions } from '@local/demo/offers/promotions'
import { OWNER_OPENID, personas } from '@local/demo/personas'
import { fillCatalog } from '@local/demo/seed'
import { startDevcloud } from '@local/devcloud'
import { type Devcloud } from '@local/devcloud-types'

let devcloud: Devcloud
beforeAll(async () => {
  const clock = { frozen: true, start: Date.parse('2026-03-04T15:00:00+08:00') }
  devcloud = await startDevcloud({ personas, clock })
  await fillCatalog(devcloud)
  await saveOffers(devcloud)
})
afterAll(() => devcloud.close())

type Value<T> = { ok: boolean; value: T }
const ask = async <K extends keyof ShopContract & string>(
  operation: K,
  input: ShopContract[K]['input'],
) => {
  const answer = await devcloud.invoke('shop', { operation, input }, 'oDemo-newcomer')
  return (answer as Value<ShopContract[K]['output']>).value
}
const today = () => startOf(dayOf(devcloud.clock.now()))

it('the demo shop has a promotion of every kind, and one that has ended', async () => {
  const all = promotions(today())
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(PROMOTION_KINDS))
  const answer = await devcloud.invoke(
    'admin',
    { operation: 'promotions.list', input: { state: 'ENDED' } },
    OWNER_OPENID,
  )
  const { items } = (answer as Value<AdminContract['promotions.list']['output']>).value
  expect(items.map(({ promotion }) => promotion.title)).toEqual(['年货节'])
})

it('a product shows its price of today, until when, and how many are left', async () => {
  const { prices, offers } = await ask('catalog.product', { productId: 'salt-cookie' })
  expect(prices['salt-cookie-180']).toMatchObject({
    fen: 24_90,
    listFen: 29_90,
    code: 'TIME_PRICE',
    left: 60,
    perMemberMax: 2,
    endsAt: today() + 3 * DAY_MS,
  })
  expect(prices['salt-cookie-360']).toMatchObject({ fen: 56_00, code: null })
  const titles = offers.map(({ promotion }) => promotion.title)
  expect(titles).toEqual(expect.arrayContaining(['换季满减', '带一份茶样尝尝']))
})

it('a set names its parts, a gift what is given, a price to come when it comes', async () => {
  const bread = await ask('catalog.product', { productId: 'sourdough' })
  const set = bread.offers.find(({ promotion }) => promotion.kind === 'bundle')
  expect(set?.skus.map(({ title }) => title)).toHaveLength(2)
  const gift = bread.offers.find(({ promotion }) => promotion.id === 'demoGift')
  expect(gift?.skus).toMatchObject([{ productId: 'olive-soap' }])
  const cherries = await ask('catalog.product', { productId: 'cherries' })
  expect(cherries.offers.find(({ promotion }) => promotion.kind === 'timePrice')).toMatchObject({
    promotion: { startsAt: today() + DAY_MS + 10 * 3_600_000 },
  })
  expect(cherries.prices['cherries-2j-1000']).toMatchObject({ code: null })
})

it('a list shows the lowest price of today', async () => {
  const { items } = await ask('catalog.search', { categoryId: 'pastry' })
  const cookie = items.find(({ id }) => id === 'salt-cookie')
  expect(cookie).toMatchObject({ fromFen: 29_90, now: { fen: 24_90, code: 'TIME_PRICE' } })
  expect(cookie?.offers.length).toBeGreaterThan(0)
})

it('the coupon centre lists the offers, not those that need a code', async () => {
  const center = await ask('coupons.center', {})
  const listed = coupons(today()).filter(({ isListed }) => isListed)
  expect(center.map(({ id }) => id).sort()).toEqual(listed.map(({ id }) => id).sort())
})
