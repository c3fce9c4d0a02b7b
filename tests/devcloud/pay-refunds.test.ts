import type { Devcloud } from '@local/devcloud-types'
import type { RefundCommand } from '@local/wechat/pay/refund-processor'
import { openMerchant } from './merchant'
import { post, startTestDevcloud } from './test-devcloud'

jest.setTimeout(60_000)

let devcloud: Devcloud
let merchant: Awaited<ReturnType<typeof openMerchant>>
beforeAll(async () => {
  const clock = { frozen: true, start: '2026-03-14T02:00:00.000Z' } as const
  devcloud = await startTestDevcloud({ clock, poolSize: 2 })
  merchant = await openMerchant(devcloud)
})
beforeEach(async () => {
  await devcloud.reset()
  await merchant.order('ORDER-1')
  await devcloud.pay({ outTradeNo: 'ORDER-1', times: 0 })
})
afterAll(() => devcloud.close())

type Notice = { type: string; content: Record<string, unknown> }
const notices = async () =>
  (await devcloud.invoke('probe', { do: 'list', no: 'ORDER-1' }, 'oDemo-someone')) as Notice[]

const settled = async (count: number): Promise<Notice[]> => {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = await notices()
    if (found.length >= count) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return notices()
}

const part = (no: string, refund: number) =>
  merchant.refund('ORDER-1', {
    out_refund_no: no,
    notify_url: merchant.notifyUrl,
    amount: { refund, total: 8800, currency: 'CNY' },
  })

describe('refunds to come', () => {
  test.each([
    [{ outcome: 'ABNORMAL' }, 'ABNORMAL', ['REFUND.ABNORMAL']],
    [{ outcome: 'CLOSED' }, 'CLOSED', ['REFUND.CLOSED']],
    [{ times: 2 }, 'SUCCESS', ['REFUND.SUCCESS', 'REFUND.SUCCESS']],
    [{ delayMs: 50 }, 'SUCCESS', ['REFUND.SUCCESS']],
  ] as [RefundCommand, string, string[]][])(
    'get the outcome of %j',
    async (plan, status, types) => {
      await devcloud.refunds(plan)
      expect((await part('R-1', 100)).value).toMatchObject({ status: 'PROCESSING' })
      const received = await settled(types.length)
      expect(received.map(({ type }) => type)).toEqual(types)
      expect((await merchant.queryRefund('R-1')).value).toMatchObject({ status })
    },
  )

  test('have arrived when the clock has moved', async () => {
    await devcloud.refunds({ delayMs: 300 })
    await part('R-1', 100)
    expect(await notices()).toEqual([])
    await devcloud.clock.advance({ minutes: 6 })
    expect(await notices()).toHaveLength(1)
  })

  test('stay pending when configured so, until one is finished', async () => {
    await devcloud.refunds({ outcome: 'PROCESSING' })
    await part('R-1', 100)
    expect((await merchant.queryRefund('R-1')).value).toMatchObject({ status: 'PROCESSING' })
    expect(await notices()).toEqual([])
    const received = await devcloud.refunds({ outRefundNo: 'R-1', outcome: 'SUCCESS', times: 2 })
    expect(received.notices.map(({ status }) => status)).toEqual([200, 200])
    const late = devcloud.refunds({ outRefundNo: 'R-1', outcome: 'ABNORMAL' })
    await expect(late).rejects.toMatchObject({ code: 'INVALID_REQUEST' })
  })

  test('without a notice are found by a query', async () => {
    await devcloud.refunds({ times: 0 })
    await part('R-1', 100)
    expect((await merchant.queryRefund('R-1')).value).toMatchObject({ status: 'SUCCESS' })
    expect(await notices()).toEqual([])
  })
})

describe('what is left to refund', () => {
  test('a closed refund gives its part back, one that stuck does not', async () => {
    await devcloud.refunds({ outcome: 'CLOSED', times: 0 })
    await part('R-1', 8800)
    await devcloud.refunds({ outcome: 'ABNORMAL', times: 0 })
    expect((await part('R-2', 8000)).status).toBe(200)
    expect((await part('R-3', 801)).value).toMatchObject({ code: 'INVALID_REQUEST' })
    expect((await part('R-4', 800)).status).toBe(200)
  })
})

describe('over HTTP', () => {
  test.each([
    ['/devcloud/refunds', { outcome: 'GONE' }, 400],
    ['/devcloud/refunds', { outRefundNo: 'R-9' }, 404],
    ['/devcloud/refunds', { times: 21 }, 400],
    ['/devcloud/refunds', { outcome: 'ABNORMAL' }, 200],
    ['/devcloud/bills', { omit: 'ORDER-1' }, 400],
    ['/devcloud/bills', { alter: { 'ORDER-1': -1 } }, 400],
    ['/devcloud/bills', { omit: ['ORDER-1'] }, 200],
    ['/devcloud/subscriptions', { openid: 'oDemo-linwan' }, 400],
    ['/devcloud/subscriptions', { openid: 'oDemo-linwan', templateIds: ['T'] }, 200],
    ['/devcloud/chat', {}, 400],
    ['/devcloud/chat', { openid: 'oDemo-linwan' }, 200],
  ])('%s %j answers %d', async (path, value, status) => {
    expect((await post(devcloud, path, { value })).status).toBe(status)
  })
})

describe('a bill', () => {
  const bill = (day: string) =>
    merchant.call({ method: 'GET', path: `/v3/bill/tradebill?bill_date=${day}&bill_type=ALL` })

  test('is signed for and lies where only the merchant can fetch it', async () => {
    await devcloud.clock.advance({ days: 1 })
    const { value, isSigned } = await bill('2026-03-14')
    expect(isSigned).toBe(true)
    const url = String(value.download_url)
    expect((await fetch(url)).status).toBe(401)
    const path = url.slice(url.indexOf('/v3/'))
    const forged = await merchant.call({ method: 'GET', path: `${path}0` })
    expect(forged).toMatchObject({ status: 400, value: { code: 'PARAM_ERROR' } })
  })

  test.each([
    ['2026-03-15', 'PARAM_ERROR'],
    ['2026-03-14', 'STATEMENT_CREATING'],
    ['2026-03-13', 'NO_STATEMENT_EXIST'],
    ['2025-12-01', 'PARAM_ERROR'],
    ['yesterday', 'PARAM_ERROR'],
  ])('of %s is refused: %s', async (day, code) => {
    expect((await bill(day)).value).toMatchObject({ code })
  })
})
