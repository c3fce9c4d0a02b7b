import { type Customer, must, openShop, refused, type TestShop } from '../builders/shop'
import { afterSaleId, asks, receives, requestOf, ships } from '../builders/trade'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const pointsOf = async (customer: Customer) => (await customer.does('members.me', {})).points
const agree = async (id: string, withFreight = false) =>
  must(await shop.admin('afterSales.agree', { afterSaleId: id, withFreight }))
const parcel = { carrier: '中通', trackingNumber: 'ZT88880001' }

describe('refunds without return', () => {
  it('before shipping: a full refund including freight; the stock returns once', async () => {
    const lin = shop.customer('lin')
    await lin.join()
    const before = await shop.available('honey:1')
    const order = await lin.buys('honey:1', 2)
    expect(order.totalFen).toBe(7_980 + 800)
    const lines = [{ key: 'honey:1', quantity: 2 }]
    const asked = await asks(lin, { orderId: order.id, kind: 'refund', lines })
    expect(asked).toMatchObject({ state: 'requested', refundFen: 8_780, nextStep: 'SHOP_DECIDES' })
    expect((await lin.does('orders.show', { orderId: order.id })).state).toBe('refunding')
    const agreed = await agree(asked.id)
    expect(['refunding', 'done']).toContain(agreed.state)
    await agree(asked.id)
    await shop.devcloud.clock.advance({ minutes: 30 })
    expect(await lin.does('afterSales.show', { afterSaleId: asked.id })).toMatchObject({
      state: 'done',
      refundFen: 8_780,
    })
    expect(await lin.does('orders.show', { orderId: order.id })).toMatchObject({
      state: 'closed',
      closeReason: 'REFUNDED',
      refundedFen: 8_780,
    })
    expect(await shop.available('honey:1')).toBe(before)
    expect(await lin.does('members.me', {})).toMatchObject({
      points: { available: 0, pending: 0 },
      growth: 0,
    })
  })

  it('the order is not shipped until the shop has decided; refusing lets it continue', async () => {
    const mo = shop.customer('mo')
    const { id: orderId } = await mo.buys()
    const asked = await asks(mo, {
      orderId,
      kind: 'refund',
      lines: [{ key: 'tea:1', quantity: 1 }],
    })
    const answer = await shop.admin('orders.ship', { orderId, ...parcel })
    expect(refused(answer)).toEqual({ code: 'WRONG_STATE', state: 'refunding' })
    const input = { afterSaleId: asked.id, refusal: '已经打包' }
    expect(must(await shop.admin('afterSales.refuse', input)).state).toBe('refused')
    expect((await mo.does('orders.show', { orderId })).state).toBe('paid')
    expect((await ships(shop, orderId)).state).toBe('shipped')
  })

  it('S1-20 several refunds by line and piece: they sum to the paid amount', async () => {
    const pei = shop.customer('pei')
    await pei.join()
    const lines = [
      { skuId: 'tea:1', quantity: 3 },
      { skuId: 'honey:2', quantity: 2 },
    ]
    const draft = await pei.draft(lines)
    const { id: orderId, totalFen } = await pei.does('orders.place', draft)
    await pei.pays(orderId)
    const parts = [
      [{ key: 'tea:1', quantity: 1 }],
      [{ key: 'honey:2', quantity: 2 }],
      [{ key: 'tea:1', quantity: 2 }],
    ]
    for (const pieces of parts) {
      const asked = await asks(pei, { orderId, kind: 'refund', lines: pieces })
      await agree(asked.id)
    }
    const order = await pei.does('orders.show', { orderId })
    expect(order).toMatchObject({ state: 'closed', refundedFen: totalFen })
    expect(await pointsOf(pei)).toMatchObject({ available: 0, pending: 0 })
  })

  it('more pieces than remain are refused with line and rest; nothing changes', async () => {
    const an = shop.customer('an')
    const { id: orderId } = await an.buys('tea:1', 2)
    const asking = { orderId, kind: 'refund' as const, lines: [{ key: 'tea:1', quantity: 2 }] }
    await asks(an, asking)
    const more = { ...asking, lines: [{ key: 'tea:1', quantity: 1 }] }
    expect(refused(await an.call('afterSales.request', requestOf(more)))).toEqual({
      code: 'REFUND_TOO_MUCH',
      key: 'tea:1',
      left: 0,
    })
    const page = await an.does('afterSales.list', { orderId })
    expect(page.items).toHaveLength(1)
  })

  it('a repeated request is one; another customer’s id is refused', async () => {
    const su = shop.customer('su')
    const { id: orderId } = await su.buys('tea:1', 2)
    const request = requestOf({ orderId, kind: 'refund', lines: [{ key: 'tea:1', quantity: 1 }] })
    const first = await su.does('afterSales.request', request)
    expect(await su.does('afterSales.request', request)).toEqual(first)
    const thief = shop.customer('thief')
    const { id: other } = await thief.buys('tea:1', 1)
    const stolen = { ...request, orderId: other, lines: [{ key: 'tea:1', quantity: 1 }] }
    expect(refused(await thief.call('afterSales.request', stolen)).code).toBe('AFTER_SALE_ID_TAKEN')
    const { id } = first
    expect(refused(await thief.call('afterSales.show', { afterSaleId: id })).code).toBe('NOT_FOUND')
    expect(refused(await thief.call('afterSales.withdraw', { afterSaleId: id })).code).toBe(
      'NOT_FOUND',
    )
  })
})

