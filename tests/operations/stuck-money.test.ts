import type { PayAnswer } from '@local/wechat/pay/answers'
import { must, OWNER, openShop, refused, type TestShop } from '../builders/shop'
import { stuckMoneyOf } from '../builders/stuck-money'

/** Money that is neither here nor there is on the staff’s list, and its day is not balanced. */

let shop: TestShop
const { minutes, today, stuckOf, waiting, ask, settle, stateOf, begun, provider, late } =
  stuckMoneyOf(() => shop)
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
beforeEach(async () => {
  shop.devcloud.payAnswers()
  await shop.devcloud.refunds({})
})
afterAll(() => shop.close())

describe('a payment at the provider in the state', () => {
  it('REFUND was paid', async () => {
    const { buyer, orderId } = await begun('refunded')
    await shop.devcloud.pay({ outTradeNo: orderId, times: 0 })
    shop.devcloud.payAnswers({ call: 'query', state: 'REFUND' })
    await minutes(7)
    expect(await stateOf(buyer, orderId)).toBe('paid')
  })

  it('REFUND was paid, also in its notice', async () => {
    const { buyer, orderId } = await begun('refund-notice')
    shop.devcloud.payAnswers({ call: 'paymentNotice', state: 'REFUND' })
    const { notices } = await shop.devcloud.pay({ outTradeNo: orderId })
    expect(notices.at(-1)?.status).toBe(200)
    expect(await stateOf(buyer, orderId)).toBe('paid')
  })

  it.each(['CLOSED', 'REVOKED'])('%s closes the order here, with its stock', async (state) => {
    const before = await shop.available('tea:1')
    const { buyer, orderId } = await begun(`gone-${state}`)
    shop.devcloud.payAnswers({ call: 'query', state })
    await minutes(7)
    expect(await buyer.does('orders.show', { orderId })).toMatchObject({
      state: 'closed',
      closeReason: 'NOT_PAID_IN_TIME',
    })
    expect(await shop.available('tea:1')).toBe(before)
  })

  it('CLOSED closes the order when it is to be paid again', async () => {
    const { buyer, orderId } = await begun('again')
    must(await (await provider()).close(orderId))
    expect(refused(await buyer.call('orders.pay', { orderId }))).toEqual({
      code: 'WRONG_STATE',
      state: 'closed',
    })
    expect(await stateOf(buyer, orderId)).toBe('closed')
  })

  it.each(['NOTPAY', 'USERPAYING', 'ACCEPT', 'PAYERROR'])('%s waits', async (state) => {
    const { buyer, orderId } = await begun(`waits-${state}`)
    shop.devcloud.payAnswers({ call: 'query', state })
    await minutes(7)
    expect(await stateOf(buyer, orderId)).toBe('awaitingPayment')
    expect(await stuckOf(orderId)).toEqual([])
  })

  it.each<[string, PayAnswer[]]>([
    ['is not known', [{ call: 'query', state: 'SETTLING' }]],
    ['is refused', [{ call: 'query', status: 403, code: 'NO_AUTH' }]],
  ])('that %s is listed once the order is overdue, and asked for', async (what, answers) => {
    const { buyer, orderId } = await begun(`unclear-${what.length}`)
    await shop.devcloud.pay({ outTradeNo: orderId, times: 0 })
    shop.devcloud.payAnswers(...answers)
    await minutes(95)
    expect(await stateOf(buyer, orderId)).toBe('awaitingPayment')
    const [row] = await stuckOf(orderId)
    expect(row).toMatchObject({ kind: 'PAYMENT_UNCLEAR', fen: 7_600, acts: ['ask', 'settle'] })
    expect(await waiting()).toBe(1)
    const id = row?.id ?? ''
    expect(must(await ask(id))).toEqual({ outcome: 'WAITING' })
    shop.devcloud.payAnswers()
    expect(must(await ask(id))).toEqual({ outcome: 'SETTLED' })
    expect(await stateOf(buyer, orderId)).toBe('paid')
    expect(await stuckOf(orderId)).toEqual([])
  })
})

