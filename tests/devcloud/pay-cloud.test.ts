import type { PaymentArguments } from '@core/contract/orders'
import type { Result } from '@core/kernel/result'
import type { PaymentProvider } from '@core/operations/ports'
import type { Devcloud } from '@local/devcloud-types'
import { startTestDevcloud } from './test-devcloud'

jest.setTimeout(60_000)

/** 2026-03-14 10:00 in China. */
const START = Date.parse('2026-03-14T02:00:00.000Z')
const PAYER = 'oDemo-linwan'

let devcloud: Devcloud
beforeAll(async () => {
  devcloud = await startTestDevcloud({ clock: { frozen: true, start: START }, poolSize: 2 })
})
beforeEach(() => devcloud.reset())
afterAll(() => devcloud.close())

type Answer<K extends keyof PaymentProvider> = Awaited<ReturnType<PaymentProvider[K]>>

/** Asks the shop's cloudPay inside a function, through the real SDK. */
const ask = <K extends keyof PaymentProvider>(
  what: K,
  about: Parameters<PaymentProvider[K]>[0],
  subMchid?: string,
) =>
  devcloud.invoke(
    'cashier',
    { ask: what, about, ...(subMchid ? { subMchid } : {}) },
    PAYER,
  ) as Promise<Answer<K>>

const valueOf = <T>(answer: Result<T, { code: string }>): T => {
  if (answer.ok) return answer.value
  throw new Error(JSON.stringify(answer.error))
}

const order = (orderId: string, change: object = {}) => ({
  orderId,
  totalFen: 8_800,
  description: '高山绿茶',
  openid: PAYER,
  expiresAt: START + 30 * 60_000,
  ...change,
})

const refund = (orderId: string, refundId: string, refundFen: number) => ({
  refundId,
  orderId,
  refundFen,
  totalFen: 8_800,
  reason: '不想要了',
})

type Callback = { source: string; event: Record<string, unknown> }
const callbacks = async (no: string) =>
  (await devcloud.invoke('probe', { do: 'list', no }, PAYER)) as Callback[]

const until = async <T>(look: () => Promise<T[]>, count = 1): Promise<T[]> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await look()
    if (found.length >= count) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return []
}

describe('an order of cloudPay', () => {
  test('gives arguments of wx.requestPayment, signed with MD5 and checked', async () => {
    const payment: PaymentArguments = valueOf(await ask('begin', order('ORDER-1')))
    expect(Object.keys(payment).sort()).toEqual(
      ['nonceStr', 'package', 'paySign', 'signType', 'timeStamp'].sort(),
    )
    expect(payment.signType).toBe('MD5')
    const forged = { ...payment, timeStamp: '1' }
    await expect(devcloud.pay({ payment: forged })).rejects.toMatchObject({ code: 'SIGN_ERROR' })
    expect(await devcloud.pay({ payment })).toMatchObject({ outTradeNo: 'ORDER-1' })
  })

  test('is begun again under the same number, and refused with another sum', async () => {
    valueOf(await ask('begin', order('ORDER-1')))
    expect(valueOf(await ask('begin', order('ORDER-1')))).toMatchObject({ signType: 'MD5' })
    const other = await ask('begin', order('ORDER-1', { totalFen: 1 }))
    expect(other).toMatchObject({ ok: false, error: { code: 'PROVIDER_FAILED' } })
  })

  test.each([
    ['another merchant', order('ORDER-1'), '1900000000'],
    ['no sum', order('ORDER-1', { totalFen: 0 }), undefined],
    ['no words', order('ORDER-1', { description: '' }), undefined],
    ['a number of 33 characters', order('A'.repeat(33)), undefined],
    ['a time that is over', order('ORDER-1', { expiresAt: START - 1_000 }), undefined],
  ])('with %s is refused', async (_, asked, subMchid) => {
    const answer = await ask('begin', asked, subMchid)
    expect(answer).toMatchObject({ ok: false, error: { code: 'PROVIDER_FAILED' } })
  })

  test('is asked about: unknown, unpaid, paid with its number, sum and time', async () => {
    expect(valueOf(await ask('query', 'ORDER-1'))).toBeNull()
    await ask('begin', order('ORDER-1'))
    expect(valueOf(await ask('query', 'ORDER-1'))).toBeNull()
    const { transactionId } = await devcloud.pay({ outTradeNo: 'ORDER-1' })
    expect(valueOf(await ask('query', 'ORDER-1'))).toEqual({
      orderId: 'ORDER-1',
      transactionId,
      paidFen: 8_800,
      paidAt: START,
    })
  })

  test('is closed, also twice and if it never was; a paid one is not', async () => {
    expect(valueOf(await ask('close', 'ORDER-0'))).toBeNull()
    await ask('begin', order('ORDER-1'))
    expect(valueOf(await ask('close', 'ORDER-1'))).toBeNull()
    expect(valueOf(await ask('close', 'ORDER-1'))).toBeNull()
    await expect(devcloud.pay({ outTradeNo: 'ORDER-1' })).rejects.toMatchObject({
      code: 'ORDER_CLOSED',
    })
    await ask('begin', order('ORDER-2'))
    await devcloud.pay({ outTradeNo: 'ORDER-2' })
    expect(await ask('close', 'ORDER-2')).toMatchObject({ ok: false })
  })
})

