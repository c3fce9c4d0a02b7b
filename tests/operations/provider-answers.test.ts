import type { PaymentProvider } from '@core/operations/ports'
import {
  errorMeaning,
  PROVIDER_ERRORS,
  type ProviderCall,
  REFUND_STATES,
  TRADE_STATES,
} from '@core/runtime/provider-answers'
import { wechatPay } from '@core/runtime/wechat-pay/provider'
import type { Devcloud } from '@local/devcloud-types'
import { merchantAccount } from '../builders/payment'
import { must } from '../builders/shop'
import { startTestDevcloud } from '../devcloud/test-devcloud'

/** What the shop makes of every state and error that the local WeChat Pay is made to answer. */

let devcloud: Devcloud
let provider: PaymentProvider
let paid: { orderId: string; transactionId: string; paidFen: number; paidAt: number }
beforeAll(async () => {
  const clock = { frozen: true, start: '2026-03-04T02:00:00.000Z' } as const
  devcloud = await startTestDevcloud({ clock, poolSize: 1 })
  provider = wechatPay(await merchantAccount(devcloud), () => devcloud.clock.now())
  const orderId = 'ORDER-1'
  must(await provider.begin(payment(orderId)))
  const { transactionId = '' } = await devcloud.pay({ outTradeNo: orderId, times: 0 })
  paid = { orderId, transactionId, paidFen: 8_800, paidAt: devcloud.clock.now() }
  must(await provider.begin(payment('ORDER-2')))
  must(await provider.refund(refund('R-1')))
}, 60_000)
beforeEach(() => devcloud.payAnswers())
afterAll(() => devcloud.close())

const payment = (orderId: string) => ({
  orderId,
  totalFen: 8_800,
  description: '明前龙井',
  openid: 'oDemo-linwan',
  expiresAt: devcloud.clock.now() + 600_000,
})
const refund = (refundId: string) => ({
  refundId,
  orderId: 'ORDER-1',
  refundFen: 100,
  totalFen: 8_800,
  reason: '退款',
})

/** What the shop makes of an answer: `later` and `refused` are failures. */
const outcomeOf = async (call: ProviderCall): Promise<string> => {
  const answer = await ask[call]()
  if (!answer.ok) return answer.error.isFinal ? 'refused' : 'later'
  if (call === 'queryRefund' && answer.value === null) return 'no such refund'
  if (call === 'query' && answer.value === null) return 'not paid'
  return answer.value === 'CLOSED' || call === 'close' ? 'closed' : 'taken'
}
const ask = {
  begin: () => provider.begin(payment('ORDER-2')),
  query: () => provider.query('ORDER-1'),
  close: () => provider.close('ORDER-2'),
  refund: () => provider.refund(refund('R-1')),
  queryRefund: () => provider.queryRefund('R-1'),
} as const

describe('a payment in the state', () => {
  const expected: Record<string, 'paid' | 'CLOSED' | null> = {
    SUCCESS: 'paid',
    REFUND: 'paid',
    NOTPAY: null,
    USERPAYING: null,
    ACCEPT: null,
    PAYERROR: null,
    CLOSED: 'CLOSED',
    REVOKED: 'CLOSED',
  }

  it.each(Object.entries(expected))('%s is %s', async (state, value) => {
    devcloud.payAnswers({ call: 'query', state })
    const answer = must(await provider.query('ORDER-1'))
    expect(answer).toEqual(value === 'paid' ? paid : value)
  })

  it.each(['SETTLING', 'constructor', ''])('"%s", which is not listed, fails', async (state) => {
    devcloud.payAnswers({ call: 'query', state })
    expect(await provider.query('ORDER-1')).toMatchObject({
      ok: false,
      error: { code: 'PROVIDER_FAILED', reason: expect.stringContaining('HTTP 200') as string },
    })
  })

  it('each has its test', () => {
    expect(Object.keys(expected).sort()).toEqual(Object.keys(TRADE_STATES).sort())
  })
})

