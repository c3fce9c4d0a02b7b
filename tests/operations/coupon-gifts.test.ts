import { DAY_MS } from '@core/kernel/calendar'
import { couponOffer } from '../builders/promotions'
import { type Customer, must, openShop, refused, type TestShop } from '../builders/shop'

/** Coupons that the staff give to a member, from their page. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const now = () => shop.devcloud.clock.now()

let offered = 0
async function offer(more: Parameters<typeof couponOffer>[1] = {}): Promise<string> {
  offered += 1
  const coupon = couponOffer(`c${offered}`, { claimUntil: now() + DAY_MS, ...more })
  must(await shop.admin('coupons.save', { coupon }))
  return coupon.id
}

async function named(name: string): Promise<Customer> {
  const one = shop.customer(name)
  await one.join(name)
  return one
}

async function give(name: string, couponId: string, claimId = `${couponId}${name}`) {
  const { items } = must(await shop.admin('members.list', { word: name }))
  const memberId = items[0]?.id ?? 'nobody'
  return shop.admin('coupons.give', { memberId, couponId, claimId: claimId.padEnd(20, '0') })
}

const issued = async (couponId: string) =>
  must(await shop.admin('coupons.show', { couponId })).coupon.issued

it('is in the wallet, whatever the tier, the listing and the first day', async () => {
  const yu = await named('yuyu')
  const id = await offer({ minTier: 'black', isListed: false, claimFrom: now() + 1_000 })
  const grant = must(await give('yuyu', id))
  expect((await yu.does('coupons.wallet', { part: 'usable' })).items).toEqual([grant])
  expect(await issued(id)).toBe(1)
})

it('is one copy when it is sent twice, and the limit of a member holds', async () => {
  const id = await offer()
  await named('anan')
  expect(must(await give('anan', id))).toEqual(must(await give('anan', id)))
  expect(await issued(id)).toBe(1)
  expect(refused(await give('anan', id, 'another'))).toEqual({ code: 'LIMIT_REACHED' })
})

it('is refused when the offer is stopped, over, all gone, or unknown', async () => {
  await named('momo')
  const stopped = await offer()
  must(await shop.admin('coupons.stop', { couponId: stopped }))
  expect(refused(await give('momo', stopped))).toEqual({ code: 'ENDED' })
  const over = await offer({ claimUntil: now() + 1_000 })
  await shop.devcloud.clock.set(now() + 1_000)
  expect(refused(await give('momo', over))).toEqual({ code: 'ENDED' })
  const one = await offer({ issuedMax: 1 })
  must(await give('momo', one))
  await named('lastone')
  expect(refused(await give('lastone', one))).toEqual({ code: 'ALL_GONE' })
  expect(refused(await give('momo', 'nothing'))).toEqual({ code: 'NOT_FOUND' })
  expect(refused(await give('unheard', one))).toEqual({ code: 'NOT_FOUND' })
})

it('is for members only', async () => {
  await shop.customer('guest').does('cart.change', { change: 'add', skuId: 'tea:1', quantity: 1 })
  const { items } = must(await shop.admin('members.list', {}))
  const guest = items.find(({ isMember }) => !isMember)
  const input = { memberId: guest?.id ?? '', couponId: await offer(), claimId: 'g'.repeat(20) }
  expect(refused(await shop.admin('coupons.give', input))).toEqual({ code: 'NOT_A_MEMBER' })
})
