import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Devcloud } from '@local/devcloud-types'
import { DEVCLOUD_APPID } from '@local/secrets'
import { type Mistakes, openMerchant } from './merchant'
import { startTestDevcloud } from './test-devcloud'

jest.setTimeout(60_000)

/** 2026-03-14 10:00 in China. */
const CLOCK = { frozen: true, start: '2026-03-14T02:00:00.000Z' }

let devcloud: Devcloud
let merchant: Awaited<ReturnType<typeof openMerchant>>
beforeAll(async () => {
  devcloud = await startTestDevcloud({ clock: CLOCK, poolSize: 2 })
  merchant = await openMerchant(devcloud)
})
beforeEach(() => devcloud.reset())
afterAll(() => devcloud.close())

type Notice = { type: string; content: Record<string, unknown> }

/** The notices that the test function could verify and decrypt, by order. */
const notices = async (no: string) =>
  (await devcloud.invoke('probe', { do: 'list', no }, 'oDemo-someone')) as Notice[]

const statuses = (answer: { notices: { status: number | null }[] }) =>
  answer.notices.map(({ status }) => status)

describe('ordering', () => {
  test('gives a prepay id, signed by WeChat Pay; the same order gets the same again', async () => {
    const first = await merchant.order('ORDER-1')
    expect(first).toMatchObject({ status: 200, isSigned: true })
    expect(first.value.prepay_id).toMatch(/^wx\w{30,}$/)
    const again = await merchant.order('ORDER-1', { time_expire: '2026-03-14T10:30:00+08:00' })
    expect(again.value).toEqual(first.value)
  })

  test.each<[string, Mistakes]>([
    ['other words than were sent', { signOther: '{"amount":1}' }],
    ['the number of another merchant', { mchid: '1900000000' }],
    ['another certificate', { serial: 'ABCDEF' }],
    ['a time of six minutes ago', { lateSeconds: 361 }],
    ['a time of six minutes ahead', { lateSeconds: -361 }],
    ['no scheme', { headers: { authorization: 'Bearer x' } }],
  ])('with %s under the signature it is refused', async (_, mistakes) => {
    const content = merchant.orderOf('ORDER-1')
    const path = '/v3/pay/transactions/jsapi'
    const reply = await merchant.call({ method: 'POST', path, content, mistakes })
    expect(reply).toMatchObject({ status: 401, value: { code: 'SIGN_ERROR' }, isSigned: true })
    expect((await merchant.query('ORDER-1')).status).toBe(404)
  })

  test.each([
    ['another appid', { appid: 'wx0000000000000000' }, 'APPID_MCHID_NOT_MATCH'],
    ['another mchid in the body', { mchid: '1900000000' }, 'APPID_MCHID_NOT_MATCH'],
    ['no amount', { amount: undefined }, 'amount'],
    ['amount 0', { amount: { total: 0, currency: 'CNY' } }, 'amount/total'],
    ['amount −1', { amount: { total: -1, currency: 'CNY' } }, 'amount/total'],
    ['amount 1.5', { amount: { total: 1.5, currency: 'CNY' } }, 'amount/total'],
    ['amount as text', { amount: { total: '100', currency: 'CNY' } }, 'amount/total'],
    ['dollars', { amount: { total: 1, currency: 'USD' } }, 'amount/currency'],
    ['no payer', { payer: undefined }, 'payer'],
    ['no openid', { payer: {} }, 'payer/openid'],
    ['no description', { description: '' }, 'description'],
    ['a description of 128 bytes', { description: 'x'.repeat(128) }, 'description'],
    ['a number of 5 characters', { out_trade_no: 'AB-12' }, 'out_trade_no'],
    ['a number of 33 characters', { out_trade_no: 'A'.repeat(33) }, 'out_trade_no'],
    ['a number with a space', { out_trade_no: 'ORDER 1234' }, 'out_trade_no'],
    ['no address for the notice', { notify_url: undefined }, 'notify_url'],
    ['an address beyond this machine', { notify_url: 'https://example.com/n' }, 'notify_url'],
    ['a past expiry', { time_expire: '2026-03-14T09:59:00+08:00' }, 'time_expire'],
  ])('with %s it is refused', async (_, change, names) => {
    const { status, value } = await merchant.order('ORDER-1', change)
    expect(status).toBe(400)
    expect(JSON.stringify(value)).toContain(names)
  })

  test('another order under a used number is refused', async () => {
    await merchant.order('ORDER-1')
    const other = await merchant.order('ORDER-1', { amount: { total: 1, currency: 'CNY' } })
    expect(other).toMatchObject({ status: 403, value: { code: 'OUT_TRADE_NO_USED' } })
  })

  test.each([
    ['no User-Agent', { 'user-agent': '' }],
    ['no Accept', { accept: '' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
  ])('with %s among the headers it is refused', async (_, headers) => {
    const path = '/v3/pay/transactions/jsapi'
    const content = merchant.orderOf('ORDER-1')
    const reply = await merchant.call({ method: 'POST', path, content, mistakes: { headers } })
    expect(reply).toMatchObject({ status: 400, value: { code: 'PARAM_ERROR' } })
  })

  test('an address of the API that does not exist answers 404, signed', async () => {
    const reply = await merchant.call({ method: 'GET', path: '/v3/nothing' })
    expect(reply).toMatchObject({ status: 404, isSigned: true })
  })
})

describe('paying', () => {
  test('marks the order paid and sends a notice the merchant can verify and decrypt', async () => {
    await merchant.order('ORDER-1', { attach: 'a note' })
    expect((await merchant.query('ORDER-1')).value).toMatchObject({ trade_state: 'NOTPAY' })
    const answer = await devcloud.pay({ outTradeNo: 'ORDER-1' })
    expect(answer).toMatchObject({ outcome: 'success', tradeState: 'SUCCESS' })
    expect(statuses(answer)).toEqual([200])
    const [notice, ...more] = await notices('ORDER-1')
    expect(more).toEqual([])
    expect(notice?.type).toBe('TRANSACTION.SUCCESS')
    expect(notice?.content).toEqual({
      appid: DEVCLOUD_APPID,
      mchid: merchant.mchid,
      out_trade_no: 'ORDER-1',
      transaction_id: answer.transactionId,
      trade_type: 'JSAPI',
      bank_type: 'OTHERS',
      success_time: '2026-03-14T10:00:00+08:00',
      trade_state: 'SUCCESS',
      trade_state_desc: '支付成功',
      attach: 'a note',
      payer: { openid: 'oDemo-linwan' },
      amount: { total: 8800, currency: 'CNY', payer_total: 8800, payer_currency: 'CNY' },
    })
    expect((await merchant.query('ORDER-1')).value).toEqual(notice?.content)
  })

  test('works with what wx.requestPayment is given, and checks its signature', async () => {
    const { value } = await merchant.order('ORDER-1')
    const payment = merchant.payment(String(value.prepay_id))
    const forged = { ...payment, timeStamp: '1' }
    await expect(devcloud.pay({ payment: forged })).rejects.toMatchObject({ code: 'SIGN_ERROR' })
    expect(await devcloud.pay({ payment })).toMatchObject({ outTradeNo: 'ORDER-1' })
  })

  test('or closes the cashier, and nothing is paid', async () => {
    await merchant.order('ORDER-1')
    const answer = await devcloud.pay({ outTradeNo: 'ORDER-1', outcome: 'fail' })
    expect(answer).toEqual({
      outTradeNo: 'ORDER-1',
      outcome: 'fail',
      tradeState: 'NOTPAY',
      notices: [],
    })
  })

  test('five notices are five notices, and the money is taken once', async () => {
    await merchant.order('ORDER-1')
    const answer = await devcloud.pay({ outTradeNo: 'ORDER-1', times: 5 })
    expect(statuses(answer)).toEqual([200, 200, 200, 200, 200])
    const again = await devcloud.pay({ outTradeNo: 'ORDER-1' })
    expect(again.transactionId).toBe(answer.transactionId)
    expect(await notices('ORDER-1')).toHaveLength(6)
  })

  test('no notice, and the query knows nevertheless', async () => {
    await merchant.order('ORDER-1')
    expect((await devcloud.pay({ outTradeNo: 'ORDER-1', times: 0 })).notices).toEqual([])
    expect(await notices('ORDER-1')).toEqual([])
    expect((await merchant.query('ORDER-1')).value).toMatchObject({ trade_state: 'SUCCESS' })
  })

  test('a late notice comes after the money', async () => {
    await merchant.order('ORDER-1')
    const paying = devcloud.pay({ outTradeNo: 'ORDER-1', delayMs: 300 })
    expect((await merchant.query('ORDER-1')).value).toMatchObject({ trade_state: 'SUCCESS' })
    expect(await notices('ORDER-1')).toEqual([])
    expect(statuses(await paying)).toEqual([200])
  })

  test('a notice that is not taken comes again, the same one', async () => {
    await merchant.order('FLAKY-1')
    const { notices: sent } = await devcloud.pay({ outTradeNo: 'FLAKY-1' })
    expect(sent.map(({ status, attempt }) => [attempt, status])).toEqual([
      [1, 500],
      [2, 200],
    ])
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
  })

  test('a forged notice is refused by whoever verifies, and not repeated', async () => {
    await merchant.order('ORDER-1')
    const forged = await devcloud.pay({ outTradeNo: 'ORDER-1', tamper: 'signature', times: 2 })
    expect(statuses(forged)).toEqual([401, 401])
    expect(await notices('ORDER-1')).toEqual([])
  })

  test('a notice with a wrong amount is signed well and wrong by one fen', async () => {
    await merchant.order('ORDER-1')
    await devcloud.pay({ outTradeNo: 'ORDER-1', tamper: 'amount' })
    const [notice] = await notices('ORDER-1')
    expect(notice?.content.amount).toMatchObject({ total: 8801 })
    const { value } = await merchant.query('ORDER-1')
    expect(value.amount).toMatchObject({ total: 8800 })
  })

  test('after the expiry payment is refused', async () => {
    await merchant.order('ORDER-1', { time_expire: '2026-03-14T10:30:00+08:00' })
    await devcloud.clock.advance({ minutes: 30 })
    const late = devcloud.pay({ outTradeNo: 'ORDER-1' })
    await expect(late).rejects.toMatchObject({ code: 'ORDER_CLOSED' })
  })

  test('an unknown order and numbers out of bounds are refused', async () => {
    await expect(devcloud.pay({ outTradeNo: 'NOBODY' })).rejects.toMatchObject({ status: 404 })
    await merchant.order('ORDER-1')
    const many = devcloud.pay({ outTradeNo: 'ORDER-1', times: 21 })
    await expect(many).rejects.toMatchObject({ code: 'PARAM_ERROR' })
  })
})

describe('closing and refunding', () => {
  test('a closed order can be closed again and never paid', async () => {
    await merchant.order('ORDER-1')
    expect((await merchant.close('ORDER-1')).status).toBe(204)
    expect((await merchant.close('ORDER-1')).status).toBe(204)
    expect((await merchant.query('ORDER-1')).value).toMatchObject({ trade_state: 'CLOSED' })
    const late = devcloud.pay({ outTradeNo: 'ORDER-1' })
    await expect(late).rejects.toMatchObject({ code: 'ORDER_CLOSED' })
    expect((await merchant.order('ORDER-1')).value).toMatchObject({ code: 'ORDER_CLOSED' })
  })

  test('a paid order cannot be closed or ordered again', async () => {
    await merchant.order('ORDER-1')
    await devcloud.pay({ outTradeNo: 'ORDER-1' })
    const closing = await merchant.close('ORDER-1')
    expect(closing).toMatchObject({ status: 400, value: { code: 'ORDERPAID' } })
    expect((await merchant.order('ORDER-1')).value).toMatchObject({ code: 'ORDERPAID' })
  })

  test('a refund number is refunded once, and the shop is notified', async () => {
    await merchant.order('ORDER-1')
    await devcloud.pay({ outTradeNo: 'ORDER-1', times: 0 })
    const asked = { notify_url: merchant.notifyUrl }
    const first = await merchant.refund('ORDER-1', asked)
    expect(first).toMatchObject({ status: 200, value: { status: 'PROCESSING' }, isSigned: true })
    const second = await merchant.refund('ORDER-1', asked)
    expect(second.value.refund_id).toBe(first.value.refund_id)
    expect((await merchant.queryRefund('R-ORDER-1')).value).toMatchObject({ status: 'SUCCESS' })
    expect((await merchant.query('ORDER-1')).value).toMatchObject({ trade_state: 'REFUND' })
    const [notice, ...more] = await until(() => notices('ORDER-1'))
    expect(more).toEqual([])
    expect(notice).toMatchObject({
      type: 'REFUND.SUCCESS',
      content: { out_refund_no: 'R-ORDER-1', refund_status: 'SUCCESS', amount: { refund: 8800 } },
    })
  })

  test('parts can be refunded up to what was paid, and no fen more', async () => {
    await merchant.order('ORDER-1')
    await devcloud.pay({ outTradeNo: 'ORDER-1', times: 0 })
    const part = (no: string, refund: number) =>
      merchant.refund('ORDER-1', {
        out_refund_no: no,
        amount: { refund, total: 8800, currency: 'CNY' },
      })
    expect((await part('R-1', 8000)).status).toBe(200)
    expect((await part('R-2', 801)).value).toMatchObject({ code: 'INVALID_REQUEST' })
    expect((await part('R-3', 800)).status).toBe(200)
    expect((await part('R-1', 1)).value).toMatchObject({ code: 'INVALID_REQUEST' })
  })

  test('what was not paid cannot be refunded, nor an unknown refund be found', async () => {
    await merchant.order('ORDER-1')
    const refused = { status: 404, value: { code: 'RESOURCE_NOT_EXISTS' } }
    expect(await merchant.refund('ORDER-1')).toMatchObject(refused)
    expect(await merchant.queryRefund('R-9')).toMatchObject(refused)
  })
})

test('what WeChat Pay knows outlives the devcloud', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'devcloud-pay-'))
  const first = await startTestDevcloud({ dataDir: folder, poolSize: 1, clock: CLOCK })
  await (await openMerchant(first)).order('ORDER-1')
  await first.pay({ outTradeNo: 'ORDER-1', times: 0 })
  await first.close()
  const second = await startTestDevcloud({ dataDir: folder, poolSize: 1, clock: CLOCK })
  const { value } = await (await openMerchant(second)).query('ORDER-1')
  expect(value).toMatchObject({ trade_state: 'SUCCESS' })
  await second.close()
  rmSync(folder, { recursive: true })
})

const until = async <T>(look: () => Promise<T[]>): Promise<T[]> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await look()
    if (found.length > 0) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return []
}
