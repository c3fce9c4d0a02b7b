import { must, openShop, refused, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const BOTH = { version: '2026-11-01', purposes: ['membership' as const, 'insight' as const] }
const ONLY_MEMBER = { version: '2026-11-01', purposes: ['membership' as const] }

let minted = 0
const event = (kind: 'view' | 'search' | 'searchClick', fields: object = {}) => {
  minted += 1
  return {
    id: `event${String(minted).padStart(15, '0')}`,
    kind,
    at: shop.devcloud.clock.now(),
    ...fields,
  }
}

/** The staff's view of a customer: the first of the list, sorted by last contact. */
async function staffViewOf(name: string) {
  const { items } = must(await shop.admin('members.list', { word: name }))
  return must(await shop.admin('members.show', { memberId: items[0]!.id }))
}

describe('S0-16 joining', () => {
  it('creates a member with number, tier, points account and consent, in one call', async () => {
    const lin = shop.customer('lin')
    const me = await lin.join('林晚')
    expect(me).toMatchObject({
      isMember: true,
      nickname: '林晚',
      tier: 'basic',
      growth: 0,
      points: { available: 0, pending: 0 },
      consent: BOTH,
    })
    expect(me.cardNumber).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/)
  })

  it('is idempotent: number and date stay', async () => {
    const lin = shop.customer('lin')
    const first = await lin.does('members.me', {})
    await shop.devcloud.clock.advance({ minutes: 1 })
    expect(await lin.join('别的名字')).toMatchObject({
      cardNumber: first.cardNumber,
      joinedAt: first.joinedAt,
      nickname: '林晚',
    })
  })

  it('without a name, the staff recognise a member by their card', async () => {
    await shop.customer('nameless').join()
    await shop.customer('passing').places()
    const names = must(await shop.admin('members.list', {})).items.map((one) => one.name)
    expect(names).toContainEqual(expect.stringMatching(/^会员 \d{4}$/))
    expect(names).toContainEqual(expect.stringMatching(/^访客 \d{4}$/))
  })

  it('needs consent to membership, and nothing else', async () => {
    const mo = shop.customer('mo')
    const refusal = await mo.call('members.join', { consent: { ...BOTH, purposes: ['insight'] } })
    expect(refused(refusal)).toEqual({ code: 'CONSENT_NEEDED' })
    expect(await mo.does('members.join', { consent: ONLY_MEMBER })).toMatchObject({
      isMember: true,
      consent: ONLY_MEMBER,
    })
  })

  it('five concurrent first calls create one customer', async () => {
    const an = shop.customer('an')
    const before = must(await shop.admin('lifecycle.board', {})).total
    await Promise.all(Array.from({ length: 5 }, () => an.join('安')))
    expect(must(await shop.admin('lifecycle.board', {})).total).toBe(before + 1)
  })

  it('browsing creates no customer', async () => {
    const before = must(await shop.admin('lifecycle.board', {})).total
    const ghost = shop.customer('ghost')
    await ghost.does('home.show', {})
    await ghost.does('members.me', {})
    await ghost.does('catalog.product', { productId: 'tea' })
    await ghost.does('cart.show', {})
    await ghost.does('events.record', { events: [event('view', { productId: 'tea' })] })
    expect(must(await shop.admin('lifecycle.board', {})).total).toBe(before)
  })
})

