import { DAY_MS } from '@core/kernel/calendar'
import { draftProduct } from '../builders/catalog'
import { type Customer, must, openShop, refused, type TestShop } from '../builders/shop'
import { asks, claims, receives } from '../builders/trade'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const tea = (quantity: number) => [{ skuId: 'tea:1', quantity }]

async function places(customer: Customer, lines: Parameters<Customer['draft']>[0]) {
  return customer.does('orders.place', await customer.draft(lines))
}

describe('a coupon', () => {
  it('is locked by one of two orders, used by payment, restored by a full refund', async () => {
    const yu = shop.customer('yu')
    await yu.join()
    const grantId = await claims(shop, yu)
    const choice = { grantId, points: 0, samples: [] }
    const [a, b] = [await yu.chooses(tea(1), choice), await yu.chooses(tea(1), choice)]
    const answers = await Promise.all([a, b].map((draft) => yu.call('orders.place', draft)))
    const placed = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
    expect(placed).toHaveLength(1)
    const orderId = placed[0]!.id
    const stateOf = async () => {
      const parts = ['usable', 'used'] as const
      const pages = await Promise.all(parts.map((part) => yu.does('coupons.wallet', { part })))
      return pages.flatMap((page) => page.items).find((one) => one.id === grantId)?.state
    }
    expect(await stateOf()).toBe('locked')
    await yu.pays(orderId)
    expect(await stateOf()).toBe('used')
    const lines = [{ key: 'tea:1', quantity: 1 }]
    const { id } = await asks(yu, { orderId, kind: 'refund', lines })
    must(await shop.admin('afterSales.agree', { afterSaleId: id, withFreight: false }))
    expect(await stateOf()).toBe('unused')
  })

  it('closing releases what placing reserved: coupon, points, stock, counters', async () => {
    const he = shop.customer('he')
    await he.join()
    const { id: first } = await he.buys('tea:1', 3)
    await receives(shop, he, first)
    await shop.devcloud.clock.advance({ days: 8 })
    const grantId = await claims(shop, he)
    const facts = async () => ({
      points: (await he.does('members.me', {})).points,
      stock: await shop.available('tea:1'),
      coupon: (await he.does('coupons.wallet', { part: 'usable' })).items.map(({ state }) => state),
    })
    const before = await facts()
    const draft = await he.chooses(tea(1), { grantId, points: 200, samples: [] })
    const { id: orderId } = await he.does('orders.place', draft)
    expect(await facts()).not.toEqual(before)
    await shop.devcloud.clock.advance({ minutes: 40 })
    expect((await he.does('orders.show', { orderId })).closeReason).toBe('NOT_PAID_IN_TIME')
    expect(await facts()).toEqual(before)
  })
})

describe('launches, limits and options', () => {
  it('S1-17 no orders before the launch; early access from its own time', async () => {
    const gold = shop.customer('jin')
    await gold.join()
    await gold.buys('tea:1', 15)
    const now = shop.devcloud.clock.now()
    const product = draftProduct({
      id: 'fresh',
      launchAt: now + 2 * DAY_MS,
      earlyAccess: { tier: 'gold', from: now + DAY_MS },
    })
    must(await shop.admin('products.save', product))
    const fresh = [{ skuId: 'fresh:1', quantity: 1 }]
    const plain = shop.customer('plain')
    const quote = (who: Customer) => who.call('orders.quote', { lines: fresh })
    expect(refused(await quote(gold)).code).toBe('NOT_YET_ON_SALE')
    await shop.devcloud.clock.advance({ days: 1 })
    expect((await places(gold, fresh)).state).toBe('awaitingPayment')
    expect(refused(await quote(plain))).toEqual({
      code: 'NOT_YET_ON_SALE',
      skuId: 'fresh:1',
      from: now + 2 * DAY_MS,
    })
    await shop.devcloud.clock.advance({ days: 1 })
    expect((await places(plain, fresh)).state).toBe('awaitingPayment')
  })

  it('the limit per member holds; a closed order does not count', async () => {
    const product = draftProduct({ id: 'rare', limits: { perMember: 2, perOrder: null } })
    must(await shop.admin('products.save', product))
    const wen = shop.customer('wen')
    const rare = (quantity: number) => [{ skuId: 'rare:1', quantity }]
    const two = await places(wen, rare(2))
    expect(refused(await wen.call('orders.quote', { lines: rare(1) }))).toEqual({
      code: 'LIMIT_REACHED',
      skuId: 'rare:1',
      max: 2,
      per: 'member',
    })
    await wen.does('orders.cancel', { orderId: two.id })
    const drafts = [await wen.draft(rare(2)), await wen.draft(rare(2))]
    const answers = await Promise.all(drafts.map((draft) => wen.call('orders.place', draft)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  it('S1-25 S1-26 an engraving is stored on the line, a wrapping has its own price', async () => {
    const product = draftProduct({
      id: 'pen',
      fields: [
        { id: 'name', label: '刻字', kind: 'text', choices: [], maxLength: 4, isRequired: true },
      ],
      services: [{ id: 'wrap', name: '礼盒包装', priceFen: 500, note: '' }],
    })
    must(await shop.admin('products.save', product))
    const zi = shop.customer('zi')
    const line = (value: string) => ({
      skuId: 'pen:1',
      quantity: 2,
      options: { fields: { name: value }, services: ['wrap'] },
    })
    const wrong = await zi.call('orders.quote', { lines: [line('五个字太长')] })
    expect(refused(wrong)).toMatchObject({ code: 'OPTION_WRONG', field: 'name' })
    const order = await places(zi, [line('平安')])
    const [goods, wrap] = order.lines
    expect(goods).toMatchObject({ fields: [{ label: '刻字', value: '平安' }], payableFen: 2_000 })
    expect(wrap).toMatchObject({ kind: 'service', name: '礼盒包装', payableFen: 1_000 })
    await zi.pays(order.id)
    const staff = must(await shop.admin('orders.show', { orderId: order.id }))
    expect(staff.lines[0]?.fields).toEqual([{ label: '刻字', value: '平安' }])
    await receives(shop, zi, order.id)
    const asked = await asks(zi, {
      orderId: order.id,
      kind: 'refund',
      lines: [{ key: wrap!.key, quantity: 1 }],
    })
    expect(asked.refundFen).toBe(500)
  })

  it('an order to a province without delivery is refused', async () => {
    const plain = { isServed: true, firstGrams: 1_000, moreGrams: 1_000, freeFromFen: null }
    const zones = [
      { ...plain, name: '全国', provinces: [], firstFen: 800, moreFen: 200 },
      { ...plain, name: '不发', provinces: ['浙江省'], isServed: false, firstFen: 0, moreFen: 0 },
    ]
    must(await shop.admin('freight.save', { zones }))
    const far = shop.customer('far')
    expect(refused(await far.call('orders.place', await far.draft(tea(1))))).toEqual({
      code: 'NO_DELIVERY',
      province: '浙江省',
    })
  })
})