describe('the callback of cloudPay', () => {
  test('calls the function as WeChat Pay, with the fields of v2 in camel case', async () => {
    await ask('begin', order('ORDER-1'))
    const { notices, transactionId } = await devcloud.pay({ outTradeNo: 'ORDER-1' })
    expect(notices.map(({ status }) => status)).toEqual([200])
    const [first] = await callbacks('ORDER-1')
    expect(first?.source).toBe('wx_paycallback')
    expect(first?.event).toMatchObject({
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      outTradeNo: 'ORDER-1',
      transactionId,
      totalFee: 8_800,
      subOpenid: PAYER,
      timeEnd: '20260314100000',
    })
  })

  test('comes again until the function answers errcode 0', async () => {
    await ask('begin', order('FLAKY-1'))
    const { notices } = await devcloud.pay({ outTradeNo: 'FLAKY-1' })
    expect(notices.map(({ status }) => status)).toEqual([500, 200])
  })

  test('can be late to come, come twice, or never', async () => {
    await ask('begin', order('ORDER-1'))
    expect((await devcloud.pay({ outTradeNo: 'ORDER-1', times: 0 })).notices).toEqual([])
    await devcloud.pay({ outTradeNo: 'ORDER-1', times: 2, delayMs: 10 })
    expect(await callbacks('ORDER-1')).toHaveLength(2)
  })
})

describe('a refund of cloudPay', () => {
  beforeEach(async () => {
    await ask('begin', order('ORDER-1'))
    await devcloud.pay({ outTradeNo: 'ORDER-1', times: 0 })
  })

  test('a number is refunded once, and the callback is called', async () => {
    const asked = refund('ORDER-1', 'R-1', 3_000)
    expect(valueOf(await ask('refund', asked))).toEqual({ status: 'PROCESSING' })
    expect(valueOf(await ask('refund', asked))).toEqual({ status: 'PROCESSING' })
    const [callback, ...more] = await until(() => callbacks('ORDER-1'))
    expect(more).toEqual([])
    expect(callback?.event).toMatchObject({ outRefundNo: 'R-1', refundStatus: 'SUCCESS' })
    const expected = { refundId: 'R-1', orderId: 'ORDER-1', status: 'SUCCESS' }
    expect(valueOf(await ask('queryRefund', 'R-1'))).toEqual(expected)
  })

  test('above what is left is refused; an unknown one is not found', async () => {
    valueOf(await ask('refund', refund('ORDER-1', 'R-1', 8_000)))
    const above = await ask('refund', refund('ORDER-1', 'R-2', 801))
    expect(above).toMatchObject({ ok: false, error: { code: 'PROVIDER_FAILED' } })
    expect(valueOf(await ask('queryRefund', 'R-2'))).toBeNull()
  })

  test.each(['ABNORMAL', 'CLOSED', 'PROCESSING'] as const)('may end as %s', async (outcome) => {
    await devcloud.refunds({ outcome })
    valueOf(await ask('refund', refund('ORDER-1', 'R-1', 3_000)))
    expect(valueOf(await ask('queryRefund', 'R-1'))).toMatchObject({ status: outcome })
  })
})

describe('the bill of cloudPay', () => {
  test('has the payments and refunds of a day, from ten the next morning', async () => {
    await ask('begin', order('ORDER-1'))
    const { transactionId } = await devcloud.pay({ outTradeNo: 'ORDER-1', times: 0 })
    await devcloud.refunds({ times: 0 })
    await ask('refund', refund('ORDER-1', 'R-1', 3_000))
    expect(await ask('bill', '2026-03-14')).toMatchObject({ ok: false })
    await devcloud.clock.set('2026-03-15T09:59:00+08:00')
    expect(await ask('bill', '2026-03-14')).toMatchObject({ ok: false })
    await devcloud.clock.set('2026-03-15T10:00:00+08:00')
    expect(valueOf(await ask('bill', '2026-03-14'))).toEqual([
      { kind: 'payment', orderId: 'ORDER-1', transactionId, fen: 8_800, at: START },
      { kind: 'refund', orderId: 'ORDER-1', refundId: 'R-1', fen: 3_000, at: START },
    ])
    expect(valueOf(await ask('bill', '2026-03-13'))).toEqual([])
  })
})

test('notices over HTTP are not cloudPay’s', async () => {
  const answer = await ask('readCallback', { headers: {}, body: '' })
  expect(answer).toEqual({ ok: false, error: { code: 'OTHER_PROVIDER' } })
})