describe('returns', () => {
  it('requested, agreed, sent back, received: refunded, the stock returns once', async () => {
    const wen = shop.customer('wen')
    await wen.join()
    const before = await shop.available('tea:1')
    const { id: orderId } = await wen.buys('tea:1', 2)
    await receives(shop, wen, orderId)
    const lines = [{ key: 'tea:1', quantity: 1 }]
    const { id } = await asks(wen, { orderId, kind: 'returnRefund', lines })
    must(await shop.admin('afterSales.saveReturnAddress', { address: '杭州市龙井路 1 号' }))
    const agreed = await agree(id)
    expect(agreed).toMatchObject({ state: 'agreed', nextStep: 'CUSTOMER_SENDS_BACK' })
    const shown = await wen.does('afterSales.show', { afterSaleId: id })
    expect(shown.returnAddress).toBe('杭州市龙井路 1 号')
    expect(await wen.does('afterSales.sendBack', { afterSaleId: id, ...parcel })).toMatchObject({
      state: 'returning',
    })
    const input = { afterSaleId: id, isRestocked: true }
    must(await shop.admin('afterSales.receive', input))
    must(await shop.admin('afterSales.receive', input))
    await shop.devcloud.clock.advance({ minutes: 30 })
    expect(await wen.does('afterSales.show', { afterSaleId: id })).toMatchObject({
      state: 'done',
      refundFen: 6_800,
    })
    expect(await shop.available('tea:1')).toBe(before - 1)
    expect(await wen.does('orders.show', { orderId })).toMatchObject({
      state: 'received',
      refundedFen: 6_800,
    })
    await shop.devcloud.clock.advance({ days: 8 })
    // 136 points were earned; half of the goods were returned.
    expect(await pointsOf(wen)).toMatchObject({ available: 68, pending: 0 })
  })

  it('an order is not completed while an after-sale is open', async () => {
    const bo = shop.customer('bo')
    await bo.join()
    const { id: orderId } = await bo.buys('tea:1', 1)
    await receives(shop, bo, orderId)
    const lines = [{ key: 'tea:1', quantity: 1 }]
    const { id } = await asks(bo, { orderId, kind: 'returnRefund', lines })
    await shop.devcloud.clock.advance({ days: 8 })
    expect((await bo.does('orders.show', { orderId })).state).toBe('received')
    await bo.does('afterSales.withdraw', { afterSaleId: id })
    await shop.devcloud.clock.advance({ days: 2 })
    expect((await bo.does('orders.show', { orderId })).state).toBe('completed')
    const late = requestOf({ orderId, kind: 'refund', lines })
    expect(refused(await bo.call('afterSales.request', late))).toEqual({
      code: 'WRONG_STATE',
      state: 'completed',
    })
  })

  it('a request expires after seven days when the goods are not sent back', async () => {
    const qi = shop.customer('qi')
    const { id: orderId } = await qi.buys('tea:1', 1)
    await receives(shop, qi, orderId)
    const lines = [{ key: 'tea:1', quantity: 1 }]
    const { id } = await asks(qi, { orderId, kind: 'returnRefund', lines })
    await agree(id)
    await shop.devcloud.clock.advance({ days: 6, hours: 23 })
    expect((await qi.does('afterSales.show', { afterSaleId: id })).state).toBe('agreed')
    await shop.devcloud.clock.advance({ hours: 2 })
    expect((await qi.does('afterSales.show', { afterSaleId: id })).state).toBe('withdrawn')
  })

  it('an exchange sends another size of the same price and takes it from the stock', async () => {
    const he = shop.customer('he')
    const before = await shop.available('tea:1')
    const { id: orderId } = await he.buys('tea:1', 1)
    await receives(shop, he, orderId)
    const lines = [{ key: 'tea:1', quantity: 1 }]
    const wrong = requestOf({ orderId, kind: 'exchange', lines, exchangeSkuId: 'honey:1' })
    expect(refused(await he.call('afterSales.request', wrong)).code).toBe('EXCHANGE_NOT_POSSIBLE')
    const { id } = await asks(he, { orderId, kind: 'exchange', lines })
    await agree(id)
    await he.does('afterSales.sendBack', { afterSaleId: id, ...parcel })
    must(await shop.admin('afterSales.receive', { afterSaleId: id, isRestocked: false }))
    const again = { afterSaleId: id, carrier: '顺丰速运', trackingNumber: 'SF99990001' }
    expect(must(await shop.admin('afterSales.sendAgain', again)).state).toBe('done')
    expect(must(await shop.admin('afterSales.sendAgain', again)).state).toBe('done')
    expect(await shop.available('tea:1')).toBe(before - 2)
    expect((await he.does('orders.show', { orderId })).refundedFen).toBe(0)
  })
})

