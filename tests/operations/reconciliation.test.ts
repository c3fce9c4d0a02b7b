import { wechatPay } from '@core/runtime/wechat-pay/provider'
import { merchantAccount } from '../builders/payment'
import { must, openShop, refused, START, type TestShop } from '../builders/shop'

/** S2-11: WeChat Pay's bill and our records are compared every morning, to the fen. */

const DAY = 86_400_000
const day = (n: number) => new Date(START + n * DAY).toISOString().slice(0, 10)
const morning = (n: number) => `${day(n)}T10:30:00+08:00`

let shop: TestShop
/** Days of this file in sequence: each test uses one of its own. */
let today = 0
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const show = async (n: number) => must(await shop.admin('reconciliation.show', { day: day(n) }))
const show404 = async (n: number) =>
  refused(await shop.admin('reconciliation.show', { day: day(n) }))

/** Advances to the next morning, after the timer has run; returns the day that is over. */
const sleep = async () => {
  today += 1
  await shop.devcloud.clock.set(morning(today))
  return today - 1
}

const provider = async () =>
  wechatPay(await merchantAccount(shop.devcloud), () => shop.devcloud.clock.now())

/** A payment on the merchant's account for an order that we do not have. */
const payStranger = async (orderId: string) => {
  const begun = await (await provider()).begin({
    orderId,
    totalFen: 5_000,
    description: '线下收款',
    openid: 'oTest-stranger',
    expiresAt: shop.devcloud.clock.now() + 600_000,
  })
  must(begun)
  await shop.devcloud.pay({ outTradeNo: orderId, times: 0 })
}

describe('S2-11 the bill and our records', () => {
  it('balance when every payment is recorded; a second run changes nothing', async () => {
    const lin = shop.customer('lin')
    await lin.buys('tea:1', 1)
    await lin.buys('honey:2', 2)
    const n = await sleep()
    const first = await show(n)
    expect(first).toMatchObject({ state: 'balanced', open: 0, differences: [], reason: '' })
    expect(first.paid).toEqual({
      there: { count: 2, fen: 7_600 + 13_600 },
      here: { count: 2, fen: 7_600 + 13_600 },
    })
    await shop.devcloud.fireTimer('reconcile-payments')
    expect(await show(n)).toEqual(first)
  })

  it('report a payment of an unknown order; a query does not settle it', async () => {
    await payStranger('STRANGER1')
    const n = await sleep()
    const { differences, state, open } = await show(n)
    expect({ state, open }).toEqual({ state: 'different', open: 1 })
    expect(differences).toMatchObject([
      { kind: 'PAYMENT_ONLY_THERE', number: 'STRANGER1', thereFen: 5_000, hereFen: 0 },
    ])
    const settle = { day: day(n), number: 'STRANGER1' }
    const answer = refused(await shop.admin('reconciliation.settle', settle))
    expect(answer).toEqual({ code: 'ORDER_UNKNOWN' })
    const note = '线下收款，已核对'
    const resolve = { ...settle, kind: 'PAYMENT_ONLY_THERE' as const, note }
    const resolved = must(await shop.admin('reconciliation.resolve', resolve))
    expect(resolved).toMatchObject({ state: 'balanced', open: 0 })
    const again = must(await shop.admin('reconciliation.run', { day: day(n) }))
    expect(again.differences).toMatchObject([{ state: 'resolved', note, canSettle: false }])
  })

  it('report an order whose payment was not recorded; one tap settles it', async () => {
    const mo = shop.customer('mo')
    const { id: orderId } = await mo.places()
    await mo.does('orders.pay', { orderId })
    // Simulates that callback and polling had failed until the bill came.
    shop.devcloud.faults.add({
      kind: 'timeout-before',
      action: 'database.commitTransaction',
      times: 500,
    })
    await shop.devcloud.pay({ outTradeNo: orderId, times: 0 })
    await shop.devcloud.clock.set(`${day(today + 1)}T10:29:00+08:00`)
    shop.devcloud.faults.clear()
    shop.devcloud.faults.add({
      kind: 'timeout-before',
      action: 'database.startTransaction',
      times: 500,
    })
    const n = await sleep()
    shop.devcloud.faults.clear()
    expect((await mo.does('orders.show', { orderId })).state).toBe('awaitingPayment')
    const { differences } = await show(n)
    expect(differences).toMatchObject([
      { kind: 'PAYMENT_ONLY_THERE', number: orderId, thereFen: 7_600, canSettle: true },
    ])
    const settle = { day: day(n), number: orderId }
    expect(must(await shop.admin('reconciliation.settle', settle))).toMatchObject({
      state: 'balanced',
      differences: [{ state: 'settled', canSettle: false }],
    })
    expect((await mo.does('orders.show', { orderId })).state).toBe('paid')
    const twice = must(await shop.admin('reconciliation.settle', settle))
    expect(twice).toMatchObject({ state: 'balanced', differences: [{ state: 'settled' }] })
    const other = await shop.admin('reconciliation.settle', { ...settle, number: 'unheardOf' })
    expect(refused(other)).toEqual({ code: 'NOT_FOUND' })
    expect(must(await shop.admin('reconciliation.run', { day: day(n) })).differences).toEqual([])
  })

  it('report a different amount, and a refund made by hand', async () => {
    const an = shop.customer('an')
    const { id: dear } = await an.buys()
    const { id: refunded } = await an.buys()
    shop.devcloud.bills({ alter: { [dear]: 7_500 } })
    await shop.devcloud.refunds({ times: 0 })
    const refund = { refundId: 'BYHAND1', orderId: refunded, refundFen: 600, totalFen: 7_600 }
    must(await (await provider()).refund({ ...refund, reason: '手工退款' }))
    const n = await sleep()
    shop.devcloud.bills({})
    expect((await show(n)).differences).toMatchObject([
      { kind: 'PAYMENT_DIFFERS', number: dear, thereFen: 7_500, hereFen: 7_600 },
      { kind: 'REFUND_ONLY_THERE', number: 'BYHAND1', orderId: refunded, thereFen: 600 },
    ])
  })

  it('a payment missing in the bill but known to WeChat Pay is no difference', async () => {
    const su = shop.customer('su')
    const { id } = await su.buys()
    shop.devcloud.bills({ omit: [id] })
    const n = await sleep()
    shop.devcloud.bills({})
    expect(await show(n)).toMatchObject({ state: 'balanced', differences: [] })
  })

  it('a refunded payment for a closed order is on both sides', async () => {
    const tao = shop.customer('tao')
    const { id: orderId } = await tao.places()
    await tao.does('orders.cancel', { orderId })
    must(
      await (await provider()).begin({
        orderId,
        totalFen: 7_600,
        description: '明前龙井',
        openid: tao.openid,
        expiresAt: shop.devcloud.clock.now() + 600_000,
      }),
    )
    await shop.devcloud.pay({ outTradeNo: orderId })
    await shop.devcloud.clock.advance({ minutes: 5 })
    const n = await sleep()
    expect(await show(n)).toMatchObject({
      state: 'balanced',
      refunded: { there: { count: 1, fen: 7_600 }, here: { count: 1, fen: 7_600 } },
    })
  })

  it('missed days are caught up on, at most seven, oldest first', async () => {
    const before = today
    today += 10
    // The timer fires every morning that the clock passes; this simulates that it did not.
    shop.devcloud.faults.add({
      kind: 'timeout-before',
      action: 'database.getDocument',
      collection: 'reconciliations',
      times: 9,
    })
    await shop.devcloud.clock.set(morning(today))
    shop.devcloud.faults.clear()
    const { result } = await shop.devcloud.fireTimer('reconcile-payments')
    expect(result).toMatchObject({ ok: true })
    expect(await show(today - 1)).toMatchObject({ state: 'balanced' })
    expect(await show(today - 7)).toMatchObject({ state: 'balanced' })
    expect(await show404(before + 1)).toEqual({ code: 'NOT_FOUND' })
    const { items } = must(await shop.admin('reconciliation.list', {}))
    expect(items.map((row) => row.day)).toEqual(
      [...items].sort((a, b) => (a.day < b.day ? 1 : -1)).map((row) => row.day),
    )
  })
})

