import { must, openShop, refused, type TestShop } from '../builders/shop'
import { asks } from '../builders/trade'

/** The shop with cloudPay: no part of an order's life may depend on the provider. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({
    environment: {
      PAYMENT_PROVIDER: 'cloud-pay',
      WECHAT_PAY_MCHID: '',
      WECHAT_PAY_PRIVATE_KEY: '',
      WECHAT_PAY_API_V3_KEY: '',
    },
  })
}, 60_000)
afterAll(() => shop.close())

const callBack = (event: object, source = 'wx_paycallback') =>
  shop.devcloud.invokeAs('payment-callback', event, { source }) as Promise<{ errcode: number }>

const told = (orderId: string) => ({
  returnCode: 'SUCCESS',
  resultCode: 'SUCCESS',
  outTradeNo: orderId,
  totalFee: 1,
  transactionId: '4200000000',
})

describe('S2-11 cloudPay', () => {
  it('pays, ships and completes an order, without any key of WeChat Pay', async () => {
    const lin = shop.customer('lin')
    await lin.join()
    const before = await shop.available('tea:1')
    const { id: orderId } = await lin.places('tea:1', 2)
    const begun = await lin.does('orders.pay', { orderId })
    expect(begun).toMatchObject({ kind: 'cashier', arguments: { signType: 'MD5' } })
    const { notices } = await shop.devcloud.pay({ outTradeNo: orderId, times: 3 })
    expect(notices.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await lin.does('orders.show', { orderId })).toMatchObject({ state: 'paid' })
    expect(await shop.available('tea:1')).toBe(before - 2)
    expect((await lin.does('points.history', {})).items).toHaveLength(1)
    await shop.admin('orders.ship', { orderId, carrier: '中通', trackingNumber: 'ZT000001' })
    await lin.does('orders.confirmReceipt', { orderId })
    expect(await lin.does('orders.show', { orderId })).toMatchObject({ state: 'received' })
  })

  it('the amount in the callback is not trusted: the order is queried', async () => {
    const mo = shop.customer('mo')
    const { id: orderId } = await mo.places()
    await mo.does('orders.pay', { orderId })
    await shop.devcloud.pay({ outTradeNo: orderId, times: 0 })
    expect(await callBack(told(orderId))).toMatchObject({ errcode: 0 })
    expect((await mo.does('orders.show', { orderId })).state).toBe('paid')
  })

  it('a callback of an unpaid order records nothing and is sent again', async () => {
    const an = shop.customer('an')
    const { id: orderId } = await an.places()
    await an.does('orders.pay', { orderId })
    expect(await callBack(told(orderId))).toEqual({ errcode: 1, errmsg: 'NOT_PAID' })
    expect((await an.does('orders.show', { orderId })).state).toBe('awaitingPayment')
  })

  it.each(['wx_client', 'wx_http', 'wx_client,scf', ''])(
    'a callback from "%s" is refused, whatever it says',
    async (source) => {
      const su = shop.customer('su')
      const { id: orderId } = await su.places()
      await su.does('orders.pay', { orderId })
      await shop.devcloud.pay({ outTradeNo: orderId, times: 0 })
      expect(await callBack(told(orderId), source)).toEqual({ errcode: 1, errmsg: 'FORBIDDEN' })
      expect((await su.does('orders.show', { orderId })).state).toBe('awaitingPayment')
    },
  )

  it.each([
    ['nothing', {}],
    ['a failure', { ...told('A'), returnCode: 'FAIL' }],
    ['a payment that failed', { ...told('A'), resultCode: 'FAIL' }],
    ['a number that is none', { ...told('A'), outTradeNo: { $gt: '' } }],
    ['a number too long', { ...told('A'.repeat(33)) }],
  ])('a callback of %s is not understood', async (_, event) => {
    expect(await callBack(event)).toEqual({ errcode: 1, errmsg: 'UNREADABLE' })
  })

  it('a callback of an unknown refund is sent again', async () => {
    const event = { returnCode: 'SUCCESS', outTradeNo: 'ORDER-1', outRefundNo: 'R-9' }
    expect(await callBack(event)).toEqual({ errcode: 1, errmsg: 'REFUND_UNKNOWN' })
  })

  it('callbacks over HTTP are refused', async () => {
    const notice = { headers: {}, body: '{}' }
    const answer = await shop.devcloud.invokeAs('payment-notify', notice, { source: 'wx_http' })
    expect(answer).toMatchObject({ statusCode: 400 })
    expect(JSON.stringify(answer)).toContain('OTHER_PROVIDER')
  })

  it('an order that is paid while it is cancelled is settled, not closed', async () => {
    const bo = shop.customer('bo')
    const { id: orderId } = await bo.places()
    await bo.does('orders.pay', { orderId })
    await shop.devcloud.pay({ outTradeNo: orderId, times: 0 })
    const answer = refused(await bo.call('orders.cancel', { orderId }))
    expect(answer).toEqual({ code: 'WRONG_STATE', state: 'paid' })
  })

  it('an unpaid order is closed in time, and cannot be paid afterwards', async () => {
    const he = shop.customer('he')
    const { id: orderId } = await he.places()
    await he.does('orders.pay', { orderId })
    await shop.devcloud.clock.advance({ minutes: 36 })
    expect((await he.does('orders.show', { orderId })).state).toBe('closed')
    const late = shop.devcloud.pay({ outTradeNo: orderId })
    await expect(late).rejects.toMatchObject({ code: 'ORDER_CLOSED' })
  })

  it.each(['CLOSED', 'REVOKED'])('a payment that is %s there closes the order', async (state) => {
    const ru = shop.customer(`ru-${state}`)
    const { id: orderId } = await ru.places()
    await ru.does('orders.pay', { orderId })
    shop.devcloud.payAnswers({ call: 'query', state })
    await shop.devcloud.clock.advance({ minutes: 7 })
    shop.devcloud.payAnswers()
    expect((await ru.does('orders.show', { orderId })).state).toBe('closed')
  })

  it('a payment in the state REFUND was paid', async () => {
    const yi = shop.customer('yi')
    const { id: orderId } = await yi.places()
    await yi.does('orders.pay', { orderId })
    await shop.devcloud.pay({ outTradeNo: orderId, times: 0 })
    shop.devcloud.payAnswers({ call: 'query', state: 'REFUND' })
    await shop.devcloud.clock.advance({ minutes: 7 })
    shop.devcloud.payAnswers()
    expect((await yi.does('orders.show', { orderId })).state).toBe('paid')
  })

  it('a refund that is refused in words waits for the staff, who send it again', async () => {
    const pu = shop.customer('pu')
    const { id: orderId } = await pu.buys('honey:1', 1)
    const lines = [{ key: 'honey:1', quantity: 1 }]
    const { id: afterSaleId } = await asks(pu, { orderId, kind: 'refund', lines })
    const message = '基本账户余额不足，请充值后重新发起'
    shop.devcloud.payAnswers({ call: 'refund', code: 'NOTENOUGH', message })
    must(await shop.admin('afterSales.agree', { afterSaleId, withFreight: false }))
    shop.devcloud.payAnswers()
    const list = async () => must(await shop.admin('reconciliation.stuck', {})).rows
    expect(await list()).toMatchObject([{ afterSaleId, cause: 'REFUSED', reason: message }])
    must(await shop.admin('reconciliation.refundAgain', { id: `REFUND:${afterSaleId}` }))
    await shop.devcloud.clock.advance({ minutes: 20 })
    expect(await list()).toEqual([])
  })

  it('our records match the bill the next morning', async () => {
    await shop.devcloud.clock.set('2026-03-05T10:30:00+08:00')
    const answer = await shop.admin('reconciliation.show', { day: '2026-03-04' })
    expect(answer).toMatchObject({
      ok: true,
      value: { state: 'balanced', open: 0, differences: [] },
    })
    const { paid } = answer.ok ? answer.value : { paid: null }
    expect(paid?.there.count).toBeGreaterThan(2)
    expect(paid?.there).toEqual(paid?.here)
  })
})