describe('an order that still waits for its payment', () => {
  it('is neither asked for nor closed by the id of a row that is not there', async () => {
    const { buyer, orderId } = await begun('still-waits')
    const id = `PAYMENT_UNCLEAR:${orderId}`
    must(await ask(id))
    must(await settle(id))
    expect(await stateOf(buyer, orderId)).toBe('awaitingPayment')
  })

  it('whose payment stays unclear is closed by hand; its money goes back', async () => {
    const { buyer, orderId } = await begun('never-clear')
    await shop.devcloud.pay({ outTradeNo: orderId, times: 0 })
    shop.devcloud.payAnswers({ call: 'query', state: 'SETTLING' })
    await minutes(95)
    must(await settle(`PAYMENT_UNCLEAR:${orderId}`, '顾客说没付'))
    expect(await stateOf(buyer, orderId)).toBe('closed')
    shop.devcloud.payAnswers()
    await shop.devcloud.pay({ outTradeNo: orderId })
    await minutes(3)
    expect(must(await (await provider()).query(orderId))).toMatchObject({ paidFen: 7_600 })
    expect(await stuckOf(orderId)).toEqual([])
    expect(await stateOf(buyer, orderId)).toBe('closed')
  })
})

describe('the list', () => {
  it('is for the owner and the service; only the owner settles by hand', async () => {
    await shop.devcloud.refunds({ outcome: 'ABNORMAL' })
    const { id } = await late('roles')
    await minutes(3)
    const call = (operation: string, input: object, openid: string) =>
      shop.devcloud.invoke('admin', { operation, input }, openid)
    expect(await call('reconciliation.stuck', {}, 'oTest-nobody')).toMatchObject({ ok: false })
    expect(await call('reconciliation.stuck', {}, OWNER)).toMatchObject({ ok: true })
    for (const wrong of ['REFUND:constructor', 'LATE_REFUND:nosuch', 'NOTHING:x']) {
      expect(refused(await ask(wrong))).toEqual({ code: 'NOT_FOUND' })
    }
    must(await settle(id))
  })
})

describe('a day', () => {
  it('is not balanced before its stuck money is settled', async () => {
    await shop.devcloud.refunds({ outcome: 'ABNORMAL' })
    const day = today()
    const { id, refundId } = await late('the-day')
    await minutes(3)
    await shop.devcloud.clock.set(Date.parse(`${day}T10:31:00+08:00`) + 86_400_000)
    const show = async () => must(await shop.admin('reconciliation.show', { day }))
    expect(await show()).toMatchObject({ state: 'different', open: 0, stuck: 1 })
    const { items } = must(await shop.admin('reconciliation.list', {}))
    expect(items.find((row) => row.day === day)).toMatchObject({ state: 'different', stuck: 1 })
    await shop.devcloud.refunds({ outRefundNo: refundId, outcome: 'SUCCESS', times: 0 })
    must(await ask(id))
    expect(await show()).toMatchObject({ state: 'balanced', stuck: 0 })
  })

  it('a payment known only there is listed, recorded by asking, and gone', async () => {
    const day = today()
    const { buyer, orderId } = await begun('only-there')
    await shop.devcloud.pay({ outTradeNo: orderId, times: 0 })
    shop.devcloud.payAnswers(
      { call: 'query', state: 'SETTLING' },
      { call: 'close', status: 500, code: 'SYSTEM_ERROR' },
    )
    await shop.devcloud.clock.set(Date.parse(`${day}T10:31:00+08:00`) + 86_400_000)
    const rows = await stuckOf(orderId)
    const there = rows.find(({ kind }) => kind === 'PAYMENT_ONLY_THERE')
    expect(there).toMatchObject({ thereFen: 7_600, hereFen: 0, day, acts: ['ask', 'settle'] })
    shop.devcloud.payAnswers()
    expect(must(await ask(there?.id ?? ''))).toEqual({ outcome: 'SETTLED' })
    expect(await stateOf(buyer, orderId)).toBe('paid')
    expect(await stuckOf(orderId)).toEqual([])
    expect(must(await shop.admin('reconciliation.show', { day }))).toMatchObject({
      state: 'balanced',
      stuck: 0,
    })
  })
})

describe('shipping info', () => {
  it('of an order whose money all went back is dropped, not failed', async () => {
    const buyer = shop.customer('all-back')
    const { id: orderId } = await buyer.buys('honey:1', 1)
    const parcel = { orderId, carrier: '顺丰速运', trackingNumber: 'SF0000009001' }
    shop.devcloud.faults.add({ kind: 'timeout-before', action: 'wx.openApi' })
    must(await shop.admin('orders.ship', parcel))
    must(
      await shop.admin('afterSales.refundByStaff', {
        afterSaleId: 'goodwillallback0',
        orderId,
        lines: [{ key: 'honey:1', quantity: 1 }],
        withFreight: true,
        words: '补偿',
      }),
    )
    await minutes(6)
    expect(shop.devcloud.shippingInfos().filter((one) => one.openid === buyer.openid)).toEqual([])
    for (const state of ['failed', 'due'] as const) {
      const { items } = must(await shop.admin('outbox.list', { state }))
      expect(items.filter((row) => row.kind === 'shippingInfo')).toEqual([])
    }
  })
})