describe('days that cannot be compared', () => {
  it('have an error: a day that is not over, a bill that is not available yet', async () => {
    const now = refused(await shop.admin('reconciliation.run', { day: day(today) }))
    expect(now).toEqual({ code: 'DAY_NOT_OVER' })
    today += 1
    await shop.devcloud.clock.set(`${day(today)}T09:00:00+08:00`)
    const early = refused(await shop.admin('reconciliation.run', { day: day(today - 1) }))
    expect(early).toMatchObject({ code: 'BILL_UNAVAILABLE' })
    expect(await show(today - 1)).toMatchObject({ state: 'failed', open: 0 })
    await shop.devcloud.clock.set(morning(today))
    expect(await show(today - 1)).toMatchObject({ state: 'balanced', reason: '' })
  })

  it('are not told to have no bill when it is our own database that failed', async () => {
    shop.devcloud.faults.add({
      kind: 'timeout-before',
      action: 'database.getDocument',
      collection: 'afterSales',
      times: 99,
    })
    const failed = refused(await shop.admin('reconciliation.run', { day: day(today - 1) }))
    shop.devcloud.faults.clear()
    expect(failed).toMatchObject({ code: 'INTERNAL' })
    // What an earlier comparison has found stays.
    expect(await show(today - 1)).toMatchObject({ state: 'balanced', reason: '' })
    const again = must(await shop.admin('reconciliation.run', { day: day(today - 1) }))
    expect(again).toMatchObject({ state: 'balanced' })
  })

  it.each([
    ['the next run', () => shop.devcloud.fireTimer('reconcile-payments')],
    ['the staff', () => shop.admin('reconciliation.run', { day: day(today - 1) })],
  ])('are listed as failed until %s finds that only the answer was lost', async (_, compares) => {
    shop.devcloud.faults.add({
      kind: 'timeout-after',
      action: 'database.modifyDocument',
      collection: 'reconciliations',
    })
    today += 1
    await shop.devcloud.clock.set(morning(today))
    shop.devcloud.faults.clear()
    const listed = async () =>
      must(await shop.admin('setAside.list', {})).items.map(({ documentId }) => documentId)
    expect(await listed()).toContain(day(today - 1))
    await compares()
    expect(await listed()).not.toContain(day(today - 1))
    expect(await show(today - 1)).toMatchObject({ state: 'balanced' })
  })

  it.each([
    ['a day that is none', { day: '2026-02-30' }],
    ['a day that is no text', { day: 20260304 as never }],
  ])('%s is refused, naming the field', async (_, input) => {
    const answer = refused(await shop.admin('reconciliation.run', input))
    expect(answer).toMatchObject({ code: 'INVALID_INPUT', field: 'day' })
  })

  it('are for the owner only', async () => {
    const call = { operation: 'reconciliation.list', input: {} }
    const answer = await shop.devcloud.invoke('admin', call, 'oTest-somebody')
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  })
})