describe('a refund in the state', () => {
  const expected: Record<string, string> = {
    SUCCESS: 'SUCCESS',
    PROCESSING: 'PROCESSING',
    CLOSED: 'CLOSED',
    ABNORMAL: 'ABNORMAL',
    REFUNDCLOSE: 'CLOSED',
    CHANGE: 'ABNORMAL',
    FAIL: 'CLOSED',
  }
  const all = [...Object.entries(expected), ['HELD', 'UNKNOWN'], ['toString', 'UNKNOWN']]

  it.each(all)('%s is %s, asked for or sent again', async (state = '', status = '') => {
    devcloud.payAnswers({ call: 'queryRefund', state }, { call: 'refund', state })
    expect(must(await provider.queryRefund('R-1'))).toMatchObject({ refundId: 'R-1', status })
    expect(must(await provider.refund(refund('R-1')))).toEqual({ status })
  })

  it('each has its test', () => {
    expect(Object.keys(expected).sort()).toEqual(Object.keys(REFUND_STATES).sort())
  })
})

/** Per code: its HTTP status, and the outcome of query, close, refund, queryRefund. */
type Outcomes = readonly [status: number, string, string, string, string]

const LATER: readonly string[] = ['later', 'later', 'later', 'later']
const REFUSED: readonly string[] = ['refused', 'refused', 'refused', 'refused']
const of = (status: number, outcomes: readonly string[]) => [status, ...outcomes] as never
const GONE = ['not paid', 'closed', 'refused', 'no such refund']

const ERRORS: Readonly<Record<string, Outcomes>> = {
  SYSTEM_ERROR: of(500, LATER),
  SYSTEMERROR: of(500, LATER),
  BANK_ERROR: of(500, LATER),
  BANKERROR: of(500, LATER),
  BIZERR_NEED_RETRY: of(400, LATER),
  BIZ_ERR_NEED_RETRY: of(400, LATER),
  ORDER_NOT_READY: of(400, LATER),
  USERPAYING: of(202, LATER),
  USER_PAYING: of(202, LATER),
  FREQUENCY_LIMITED: of(429, LATER),
  FREQUENCY_LIMIT_EXCEED: of(429, LATER),
  RATELIMIT_EXCEEDED: of(429, LATER),
  INVALID_REQ_TOO_MUCH: of(400, LATER),
  RULE_LIMIT: of(403, ['later', 'later', 'refused', 'later']),
  RULELIMIT: of(403, ['later', 'later', 'refused', 'later']),
  ORDER_NOT_EXIST: of(404, GONE),
  ORDERNOTEXIST: of(404, GONE),
  RESOURCE_NOT_EXISTS: of(404, GONE),
  RESOURCE_NOT_EXIST: of(404, GONE),
  REFUNDNOTEXIST: of(404, ['refused', 'refused', 'refused', 'no such refund']),
  REFUND_NOT_EXISTS: of(404, ['refused', 'refused', 'refused', 'no such refund']),
  ORDER_CLOSED: of(400, ['closed', 'closed', 'refused', 'refused']),
  ORDERCLOSED: of(400, ['closed', 'closed', 'refused', 'refused']),
  ORDERPAID: of(400, ['later', 'later', 'refused', 'refused']),
  ORDER_PAID: of(400, ['later', 'later', 'refused', 'refused']),
  TRADE_ERROR: of(403, ['refused', 'later', 'refused', 'refused']),
  TRADE_STATE_ERROR: of(400, ['refused', 'later', 'refused', 'refused']),
  NOT_ENOUGH: of(403, REFUSED),
  NOTENOUGH: of(403, REFUSED),
  USER_ACCOUNT_ABNORMAL: of(403, REFUSED),
  ACCOUNT_ERROR: of(403, REFUSED),
  ACCOUNTERROR: of(403, REFUSED),
  TRADE_OVERDUE: of(400, REFUSED),
  REFUND_FEE_MISMATCH: of(400, REFUSED),
  REQUEST_BLOCKED: of(403, REFUSED),
  ERROR: of(400, REFUSED),
  OUT_TRADE_NO_USED: of(403, REFUSED),
  OPENID_MISMATCH: of(500, REFUSED),
  CONTRACT_NOT_EXIST: of(400, REFUSED),
  INVALID_TRANSACTIONID: of(500, REFUSED),
  INVALID_TRANSACTION_ID: of(500, REFUSED),
  INVALID_REQUEST: of(400, REFUSED),
  PARAM_ERROR: of(400, REFUSED),
  LACK_PARAMS: of(400, REFUSED),
  POST_DATA_EMPTY: of(400, REFUSED),
  NOT_UTF8: of(400, REFUSED),
  XML_FORMAT_ERROR: of(400, REFUSED),
  REQUIRE_POST_METHOD: of(400, REFUSED),
  SIGN_ERROR: of(401, REFUSED),
  SIGNERROR: of(401, REFUSED),
  CERT_ERROR: of(401, REFUSED),
  NO_AUTH: of(403, REFUSED),
  NOAUTH: of(403, REFUSED),
  // No such merchant is not: no such refund. Both are 404.
  MCH_NOT_EXISTS: of(404, REFUSED),
  MCHID_NOT_EXIST: of(404, REFUSED),
  APPID_NOT_EXIST: of(404, REFUSED),
  APPID_MCHID_NOT_MATCH: of(400, REFUSED),
}

