import { wechatPay } from '@core/runtime/wechat-pay/provider'
import { authorization } from '@core/runtime/wechat-pay/signing'
import { merchantAccount } from '../builders/payment'
import { type Customer, openShop, refused, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

/** WeChat Pay's answer to a query of a payment. */
async function tradeStateOf(orderId: string): Promise<unknown> {
  const account = await merchantAccount(shop.devcloud)
  const path = `/v3/pay/transactions/out-trade-no/${orderId}?mchid=${account.mchid}`
  const request = { method: 'GET' as const, path, body: '', at: shop.devcloud.clock.now() }
  const answer = await fetch(`${account.apiUrl}${path}`, {
    headers: { authorization: authorization(request, account) },
  })
  return ((await answer.json()) as { trade_state?: unknown }).trade_state
}

const ledgerOf = (customer: Customer) => customer.does('points.history', {})

describe('S2-11 a payment is verified, recorded once, and for the right amount', () => {
  it('the same callback sent five times pays once and earns once', async () => {
    const lin = shop.customer('lin')
    await lin.join()
    const before = await shop.available('tea:1')
    const { id: orderId } = await lin.places('tea:1', 2)
    await lin.does('orders.pay', { orderId })
    const told = await shop.devcloud.pay({ outTradeNo: orderId, outcome: 'success', times: 5 })
    expect(told.notices.map((notice) => notice.status)).toEqual([200, 200, 200, 200, 200])
    expect((await lin.does('orders.show', { orderId })).state).toBe('paid')
    const { items, pending, available } = await ledgerOf(lin)
    expect(items.map((row) => row.id)).toEqual([`earn:${orderId}`])
    expect({ pending, available }).toEqual({ pending: 136, available: 0 })
    expect(await shop.available('tea:1')).toBe(before - 2)
  })

  it.each([
    ['signature', 'BAD_SIGNATURE'],
    ['amount', 'WRONG_AMOUNT'],
  ] as const)('a notice with a wrong %s is refused with a reason', async (tamper, reason) => {
    const mo = shop.customer(`mo-${tamper}`)
    const { id: orderId } = await mo.places()
    await mo.does('orders.pay', { orderId })
    const told = await shop.devcloud.pay({ outTradeNo: orderId, outcome: 'success', tamper })
    expect(told.notices[0]).toMatchObject({ status: 400 })
    expect(JSON.stringify(told.notices[0])).toContain(reason)
    expect((await mo.does('orders.show', { orderId })).state).toBe('awaitingPayment')
  })

  it('a forged body is refused, and so is one that is not JSON', async () => {
    const forged = { headers: {}, body: '{"event_type":"TRANSACTION.SUCCESS"}' }
    const answer = await shop.devcloud.invokeAs('payment-notify', forged, { source: 'wx_http' })
    expect(answer).toMatchObject({ statusCode: 400 })
    const noise = { headers: {}, body: 'hello', isBase64Encoded: false }
    expect(
      await shop.devcloud.invokeAs('payment-notify', noise, { source: 'wx_http' }),
    ).toMatchObject({
      statusCode: 400,
    })
  })

  it('a payment without a callback is found when the order is due, and settled', async () => {
    const an = shop.customer('an')
    await an.join()
    const { id: orderId } = await an.places()
    await an.does('orders.pay', { orderId })
    await shop.devcloud.pay({ outTradeNo: orderId, outcome: 'success', times: 0 })
    expect((await an.does('orders.show', { orderId })).state).toBe('awaitingPayment')
    await shop.devcloud.clock.advance({ minutes: 36 })
    expect((await an.does('orders.show', { orderId })).state).toBe('paid')
    expect((await ledgerOf(an)).pending).toBe(68)
  })

  it('after a failed payment the order waits and can be paid again', async () => {
    const su = shop.customer('su')
    const { id: orderId } = await su.places()
    await su.does('orders.pay', { orderId })
    await shop.devcloud.pay({ outTradeNo: orderId, outcome: 'fail' })
    expect((await su.does('orders.show', { orderId })).state).toBe('awaitingPayment')
    await su.pays(orderId)
    expect((await su.does('orders.show', { orderId })).state).toBe('paid')
  })

  it('a paid or overdue order cannot be paid', async () => {
    const he = shop.customer('he')
    const { id } = await he.buys()
    expect(refused(await he.call('orders.pay', { orderId: id }))).toEqual({
      code: 'WRONG_STATE',
      state: 'paid',
    })
  })
})

describe('payments for a closed order', () => {
  it('are prevented: an order paid while it is cancelled is settled, not closed', async () => {
    const bo = shop.customer('bo')
    const { id: orderId } = await bo.places()
    await bo.does('orders.pay', { orderId })
    await shop.devcloud.pay({ outTradeNo: orderId, outcome: 'success', times: 0 })
    const answer = await bo.call('orders.cancel', { orderId })
    expect(refused(answer)).toEqual({ code: 'WRONG_STATE', state: 'paid' })
  })

  it('are refunded once if they arrive, and the order stays closed', async () => {
    const tao = shop.customer('tao')
    const before = await shop.available('tea:1')
    const { id: orderId } = await tao.places()
    await tao.does('orders.cancel', { orderId })
    // Simulates a payment that starts between the two closings.
    const provider = wechatPay(await merchantAccount(shop.devcloud), () =>
      shop.devcloud.clock.now(),
    )
    const begun = await provider.begin({
      orderId,
      totalFen: 7_600,
      description: '明前龙井',
      openid: tao.openid,
      expiresAt: shop.devcloud.clock.now() + 600_000,
    })
    expect(begun.ok).toBe(true)
    const told = await shop.devcloud.pay({ outTradeNo: orderId, outcome: 'success', times: 2 })
    expect(told.notices.map((notice) => notice.status)).toEqual([200, 200])
    await shop.devcloud.clock.advance({ minutes: 3 })
    expect((await tao.does('orders.show', { orderId })).state).toBe('closed')
    expect(await shop.available('tea:1')).toBe(before)
    expect(await tradeStateOf(orderId)).toBe('REFUND')
  })
})

describe('points', () => {
  it('S0-17 are pending until the order is completed; the balance is the sum', async () => {
    const yu = shop.customer('yu')
    await yu.join()
    const { id: orderId } = await yu.buys('honey:2', 2)
    expect(await yu.does('members.me', {})).toMatchObject({
      points: { pending: 136, available: 0 },
      growth: 136,
    })
    await shop.admin('orders.ship', { orderId, carrier: '中通', trackingNumber: 'ZT000001' })
    await yu.does('orders.confirmReceipt', { orderId })
    await yu.does('orders.confirmReceipt', { orderId })
    expect(await ledgerOf(yu)).toMatchObject({ pending: 136, available: 0 })
    await shop.devcloud.clock.advance({ days: 7, minutes: 5 })
    const { items, pending, available } = await ledgerOf(yu)
    expect({ pending, available }).toEqual({ pending: 0, available: 136 })
    expect(items.map((row) => row.kind).sort()).toEqual(['earn', 'post'])
    const sum = (of: 'pending' | 'available') => items.reduce((all, row) => all + row[of], 0)
    expect({ pending: sum('pending'), available: sum('available') }).toEqual({
      pending,
      available,
    })
  })

  it('a customer who has not joined earns none', async () => {
    const zi = shop.customer('zi')
    const order = await zi.buys()
    expect(order.earns).toEqual({ points: 0, growth: 0 })
    expect((await ledgerOf(zi)).items).toEqual([])
  })

  it('an order is confirmed automatically after 15 days and completed 7 days later', async () => {
    const ke = shop.customer('ke')
    await ke.join()
    const { id: orderId } = await ke.buys()
    await shop.admin('orders.ship', { orderId, carrier: '中通', trackingNumber: 'ZT000002' })
    await shop.devcloud.clock.advance({ days: 14, hours: 23 })
    expect((await ke.does('orders.show', { orderId })).state).toBe('shipped')
    await shop.devcloud.clock.advance({ hours: 2 })
    expect((await ke.does('orders.show', { orderId })).state).toBe('received')
    expect(await ledgerOf(ke)).toMatchObject({ pending: 68, available: 0 })
    await shop.devcloud.clock.advance({ days: 6, hours: 23 })
    expect((await ke.does('orders.show', { orderId })).state).toBe('received')
    await shop.devcloud.clock.advance({ hours: 2 })
    expect((await ke.does('orders.show', { orderId })).state).toBe('completed')
    expect(await ledgerOf(ke)).toMatchObject({ pending: 0, available: 68 })
  })
})

describe('tiers', () => {
  it('rise at once when the growth is reached, exactly at the threshold', async () => {
    const jin = shop.customer('jin')
    await jin.join()
    // 15 × ¥68.00 = ¥1,020.00: past silver (300) and gold (1,000) in one order.
    await jin.buys('tea:1', 15)
    expect(await jin.does('members.me', {})).toMatchObject({
      tier: 'gold',
      growth: 1_020,
      ahead: { tier: 'black', atGrowth: 3_000, missingGrowth: 1_980 },
    })
  })

  it('a gold member earns one and a half times the points', async () => {
    const jin = shop.customer('jin')
    const order = await jin.buys('tea:1', 1)
    expect(order.earns).toEqual({ points: 102, growth: 68 })
  })
})
