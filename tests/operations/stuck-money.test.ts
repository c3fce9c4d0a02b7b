import { wechatPay } from '@core/runtime/wechat-pay/provider'
import type { PayAnswer } from '@local/wechat/pay/answers'
import { merchantAccount } from '../builders/payment'
import { type Customer, must, OWNER, openShop, refused, type TestShop } from '../builders/shop'
import { asks } from '../builders/trade'

/** Money that is stuck is on the staff's list with what to do, until it is settled. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
beforeEach(async () => {
  shop.devcloud.payAnswers()
  await shop.devcloud.refunds({})
})
afterAll(() => shop.close())

const minutes = (count: number) => shop.devcloud.clock.advance({ minutes: count })
const today = () => new Date(shop.devcloud.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const stuck = async () => must(await shop.admin('reconciliation.stuck', {})).rows
const stuckOf = async (orderId: string) => (await stuck()).filter((row) => row.orderId === orderId)
const waiting = async () => must(await shop.admin('workbench.show', {})).waiting['stuckMoney']
const ask = (id: string) => shop.admin('reconciliation.askStuck', { id })
const again = (id: string) => shop.admin('reconciliation.refundAgain', { id })
const settle = (id: string, note = '已线下退给顾客') =>
  shop.admin('reconciliation.settleStuck', { id, note })
const stateOf = async (buyer: Customer, orderId: string) =>
  (await buyer.does('orders.show', { orderId })).state

/** An order whose payment has begun. */
const begun = async (name: string) => {
  const buyer = shop.customer(name)
  const { id: orderId } = await buyer.places()
  await buyer.does('orders.pay', { orderId })
  return { buyer, orderId }
}

const provider = async () =>
  wechatPay(await merchantAccount(shop.devcloud), () => shop.devcloud.clock.now())

/** A payment that comes after its order was cancelled. */
const late = async (name: string) => {
  const buyer = shop.customer(name)
  const { id: orderId } = await buyer.places()
  await buyer.does('orders.cancel', { orderId })
  must(
    await (await provider()).begin({
      orderId,
      totalFen: 7_600,
      description: '明前龙井',
      openid: buyer.openid,
      expiresAt: shop.devcloud.clock.now() + 600_000,
    }),
  )
  const { transactionId = '' } = await shop.devcloud.pay({ outTradeNo: orderId })
  return { orderId, refundId: `late-${transactionId}`, id: `LATE_REFUND:${transactionId}` }
}

/** A paid order with a refund that the shop has agreed to. */
const refunding = async (name: string) => {
  const buyer = shop.customer(name)
  const { id: orderId } = await buyer.buys('honey:1', 1)
  const lines = [{ key: 'honey:1', quantity: 1 }]
  const { id: afterSaleId } = await asks(buyer, { orderId, kind: 'refund', lines })
  must(await shop.admin('afterSales.agree', { afterSaleId, withFreight: false }))
  return { buyer, orderId, afterSaleId, id: `REFUND:${afterSaleId}` }
}
const refundState = async (buyer: Customer, afterSaleId: string) =>
  (await buyer.does('afterSales.show', { afterSaleId })).state

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