const CALLS = ['query', 'close', 'refund', 'queryRefund'] as const

describe('an error', () => {
  const unknown: [string, Outcomes][] = [
    ['NEVER_HEARD_OF', of(404, REFUSED)],
    ['toString', of(403, REFUSED)],
    ['NEW_TROUBLE', of(503, LATER)],
    ['', of(404, LATER)],
  ]

  it.each([...Object.entries(ERRORS), ...unknown])(
    '%s %j: query, close, refund, query of a refund',
    async (code, [status, ...outcomes]) => {
      devcloud.payAnswers(...CALLS.map((call) => ({ call, status, code, message: '说明' })))
      const found: string[] = []
      for (const call of CALLS) found.push(await outcomeOf(call))
      expect(found).toEqual(outcomes)
    },
  )

  it.each(['ORDER_CLOSED', 'ORDERPAID', 'SYSTEM_ERROR', 'PARAM_ERROR'])(
    '%s starts no payment',
    async (code) => {
      devcloud.payAnswers({ call: 'begin', code })
      expect(['later', 'refused']).toContain(await outcomeOf('begin'))
    },
  )

  it('each has its test', () => {
    const codes = PROVIDER_ERRORS.flatMap((row) => [...row.codes])
    expect(Object.keys(ERRORS).sort()).toEqual(codes.sort())
  })
})

describe('an error of cloudPay, which has only words', () => {
  it.each([
    ['订单不存在', 'query', 'NOT_THERE'],
    ['order not exist', 'close', 'NOT_THERE'],
    ['订单号不存在', 'refund', 'REFUSED'],
    ['订单已关闭', 'query', 'CLOSED'],
    ['ORDER CLOSED', 'close', 'CLOSED'],
    ['该订单已支付', 'close', 'PAID'],
    ['order paid', 'close', 'PAID'],
    ['退款单不存在', 'queryRefund', 'NOT_THERE'],
    ['退款订单不存在', 'queryRefund', 'NOT_THERE'],
    ['refund not exist', 'queryRefund', 'NOT_THERE'],
    ['系统繁忙，请稍后再试', 'refund', 'LATER'],
    ['system error', 'query', 'LATER'],
    ['银行系统异常', 'refund', 'LATER'],
    ['BIZERR_NEED_RETRY', 'refund', 'LATER'],
    ['频率限制，请降低申请频率再重试', 'refund', 'LATER'],
    ['无效请求过多', 'refund', 'LATER'],
    ['订单处理中，暂时无法退款', 'refund', 'LATER'],
    ['用户支付中，需要输入密码', 'close', 'LATER'],
    ['', 'refund', 'LATER'],
    ['基本账户余额不足，请充值后重新发起', 'refund', 'REFUSED'],
    ['订单已经超过退款期限', 'refund', 'REFUSED'],
    ['订单金额或退款金额与之前请求不一致，请核实后再试', 'refund', 'REFUSED'],
    ['用户账户异常', 'refund', 'REFUSED'],
    ['商户无此接口权限', 'refund', 'REFUSED'],
    ['签名错误', 'refund', 'REFUSED'],
    ['商户号不存在', 'queryRefund', 'REFUSED'],
    ['从来没听过的错误', 'queryRefund', 'REFUSED'],
  ] as const)('"%s" to %s is %s', (text, call, meaning) => {
    expect(errorMeaning(call, { text })).toBe(meaning)
  })
})
