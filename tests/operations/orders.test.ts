import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { ADDRESS, must, openShop, refused, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

describe('an order from cart to delivery', () => {
  it('S2-10 has a next step in every state', async () => {
    const lin = shop.customer('lin')
    const placed = await lin.places('tea:1', 2)
    expect(placed).toMatchObject({ state: 'awaitingPayment', nextStep: 'PAY', totalFen: 13_600 })
    await lin.pays(placed.id)
    const orderId = placed.id
    expect(await lin.does('orders.show', { orderId })).toMatchObject({
      state: 'paid',
      nextStep: 'WAIT_FOR_SHIPPING',
    })
    const parcel = { orderId, carrier: '顺丰速运', trackingNumber: 'SF1234567890' }
    expect((await shop.admin('orders.ship', parcel)).ok).toBe(true)
    expect(await lin.does('orders.show', { orderId })).toMatchObject({
      state: 'shipped',
      nextStep: 'CONFIRM_RECEIPT',
      shipments: [{ carrier: '顺丰速运', lines: [{ key: 'tea:1', quantity: 2 }] }],
    })
    expect(await lin.does('orders.confirmReceipt', { orderId })).toMatchObject({
      state: 'received',
      nextStep: 'REVIEW',
    })
    await shop.devcloud.clock.advance({ days: 7, minutes: 5 })
    expect(await lin.does('orders.show', { orderId })).toMatchObject({
      state: 'completed',
      nextStep: 'BUY_AGAIN',
    })
  })

  it('masks the phone number of an address, and saves it for the next order', async () => {
    const mo = shop.customer('mo')
    const placed = await mo.places()
    expect(placed.address).toEqual({
      name: ADDRESS.name,
      phone: '138****6021',
      region: '浙江省 杭州市 西湖区',
      street: ADDRESS.street,
    })
    const again = await mo.draft([{ skuId: 'tea:1', quantity: 1 }])
    const second = await mo.does('orders.place', { ...again, deliverTo: { kind: 'saved' } })
    expect(second.address).toEqual(placed.address)
  })

  it('S3-25 shows the staff the full phone number on one page, until it is shipped', async () => {
    const pei = shop.customer('pei')
    const { id: orderId } = await pei.buys()
    const shown = must(await shop.admin('orders.show', { orderId }))
    expect(shown).toMatchObject({ parcelPhone: ADDRESS.phone, address: { phone: '138****6021' } })
    const listed = must(await shop.admin('orders.list', { state: 'paid' }))
    expect(JSON.stringify(listed)).not.toContain(ADDRESS.phone)
    const parcel = { orderId, carrier: '顺丰速运', trackingNumber: 'SF0000000001' }
    expect(must(await shop.admin('orders.ship', parcel)).parcelPhone).toBeNull()
    expect(JSON.stringify(await pei.does('orders.show', { orderId }))).not.toContain(ADDRESS.phone)
    expect(shop.devcloud.metrics.lines().join()).not.toContain(ADDRESS.phone)
  })

  it('requires an address when none is saved', async () => {
    const an = shop.customer('an')
    const draft = await an.draft([{ skuId: 'tea:1', quantity: 1 }])
    const answer = await an.call('orders.place', { ...draft, deliverTo: { kind: 'saved' } })
    expect(refused(answer)).toEqual({ code: 'ADDRESS_NEEDED' })
  })

  it('charges freight below the threshold and none from it on', async () => {
    const wen = shop.customer('wen')
    const below = await wen.price([{ skuId: 'tea:1', quantity: 1 }])
    expect(below).toMatchObject({ goodsFen: 6_800, freightFen: 800, totalFen: 7_600 })
    expect(below.freeFreightMissingFen).toBe(3_100)
    const above = await wen.price([{ skuId: 'tea:1', quantity: 2 }])
    expect(above).toMatchObject({ freightFen: 0, totalFen: 13_600, freeFreightMissingFen: 0 })
  })
})

describe('S2-11 the server decides the price', () => {
  it('refuses a total that is not the price, returns the price and changes nothing', async () => {
    const su = shop.customer('su')
    const before = await shop.available('tea:1')
    const draft = await su.draft([{ skuId: 'tea:1', quantity: 1 }])
    const answer = await su.call('orders.place', { ...draft, expectedTotalFen: 1 })
    expect(refused(answer)).toEqual({ code: 'PRICE_CHANGED', totalFen: 7_600 })
    expect(await shop.available('tea:1')).toBe(before)
    expect((await su.does('orders.list', {})).items).toEqual([])
  })
})

describe('stock is held, sold and released once', () => {
  it('the same order sent five times is one order', async () => {
    const lu = shop.customer('lu')
    const before = await shop.available('honey:1')
    const draft = await lu.draft([{ skuId: 'honey:1', quantity: 2 }])
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => lu.call('orders.place', draft)),
    )
    expect(answers.map((answer) => answer.ok && answer.value.id)).toEqual(
      Array.from({ length: 5 }, () => draft.orderId),
    )
    expect((await lu.does('orders.list', {})).items).toHaveLength(1)
    expect(await shop.available('honey:1')).toBe(before - 2)
  })

  it('of two racing for the last piece one gets it, the other a clear error', async () => {
    const [first, second] = [shop.customer('race-a'), shop.customer('race-b')]
    const drafts = await Promise.all(
      [first, second].map((one) => one.draft([{ skuId: 'cherry:1', quantity: 1 }])),
    )
    const answers = await Promise.all([
      first.call('orders.place', drafts[0]!),
      second.call('orders.place', drafts[1]!),
    ])
    const won = answers.filter((answer) => answer.ok)
    expect(won).toHaveLength(1)
    expect(refused(answers.find((answer) => !answer.ok)!)).toEqual({
      code: 'OUT_OF_STOCK',
      skuId: 'cherry:1',
      available: 0,
    })
    expect(await shop.available('cherry:1')).toBe(0)
  })

  it('a refused line releases the holds of the other lines', async () => {
    const he = shop.customer('he')
    const before = await shop.available('honey:2')
    const lines = [
      { skuId: 'honey:2', quantity: 1 },
      { skuId: 'cherry:1', quantity: 1 },
    ]
    const answer = await he.call('orders.place', {
      orderId: he.orderId(),
      lines,
      deliverTo: { kind: 'new', address: ADDRESS },
      choice: NO_CHOICE,
      remark: '',
      expectedTotalFen: 19_700,
    })
    expect(refused(answer).code).toBe('OUT_OF_STOCK')
    expect(await shop.available('honey:2')).toBe(before)
  })

  it('cancelling releases the stock once', async () => {
    const qi = shop.customer('qi')
    const before = await shop.available('honey:2')
    const { id: orderId } = await qi.places('honey:2', 3)
    expect(await shop.available('honey:2')).toBe(before - 3)
    expect(await qi.does('orders.cancel', { orderId })).toMatchObject({
      state: 'closed',
      closeReason: 'CANCELLED',
    })
    // A phone that has not heard of it cancels again.
    expect(await qi.does('orders.cancel', { orderId })).toMatchObject({ state: 'closed' })
    expect(await shop.available('honey:2')).toBe(before)
  })

  it('an order unpaid for 30 minutes is closed by the sweep and its stock returned', async () => {
    const bo = shop.customer('bo')
    const before = await shop.available('honey:2')
    const { id: orderId } = await bo.places('honey:2', 1)
    await shop.devcloud.clock.advance({ minutes: 29 })
    expect((await bo.does('orders.show', { orderId })).state).toBe('awaitingPayment')
    await shop.devcloud.clock.advance({ minutes: 6 })
    expect(await bo.does('orders.show', { orderId })).toMatchObject({
      state: 'closed',
      closeReason: 'NOT_PAID_IN_TIME',
    })
    expect(await shop.available('honey:2')).toBe(before)
  })
})