describe('the refund of a late payment', () => {
  it('is done without a row', async () => {
    const { orderId } = await late('good')
    await minutes(3)
    expect(await stuckOf(orderId)).toEqual([])
    expect(await waiting()).toBe(0)
  })

  it('that is accepted and never reported is asked for', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { orderId, refundId, id } = await late('silent')
    await minutes(3)
    expect(await stuckOf(orderId)).toEqual([])
    await shop.devcloud.refunds({ outRefundNo: refundId, outcome: 'ABNORMAL', times: 0 })
    await minutes(31)
    expect(await stuckOf(orderId)).toMatchObject([{ id, cause: 'ABNORMAL' }])
    await shop.devcloud.refunds({ outRefundNo: refundId, outcome: 'SUCCESS' })
    expect(await stuckOf(orderId)).toEqual([])
  })

  it.each(['ABNORMAL', 'HELD'])('that is %s waits for the staff', async (status) => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { orderId, refundId, id } = await late(`hangs-${status}`)
    await minutes(3)
    shop.devcloud.payAnswers(
      { call: 'refundNotice', state: status },
      { call: 'queryRefund', state: status },
    )
    const told = await shop.devcloud.refunds({ outRefundNo: refundId, outcome: 'ABNORMAL' })
    expect(told.notices.map((one) => one.status)).toEqual([200])
    expect(await stuckOf(orderId)).toMatchObject([
      { id, kind: 'LATE_REFUND', fen: 7_600, day: today(), acts: ['ask', 'settle'] },
    ])
    expect(await waiting()).toBe(1)
    expect(refused(await again(id))).toMatchObject({ code: 'REFUND_STUCK' })
    expect(must(await ask(id))).toEqual({ outcome: 'WAITING' })
    shop.devcloud.payAnswers()
    await shop.devcloud.refunds({ outRefundNo: refundId, outcome: 'SUCCESS', times: 0 })
    expect(must(await ask(id))).toEqual({ outcome: 'SETTLED' })
    expect(await stuck()).toEqual([])
  })

  it('that is closed goes out under another number, seen until the money is back', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { orderId, refundId, id } = await late('closed')
    await minutes(3)
    const told = await shop.devcloud.refunds({ outRefundNo: refundId, outcome: 'CLOSED', times: 3 })
    expect(told.notices.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await stuckOf(orderId)).toMatchObject([{ id, cause: 'RETRYING', acts: ['ask'] }])
    expect(refused(await settle(id))).toEqual({ code: 'REFUND_UNDER_WAY' })
    await minutes(3)
    expect(must(await (await provider()).queryRefund(`${refundId}-2`))).not.toBeNull()
    expect(must(await (await provider()).queryRefund(`${refundId}-3`))).toBeNull()
    await shop.devcloud.refunds({ outRefundNo: `${refundId}-2`, outcome: 'SUCCESS' })
    expect(await stuckOf(orderId)).toEqual([])
  })

  it('that is closed every time waits for the staff; two taps send one more', async () => {
    await shop.devcloud.refunds({ outcome: 'CLOSED' })
    const { orderId, refundId, id } = await late('closing')
    await minutes(12)
    const [row] = await stuckOf(orderId)
    expect(row).toMatchObject({ cause: 'CLOSED', acts: ['refundAgain', 'ask', 'settle'] })
    expect(must(await (await provider()).queryRefund(`${refundId}-4`))).toBeNull()
    await shop.devcloud.refunds({})
    const taps = await Promise.all([again(id), again(id)])
    expect(taps.filter(({ ok }) => ok).length).toBeGreaterThan(0)
    await minutes(3)
    expect(must(await (await provider()).queryRefund(`${refundId}-4`))).toMatchObject({
      status: 'SUCCESS',
    })
    expect(must(await (await provider()).queryRefund(`${refundId}-5`))).toBeNull()
    expect(await stuckOf(orderId)).toEqual([])
  })

  it.each(['NOT_ENOUGH', 'USER_ACCOUNT_ABNORMAL', 'INVALID_REQUEST', 'WHAT_IS_THIS'])(
    'that is refused with %s is listed at once, with the reason',
    async (code) => {
      shop.devcloud.payAnswers({ call: 'refund', status: 403, code })
      const { orderId, id } = await late(`refused-${code}`)
      await minutes(1)
      const [row] = await stuckOf(orderId)
      expect(row).toMatchObject({ cause: 'REFUSED', acts: ['refundAgain', 'ask', 'settle'] })
      expect(row?.reason).toContain(code)
      shop.devcloud.payAnswers()
      must(await again(id))
      await minutes(1)
      expect(await stuckOf(orderId)).toEqual([])
    },
  )

  it.each(['SYSTEM_ERROR', 'FREQUENCY_LIMITED'])(
    'after %s is sent again by itself',
    async (code) => {
      shop.devcloud.payAnswers({ call: 'refund', status: 500, code })
      const { orderId, refundId } = await late(`later-${code}`)
      await minutes(3)
      expect(await stuckOf(orderId)).toEqual([])
      shop.devcloud.payAnswers()
      await minutes(10)
      expect(must(await (await provider()).queryRefund(refundId))).toMatchObject({
        status: 'SUCCESS',
      })
    },
  )

  it('that the owner gave back by hand is settled; nothing later brings it back', async () => {
    await shop.devcloud.refunds({ outcome: 'ABNORMAL' })
    const { orderId, refundId, id } = await late('by-hand')
    await minutes(3)
    expect(await stuckOf(orderId)).toHaveLength(1)
    expect(refused(await settle(id, ' '))).toMatchObject({ code: 'INVALID_INPUT', field: 'note' })
    expect(must(await settle(id))).toEqual({ outcome: 'SETTLED' })
    expect(must(await settle(id))).toEqual({ outcome: 'SETTLED' })
    await shop.devcloud.refunds({ outRefundNo: refundId, outcome: 'ABNORMAL' })
    expect(await stuckOf(orderId)).toEqual([])
  })
})

