import { type Customer, must, openShop, type TestShop } from '../builders/shop'
import { asks } from '../builders/trade'

/** Refunds whose callback comes late, twice or never. */

describe.each([['wechat-pay'], ['cloud-pay']])('money back by %s', (provider) => {
  let shop: TestShop
  beforeAll(async () => {
    shop = await openShop({ environment: { PAYMENT_PROVIDER: provider } })
  }, 60_000)
  beforeEach(() => shop.devcloud.refunds({}))
  afterAll(() => shop.close())

  /** A paid order with a request that the shop has agreed to. */
  const agreed = async (name: string) => {
    const buyer = shop.customer(name)
    const order = await buyer.buys('honey:1', 2)
    const lines = [{ key: 'honey:1', quantity: 2 }]
    const { id } = await asks(buyer, { orderId: order.id, kind: 'refund', lines })
    must(await shop.admin('afterSales.agree', { afterSaleId: id, withFreight: false }))
    return { buyer, id, orderId: order.id }
  }
  const stateOf = async (buyer: Customer, id: string) =>
    (await buyer.does('afterSales.show', { afterSaleId: id })).state

  it('succeeds with its callback; a second callback changes nothing', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { buyer, id } = await agreed('lin')
    expect(await stateOf(buyer, id)).toBe('refunding')
    const told = await shop.devcloud.refunds({ outRefundNo: id, times: 2 })
    expect(told.notices.map(({ status }) => status)).toEqual([200, 200])
    expect(await stateOf(buyer, id)).toBe('done')
  })

  it('is found by a query when no callback arrives', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { buyer, id } = await agreed('mo')
    await shop.devcloud.refunds({ outRefundNo: id, times: 0 })
    expect(await stateOf(buyer, id)).toBe('refunding')
    await shop.devcloud.clock.advance({ hours: 2 })
    expect(await stateOf(buyer, id)).toBe('done')
  })

  it.each(['ABNORMAL', 'CLOSED'] as const)('that is %s waits for the staff', async (outcome) => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { buyer, id } = await agreed(`an-${outcome}`)
    const told = await shop.devcloud.refunds({ outRefundNo: id, outcome })
    expect(told.notices.map(({ status }) => status)).toEqual([200])
    expect(await stateOf(buyer, id)).toBe('refundFailed')
  })

  it('that was closed is sent again under another number, a stuck one is not', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { buyer, id } = await agreed('closed')
    await shop.devcloud.refunds({ outRefundNo: id, outcome: 'CLOSED' })
    await shop.devcloud.refunds({})
    const again = must(await shop.admin('afterSales.retryRefund', { afterSaleId: id }))
    expect(['refunding', 'done']).toContain(again.state)
    await shop.devcloud.clock.advance({ hours: 2 })
    expect(await stateOf(buyer, id)).toBe('done')
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const stuck = await agreed('stuck')
    await shop.devcloud.refunds({ outRefundNo: stuck.id, outcome: 'ABNORMAL' })
    const answer = await shop.admin('afterSales.retryRefund', { afterSaleId: stuck.id })
    expect(answer).toMatchObject({ ok: false, error: { code: 'REFUND_STUCK' } })
    expect(await stateOf(stuck.buyer, stuck.id)).toBe('refundFailed')
  })

  it('does not succeed because of a forged callback', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { buyer, id } = await agreed('su')
    const told = await shop.devcloud.refunds({ outRefundNo: id, tamper: 'signature' })
    expect(told.notices).toMatchObject([{ attempt: 1 }])
    expect(told.notices[0]?.status).not.toBe(200)
    expect(await stateOf(buyer, id)).toBe('refunding')
  })

  it('a payment without a callback is found within minutes', async () => {
    const he = shop.customer('he')
    const { id: orderId } = await he.places()
    await he.does('orders.pay', { orderId })
    await shop.devcloud.pay({ outTradeNo: orderId, times: 0 })
    expect((await he.does('orders.show', { orderId })).state).toBe('awaitingPayment')
    await shop.devcloud.clock.advance({ minutes: 7 })
    expect((await he.does('orders.show', { orderId })).state).toBe('paid')
  })

  it('S2-11 is in the bill as in our records', async () => {
    const day = new Date(shop.devcloud.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await shop.devcloud.clock.advance({ days: 1 })
    must(await shop.admin('reconciliation.run', { day }))
    const shown = must(await shop.admin('reconciliation.show', { day }))
    // Bill and records agree, and yet three refunds wait for the staff.
    expect(shown).toMatchObject({ state: 'different', open: 0, stuck: 3, differences: [] })
    // Of seven refunds, and one sent twice, two were closed and moved no money.
    expect(shown.refunded.there.count).toBe(6)
    expect(shown.refunded.there).toEqual(shown.refunded.here)
    expect(shown.paid.there).toEqual(shown.paid.here)
    const { rows } = must(await shop.admin('reconciliation.stuck', {}))
    expect(rows.map(({ kind, cause }) => `${kind} ${cause}`).sort()).toEqual([
      'REFUND ABNORMAL',
      'REFUND ABNORMAL',
      'REFUND CLOSED',
    ])
    for (const { id } of rows) {
      must(await shop.admin('reconciliation.settleStuck', { id, note: '已转账退给顾客' }))
    }
    const settled = must(await shop.admin('reconciliation.run', { day }))
    expect(settled).toMatchObject({ state: 'balanced', stuck: 0, differences: [] })
  })
})