describe('S0-05 events are recorded once, in one timeline', () => {
  it('with time and kind, the latest first', async () => {
    const wen = shop.customer('wen')
    await wen.join('温小满')
    const view = event('view', { productId: 'tea' })
    await wen.does('events.record', { events: [event('search', { word: '茶' }), view] })
    await wen.does('events.record', { events: [view] })
    await wen.does('catalog.favourite', { productId: 'honey', isFavourite: true })
    await wen.does('cart.change', { change: 'add', skuId: 'tea:1', quantity: 1 })
    const order = await wen.buys()
    const { timeline } = await staffViewOf('温小满')
    const { id } = await staffViewOf('温小满')
    const all = must(await shop.admin('members.timeline', { memberId: id })).items
    expect(timeline.items).toEqual(all.slice(0, 5))
    const kinds = all.map((row) => row.kind).sort()
    expect(kinds).toEqual(
      ['cart', 'favourite', 'firstContact', 'join', 'order', 'pay', 'search', 'view'].sort(),
    )
    expect(all.find((row) => row.kind === 'view')).toMatchObject({ productTitle: '明前龙井' })
    expect(all.find((row) => row.kind === 'pay')).toMatchObject({
      orderId: order.id,
      fen: order.totalFen,
    })
    const times = all.map((row) => row.at)
    expect(times).toEqual([...times].sort((a, b) => b - a))
  })

  it('browsing is not recorded without consent; withdrawal takes effect at once', async () => {
    const su = shop.customer('su')
    await su.does('members.join', { consent: ONLY_MEMBER, nickname: '苏北' })
    const view = () => ({ events: [event('view', { productId: 'tea' })] })
    expect(await su.does('events.record', view())).toEqual({ recorded: 0 })
    await su.does('privacy.consent', BOTH)
    expect(await su.does('events.record', view())).toEqual({ recorded: 1 })
    await su.does('privacy.consent', ONLY_MEMBER)
    expect(await su.does('events.record', view())).toEqual({ recorded: 0 })
    const { id } = await staffViewOf('苏北')
    const rows = must(await shop.admin('members.timeline', { memberId: id })).items
    expect(rows.filter((row) => row.kind === 'view')).toHaveLength(1)
  })

  it('events sent five times concurrently are recorded once', async () => {
    const tao = shop.customer('tao')
    await tao.join('陶然')
    const report = { events: [event('view', { productId: 'tea' }), event('search')] }
    // Slow starts let every call read before any has written.
    const action = 'database.startTransaction'
    shop.devcloud.faults.add({ kind: 'latency', action, ms: 500, times: 2 })
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => tao.does('events.record', report)),
    )
    expect(answers.map((answer) => answer.recorded).sort()).toEqual([0, 0, 0, 0, 2])
    const { id } = await staffViewOf('陶然')
    const rows = must(await shop.admin('members.timeline', { memberId: id })).items
    expect(rows.map((row) => row.kind).sort()).toEqual(['firstContact', 'join', 'search', 'view'])
  })

  it('a phone’s clock is accepted within a day', async () => {
    const he = shop.customer('he')
    await he.join('何年')
    const future = { ...event('view'), at: shop.devcloud.clock.now() + 9e9 }
    const past = { ...event('view'), at: 0 }
    await he.does('events.record', { events: [future, past] })
    const { id } = await staffViewOf('何年')
    const rows = must(await shop.admin('members.timeline', { memberId: id })).items
    const views = rows.filter((row) => row.kind === 'view').map((row) => row.at)
    const now = shop.devcloud.clock.now()
    expect(views).toEqual([now, now - 86_400_000])
  })
})

describe('S0-04 a customer’s page lists all their orders', () => {
  it('with goods, amount, date and refund status; the sums are the orders’', async () => {
    const bo = shop.customer('bo')
    await bo.join('柏舟')
    for (let n = 1; n <= 7; n += 1) await bo.buys('honey:1', n)
    await bo.places('honey:1', 1)
    const page = await staffViewOf('柏舟')
    const orders = [...page.orders.items]
    for (let cursor = page.orders.next; cursor; ) {
      const more = must(await shop.admin('members.orders', { memberId: page.id, cursor }))
      orders.push(...more.items)
      cursor = more.next
    }
    expect(new Set(orders.map((order) => order.id)).size).toBe(8)
    expect(orders[0]).toMatchObject({ state: 'awaitingPayment', refundedFen: 0 })
    expect(orders[0]?.lines[0]).toMatchObject({ title: '秦岭土蜂蜜', spec: '250g' })
    const paid = orders.filter((order) => order.paidAt !== null)
    const sum = paid.reduce((all, order) => all + order.totalFen - order.refundedFen, 0)
    expect(page).toMatchObject({ keptOrders: 7, netFen: sum, paidFen: sum, refundedFen: 0 })
  })
})

describe('the staff find a customer', () => {
  it('by name, by part of it, and by the phone their parcels go to', async () => {
    const cen = shop.customer('cen')
    await cen.join('岑夫子')
    await cen.places()
    const found = async (word: string) =>
      must(await shop.admin('members.list', { word })).items.map((one) => one.name)
    expect(await found('岑夫')).toEqual(['岑夫子'])
    expect(await found('13800006021')).toContain('岑夫子')
    expect(await found('13900006021')).toEqual([])
    expect(await found('…')).toEqual([])
  })
})

describe('a profile', () => {
  it('stores a name and a birthday, and refuses a name that WeChat rejects', async () => {
    const yu = shop.customer('yu')
    await yu.join('玉')
    expect(
      await yu.does('members.update', { nickname: '玉米', birthday: '1996-02-29' }),
    ).toMatchObject({ nickname: '玉米', birthday: '1996-02-29' })
  })

  it('is for members', async () => {
    const answer = await shop.customer('passer').call('members.update', { nickname: '路人' })
    expect(refused(answer)).toEqual({ code: 'NOT_A_MEMBER' })
  })
})