describe('the refund of an after-sale', () => {
  it('that is refused waits for the staff at once, and is sent again', async () => {
    shop.devcloud.payAnswers({ call: 'refund', status: 403, code: 'NOT_ENOUGH' })
    const { buyer, orderId, afterSaleId, id } = await refunding('no-balance')
    expect(await refundState(buyer, afterSaleId)).toBe('refundFailed')
    const [row] = await stuckOf(orderId)
    expect(row).toMatchObject({ kind: 'REFUND', afterSaleId, cause: 'REFUSED' })
    expect(row?.reason).toContain('NOT_ENOUGH')
    shop.devcloud.payAnswers()
    must(await again(id))
    await minutes(20)
    expect(await refundState(buyer, afterSaleId)).toBe('done')
    expect(await stuckOf(orderId)).toEqual([])
    expect(must(await shop.admin('outbox.list', { state: 'failed' })).items).toEqual([])
  })

  it('in a state that is not known waits for the staff, who send nothing', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { buyer, orderId, afterSaleId, id } = await refunding('held')
    shop.devcloud.payAnswers({ call: 'queryRefund', state: 'HELD' })
    await minutes(20)
    expect(await refundState(buyer, afterSaleId)).toBe('refundFailed')
    expect(await stuckOf(orderId)).toMatchObject([{ cause: 'UNKNOWN', acts: ['ask', 'settle'] }])
    expect(refused(await again(id))).toMatchObject({ code: 'REFUND_STUCK' })
    shop.devcloud.payAnswers()
    await shop.devcloud.refunds({ outRefundNo: afterSaleId, outcome: 'SUCCESS', times: 0 })
    expect(must(await ask(id))).toEqual({ outcome: 'SETTLED' })
    expect(await refundState(buyer, afterSaleId)).toBe('done')
  })

  it('that cannot be asked for waits for the staff', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { buyer, orderId, afterSaleId, id } = await refunding('no-right')
    expect(refused(await settle(id))).toEqual({ code: 'REFUND_UNDER_WAY' })
    shop.devcloud.payAnswers({ call: 'queryRefund', status: 403, code: 'NO_AUTH' })
    await minutes(20)
    expect(await stuckOf(orderId)).toMatchObject([{ id, cause: 'REFUSED' }])
    expect(refused(await again(id))).toMatchObject({ code: 'REFUND_STUCK' })
    shop.devcloud.payAnswers()
    await shop.devcloud.refunds({ outRefundNo: afterSaleId, outcome: 'SUCCESS', times: 0 })
    expect(must(await again(id))).toEqual({ outcome: 'SETTLED' })
    expect(await refundState(buyer, afterSaleId)).toBe('done')
  })

  it('that the provider has never heard of is listed, and sent again', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { buyer, orderId, afterSaleId, id } = await refunding('lost')
    shop.devcloud.payAnswers({ call: 'queryRefund', status: 404, code: 'RESOURCE_NOT_EXISTS' })
    await minutes(20)
    expect(await stuckOf(orderId)).toMatchObject([{ id, cause: 'REFUSED' }])
    must(await again(id))
    shop.devcloud.payAnswers()
    await shop.devcloud.refunds({ outRefundNo: afterSaleId, outcome: 'SUCCESS' })
    expect(await refundState(buyer, afterSaleId)).toBe('done')
  })

  it('a late notice of its first number does not stop the second', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { buyer, afterSaleId, id } = await refunding('twice')
    await shop.devcloud.refunds({ outRefundNo: afterSaleId, outcome: 'CLOSED' })
    must(await again(id))
    await shop.devcloud.refunds({ outRefundNo: afterSaleId, outcome: 'CLOSED' })
    expect(await refundState(buyer, afterSaleId)).toBe('refunding')
    await shop.devcloud.refunds({ outRefundNo: `${afterSaleId}-2`, outcome: 'SUCCESS' })
    expect(await refundState(buyer, afterSaleId)).toBe('done')
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
    must(await shop.admin('orders.ship', parcel))
    must(
      await shop.admin('afterSales.refundByStaff', {
        afterSaleId: 'goodwillallback0',
        orderId,
        lines: [{ key: 'honey:1', quantity: 1 }],
        withFreight: true,
        words: '',
      }),
    )
    await minutes(2)
    expect(shop.devcloud.shippingInfos().filter((one) => one.openid === buyer.openid)).toEqual([])
    for (const state of ['failed', 'due'] as const) {
      const { items } = must(await shop.admin('outbox.list', { state }))
      expect(items.filter((row) => row.kind === 'shippingInfo')).toEqual([])
    }
  })
})