it('an exchange that cannot be sent is refunded, and the piece returns to the stock', async () => {
  const last = shop.customer('last')
  const before = await shop.available('honey:2')
  const { id: orderId } = await last.buys('honey:2', 1)
  await receives(shop, last, orderId)
  const lines = [{ key: 'honey:2', quantity: 1 }]
  const { id: afterSaleId } = await asks(last, { orderId, kind: 'exchange', lines })
  await agree(afterSaleId)
  const early = await shop.admin('afterSales.refundInstead', { afterSaleId })
  expect(refused(early)).toEqual({ code: 'AFTER_SALE_WRONG_STATE', state: 'agreed' })
  await last.does('afterSales.sendBack', { afterSaleId, ...parcel })
  must(await shop.admin('afterSales.receive', { afterSaleId, isRestocked: true }))
  must(await shop.admin('afterSales.refundInstead', { afterSaleId }))
  await shop.devcloud.clock.advance({ minutes: 30 })
  expect(await last.does('afterSales.show', { afterSaleId })).toMatchObject({
    state: 'done',
    refundFen: 6_800,
  })
  expect(await shop.available('honey:2')).toBe(before)
})

describe('refunds by the staff', () => {
  it('work after the window; points that were spent meanwhile become a debt', async () => {
    const zi = shop.customer('zi')
    await zi.join()
    const { id: orderId } = await zi.buys('tea:1', 3)
    await receives(shop, zi, orderId)
    await shop.devcloud.clock.advance({ days: 8 })
    expect(await pointsOf(zi)).toMatchObject({ available: 204 })
    const spending = { grantId: null, points: 200, samples: [] }
    const draft = await zi.chooses([{ skuId: 'honey:2', quantity: 1 }], spending)
    const spent = await zi.does('orders.place', draft)
    expect(spent.pointsSpent).toBe(200)
    const input = {
      afterSaleId: afterSaleId(),
      orderId,
      lines: [{ key: 'tea:1', quantity: 3 }],
      withFreight: false,
      words: '老客户',
    }
    must(await shop.admin('afterSales.refundByStaff', input))
    must(await shop.admin('afterSales.refundByStaff', input))
    expect((await zi.does('orders.show', { orderId })).refundedFen).toBe(20_400)
    expect(await pointsOf(zi)).toMatchObject({ available: -200 })
    await zi.does('orders.cancel', { orderId: spent.id })
    expect(await pointsOf(zi)).toMatchObject({ available: 0 })
  })
})

describe('a stage revoked by a refund', () => {
  it('a buyer whose only order was refunded loses the stage', async () => {
    const ke = shop.customer('ke')
    await ke.join()
    const { id: orderId } = await ke.buys('tea:1', 1)
    const { id: memberId } = must(await shop.admin('members.list', { word: '' })).items.find(
      (row) => row.netFen === 6_800 + 800,
    )!
    expect(must(await shop.admin('members.show', { memberId })).lifecycle.stage).toBe('buyer')
    const lines = [{ key: 'tea:1', quantity: 1 }]
    const { id } = await asks(ke, { orderId, kind: 'refund', lines })
    await agree(id)
    const after = must(await shop.admin('members.show', { memberId }))
    expect(after.lifecycle.stage).not.toBe('buyer')
    expect(after).toMatchObject({ paidFen: 7_600, refundedFen: 7_600, keptOrders: 0 })
  })
})

it('an order whose window is over completes as soon as its last request has ended', async () => {
  const wu = shop.customer('wu')
  const { id: orderId } = await wu.buys('tea:1', 1)
  await receives(shop, wu, orderId)
  await shop.devcloud.clock.advance({ days: 6 })
  const lines = [{ key: 'tea:1', quantity: 1 }]
  const { id: afterSaleId } = await asks(wu, { orderId, kind: 'returnRefund', lines })
  await shop.devcloud.clock.advance({ days: 2 })
  const stateOf = async () => (await wu.does('orders.show', { orderId })).state
  expect(await stateOf()).toBe('received')
  must(await shop.admin('afterSales.refuse', { afterSaleId, refusal: '已使用' }))
  await shop.devcloud.clock.advance({ minutes: 6 })
  expect(await stateOf()).toBe('completed')
}, 60_000)
