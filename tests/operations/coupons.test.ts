import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { DAY_MS } from '@core/kernel/calendar'
import { couponOffer } from '../builders/promotions'
import { type Customer, must, openShop, refused, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

let offered = 0
type More = Parameters<typeof couponOffer>[1]

/** A coupon with a unique id that can be claimed within a day from now. */
async function offer(more: More = {}): Promise<string> {
  offered += 1
  const claimUntil = now() + DAY_MS
  const coupon = couponOffer(`c${offered}`, { claimUntil, ...more })
  must(await shop.admin('coupons.save', { coupon }))
  return coupon.id
}
const now = () => shop.devcloud.clock.now()
const show = async (couponId: string) => must(await shop.admin('coupons.show', { couponId }))
const issued = async (couponId: string) => (await show(couponId)).coupon.issued
const claim = (who: Customer, couponId: string) => who.call('coupons.claim', { couponId })
const offerOf = async (who: Customer, couponId: string) =>
  (await who.does('coupons.center', {})).find(({ id }) => id === couponId)
const wallet = (who: Customer, part: 'usable' | 'used' | 'expired' = 'usable') =>
  who.does('coupons.wallet', { part })

/** A member with a unique name. */
async function member(name: string): Promise<Customer> {
  const one = shop.customer(name)
  await one.join()
  return one
}

describe('claiming', () => {
  it('puts a copy into the wallet, with the terms at the time of the claim', async () => {
    const lin = await member('lin')
    const id = await offer()
    const grant = await lin.does('coupons.claim', { couponId: id })
    expect(grant).toMatchObject({
      couponId: id,
      state: 'unused',
      expiresAt: now() + 7 * DAY_MS,
      isExpired: false,
    })
    expect((await wallet(lin)).items).toEqual([grant])
    expect(await offerOf(lin, id)).toMatchObject({ claimed: 1, refusal: 'LIMIT_REACHED' })
    const dearer = couponOffer(id, { claimUntil: now() + DAY_MS, issuedMax: 200 })
    dearer.terms = { ...dearer.terms, fromFen: 90_000 }
    must(await shop.admin('coupons.save', { coupon: dearer }))
    expect((await wallet(lin)).items[0]?.terms.fromFen).toBe(5_000)
  })

  it.each<[string, string, () => More]>([
    ['NOT_STARTED', 'before its first moment', () => ({ claimFrom: now() + 1 })],
    ['TIER_TOO_LOW', 'below its tier', () => ({ minTier: 'gold' })],
    ['LIMIT_REACHED', 'more often than allowed', () => ({})],
  ])('is refused with %s %s', async (code, _words, more) => {
    const mei = await member('mei')
    const id = await offer(more())
    if (code === 'LIMIT_REACHED') must(await claim(mei, id))
    expect(await offerOf(mei, id)).toMatchObject({ refusal: code })
    expect(refused(await claim(mei, id))).toEqual({ code })
    expect(await issued(id)).toBe(code === 'LIMIT_REACHED' ? 1 : 0)
  })

  it.each([
    [null, 'NOT_A_MEMBER'],
    ['basic', 'NOT_A_MEMBER'],
    ['silver', 'TIER_TOO_LOW'],
  ] as const)('is for members; from tier %s on, a stranger reads %s', async (minTier, code) => {
    const guest = shop.customer('guest')
    const id = await offer({ minTier })
    expect(await offerOf(guest, id)).toMatchObject({ refusal: code, claimed: 0 })
    expect(refused(await claim(guest, id))).toEqual({ code })
  })

  it('ends with the last copy, at its time, and when the staff stop it', async () => {
    const [lin, bo] = [await member('lin'), await member('bo')]
    const last = await offer({ issuedMax: 1 })
    must(await claim(lin, last))
    expect(await offerOf(bo, last)).toMatchObject({ gonePercent: 100, refusal: 'ALL_GONE' })
    expect(refused(await claim(bo, last))).toEqual({ code: 'ALL_GONE' })
    const stopped = await offer()
    must(await shop.admin('coupons.stop', { couponId: stopped }))
    expect(refused(await claim(bo, stopped))).toEqual({ code: 'ENDED' })
    expect(await offerOf(bo, stopped)).toBeUndefined()
    const short = await offer({ claimUntil: now() + 60_000 })
    await shop.devcloud.clock.advance({ minutes: 1 })
    expect(refused(await claim(bo, short))).toEqual({ code: 'ENDED' })
  })

  it('by id works for listed coupons only', async () => {
    const hidden = await offer({ isListed: false })
    const lin = await member('lin')
    expect(refused(await claim(lin, hidden))).toEqual({ code: 'NOT_FOUND' })
    expect(await offerOf(lin, hidden)).toBeUndefined()
  })
})

describe('concurrent claims', () => {
  it('of the last copy: one member gets it', async () => {
    const id = await offer({ issuedMax: 1 })
    const members = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => member(`r${name}`)))
    const answers = await Promise.all(members.map((one) => claim(one, id)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    for (const answer of answers.filter((one) => !one.ok)) {
      expect(refused(answer)).toEqual({ code: 'ALL_GONE' })
    }
    expect(await issued(id)).toBe(1)
    const wallets = await Promise.all(members.map((one) => wallet(one)))
    expect(wallets.flatMap(({ items }) => items.filter((g) => g.couponId === id))).toHaveLength(1)
  })

  it('of one member: one copy; copies taken in vain are returned', async () => {
    const id = await offer({ issuedMax: 10 })
    const zoe = await member('zoe')
    const answers = await Promise.all([1, 2, 3, 4].map(() => claim(zoe, id)))
    const grants = answers.flatMap((answer) => (answer.ok ? [answer.value.id] : []))
    expect(new Set(grants).size).toBe(1)
    for (const answer of answers.filter((one) => !one.ok)) {
      expect(refused(answer)).toEqual({ code: 'LIMIT_REACHED' })
    }
    expect(await issued(id)).toBe(1)
    expect((await wallet(zoe)).items.filter((one) => one.couponId === id)).toHaveLength(1)
  })

  it('of one member for the last copy: the member gets it, whichever call was first', async () => {
    const id = await offer({ issuedMax: 1 })
    const yu = await member('yu')
    const answers = await Promise.all([1, 2, 3].map(() => claim(yu, id)))
    expect(answers.some((answer) => answer.ok)).toBe(true)
    expect(await issued(id)).toBe(1)
    expect((await wallet(yu)).items).toHaveLength(1)
  })
})

describe('S1-16 a code', () => {
  const enter = (who: Customer, code: string) => who.call('coupons.enterCode', { code })

  it('works as typed, once per member', async () => {
    const [lin, bo] = [await member('lin'), await member('bo')]
    const id = await offer({ code: 'SPRING26', isListed: false })
    expect(must(await enter(lin, ' spring－26 ')).couponId).toBe(id)
    expect(refused(await enter(lin, 'SPRING26'))).toEqual({ code: 'LIMIT_REACHED' })
    expect(must(await enter(bo, 'SPRING26')).couponId).toBe(id)
    expect(refused(await enter(shop.customer('guest'), 'SPRING26'))).toEqual({
      code: 'NOT_A_MEMBER',
    })
  })

  it('that is wrong, used up, ended or the id of another coupon has its own error', async () => {
    const bo = await member('bo')
    const plain = await offer()
    await offer({ code: 'ONEONLY', issuedMax: 1, perMemberMax: 1 })
    must(await enter(await member('lin'), 'ONEONLY'))
    const over = await offer({ code: 'OVER2026' })
    must(await shop.admin('coupons.stop', { couponId: over }))
    const codes = await Promise.all(
      ['NOSUCH', 'ONEONLY', 'OVER2026', plain, `id:${plain}`].map((code) => enter(bo, code)),
    )
    expect(codes.map((answer) => refused(answer).code)).toEqual([
      'CODE_UNKNOWN',
      'ALL_GONE',
      'ENDED',
      'CODE_UNKNOWN',
      'CODE_UNKNOWN',
    ])
  })

  it('belongs to one coupon', async () => {
    await offer({ code: 'TWICE' })
    const second = couponOffer('second', { code: 'TWICE', claimUntil: now() + DAY_MS })
    expect(refused(await shop.admin('coupons.save', { coupon: second }))).toEqual({
      code: 'CODE_TAKEN',
    })
    const other = await offer({ code: 'OTHER' })
    const renamed = couponOffer(other, { code: 'TWICE', claimUntil: now() + DAY_MS })
    expect(refused(await shop.admin('coupons.save', { coupon: renamed }))).toEqual({
      code: 'CODE_TAKEN',
    })
    const twins = ['t1', 't2'].map((id) =>
      couponOffer(id, { code: 'TWINS', claimUntil: now() + DAY_MS }),
    )
    const answers = await Promise.all(twins.map((coupon) => shop.admin('coupons.save', { coupon })))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })
})

describe('the wallet', () => {
  it('has three parts, each with pages', async () => {
    const ivy = await member('ivy')
    const days = (n: number): More => ({
      perMemberMax: 20,
      validity: { kind: 'days', days: n },
    })
    const soon = await offer(days(1))
    const late = await offer(days(9))
    for (let n = 0; n < 3; n += 1) must(await claim(ivy, soon))
    for (let n = 0; n < 20; n += 1) must(await claim(ivy, late))
    const first = await wallet(ivy)
    expect(first.items.slice(0, 4).map((one) => one.couponId)).toEqual([soon, soon, soon, late])
    expect(first.items).toHaveLength(20)
    const second = await ivy.does('coupons.wallet', { part: 'usable', cursor: first.next! })
    expect([second.items.length, second.next]).toEqual([3, null])
    await shop.devcloud.clock.advance({ days: 1 })
    expect((await wallet(ivy, 'expired')).items.map((one) => one.isExpired)).toEqual([
      true,
      true,
      true,
    ])
    expect((await wallet(ivy)).items.every((one) => one.couponId === late)).toBe(true)
  })

  it('shows coupons locked by an unpaid order, then used by the paid one', async () => {
    const kai = await member('kai')
    const { id } = await kai.does('coupons.claim', { couponId: await offer() })
    const draft = await kai.chooses([{ skuId: 'tea:1', quantity: 1 }], {
      ...NO_CHOICE,
      grantId: id,
    })
    await kai.does('orders.place', draft)
    const held = { id, state: 'locked', orderId: draft.orderId }
    expect((await wallet(kai)).items).toMatchObject([held])
    await kai.pays(draft.orderId)
    expect((await wallet(kai)).items).toEqual([])
    expect((await wallet(kai, 'used')).items).toMatchObject([{ id, state: 'used' }])
    expect((await show(id.split(':')[0]!)).used).toBe(1)
  })
})

describe('saving a coupon', () => {
  const save = (more: More, id = 'wrong') =>
    shop.admin('coupons.save', {
      coupon: couponOffer(id, { claimUntil: now() + DAY_MS, ...more }),
    })
  const { terms } = couponOffer('x')

  it.each<[string, string, () => More]>([
    [
      'terms.off.offFen',
      'MORE_THAN_SPENT',
      () => ({ terms: { ...terms, off: { kind: 'amount', offFen: 5_000 } } }),
    ],
    [
      'terms.scope.productIds.0',
      'UNKNOWN_PRODUCT',
      () => ({ terms: { ...terms, scope: { productIds: ['x'], categoryIds: [] } } }),
    ],
    ['claimUntil', 'END_BEFORE_START', () => ({ claimFrom: now() + 2 * DAY_MS })],
    [
      'validity.endsAt',
      'ENDS_WHILE_CLAIMED',
      () => ({ validity: { kind: 'until', startsAt: now(), endsAt: now() + 1 } }),
    ],
  ])('%s: %s, and nothing is saved', async (field, reason, more) => {
    expect(refused(await save(more()))).toEqual({ code: 'COUPON_WRONG', field, reason })
    expect(refused(await shop.admin('coupons.show', { couponId: 'wrong' }))).toEqual({
      code: 'NOT_FOUND',
    })
  })

  it.each<[string, More]>([
    ['coupon.terms.off.offFen', { terms: { ...terms, off: { kind: 'amount', offFen: -1 } } }],
    ['coupon.issuedMax', { issuedMax: Number.NaN }],
    ['coupon.code', { code: 'a b' }],
  ])('%s is no such value', async (field, more) => {
    expect(refused(await save(more))).toMatchObject({ code: 'INVALID_INPUT', field })
  })

  it('adjusts the copies left to the total, never below the copies issued', async () => {
    const id = await offer({ issuedMax: 2 })
    must(await claim(await member('lin'), id))
    must(await save({ issuedMax: 1 }, id))
    expect(await offerOf(await member('bo'), id)).toMatchObject({ refusal: 'ALL_GONE' })
    must(await save({ issuedMax: 3 }, id))
    must(await claim(await member('bo'), id))
    expect(await issued(id)).toBe(2)
    expect(refused(await save({ issuedMax: 1 }, id))).toEqual({
      code: 'COUPON_WRONG',
      field: 'issuedMax',
      reason: 'BELOW_ISSUED',
    })
  })

  it('lists them latest first, by page', async () => {
    const latest = await offer()
    await shop.devcloud.clock.advance({ minutes: 1 })
    const newest = await offer()
    const { items, next } = must(await shop.admin('coupons.list', {}))
    expect(items.slice(0, 2).map(({ coupon }) => coupon.id)).toEqual([newest, latest])
    expect(next).not.toBeNull()
    const rest = must(await shop.admin('coupons.list', { cursor: next! })).items
    expect(items.some(({ coupon }) => rest.some((one) => one.coupon.id === coupon.id))).toBe(false)
  })
})
