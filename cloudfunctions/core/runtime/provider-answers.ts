import { own } from '@core/kernel/own'
import type { ProviderFailure, RefundStatus } from '../operations/ports'

/**
 * Every state and error code of WeChat Pay, in API v3 and in cloudPay (v2), and what the shop does
 * about it. What is not listed is never taken for a success or an end: it fails with its reason and
 * stays where the staff see it. (pay.weixin.qq.com: query, close, refund, refund query, notices.)
 */

/**
 * `PAID`: the money came, also when some of it went back since; `WAITING`: it may still come;
 * `CLOSED`: it can no longer come, and the order is closed.
 */
type TradeMeaning = 'PAID' | 'WAITING' | 'CLOSED'

export const TRADE_STATES: Readonly<Record<string, TradeMeaning>> = {
  SUCCESS: 'PAID',
  REFUND: 'PAID',
  NOTPAY: 'WAITING',
  USERPAYING: 'WAITING',
  ACCEPT: 'WAITING',
  // The bank refused; the payer may try again until the order is due and closed.
  PAYERROR: 'WAITING',
  CLOSED: 'CLOSED',
  // Taken back by the merchant; only payments by a code at the till are.
  REVOKED: 'CLOSED',
}

/** What a payment's state means; `null` for one that is not listed. */
export const tradeMeaning = (state: string): TradeMeaning | null => own(TRADE_STATES, state) ?? null

/** `UNKNOWN` waits for the staff, as `ABNORMAL` does. */
export const REFUND_STATES: Readonly<Record<string, RefundStatus>> = {
  SUCCESS: 'SUCCESS',
  PROCESSING: 'PROCESSING',
  CLOSED: 'CLOSED',
  ABNORMAL: 'ABNORMAL',
  // v2 and the bill.
  REFUNDCLOSE: 'CLOSED',
  CHANGE: 'ABNORMAL',
  FAIL: 'CLOSED',
}

/** The status of a refund in an answer, a notice or a bill. */
export const refundStatusOf = (state: string): RefundStatus =>
  own(REFUND_STATES, state) ?? 'UNKNOWN'

/** What is asked of the provider. */
export type ProviderCall = 'begin' | 'query' | 'close' | 'refund' | 'queryRefund'

/**
 * What an error code means. `LATER`: nothing is known, the same request is sent again; `REFUSED`:
 * sending it again changes nothing, somebody has to act; `NOT_THERE`: there is no such payment or
 * refund; `CLOSED`: the payment is closed; `PAID`: it was paid, a query says more.
 */
type ErrorMeaning = 'LATER' | 'REFUSED' | 'NOT_THERE' | 'CLOSED' | 'PAID'

/** An error with its spellings, and what it means: to every call, or to one. */
type ErrorRow = {
  codes: readonly [string, ...string[]]
  /** How cloudPay words it; its answers have no code. */
  text?: RegExp
  means: ErrorMeaning
  to?: Partial<Record<ProviderCall, ErrorMeaning>>
}

/** The first row whose text fits counts, so a refund comes before an order. */
export const PROVIDER_ERRORS: readonly ErrorRow[] = [
  {
    codes: ['REFUNDNOTEXIST', 'REFUND_NOT_EXISTS'],
    text: /退款(单|订单)?不存在|refund ?not ?exist/i,
    means: 'REFUSED',
    to: { queryRefund: 'NOT_THERE' },
  },
  {
    codes: ['ORDER_NOT_EXIST', 'ORDERNOTEXIST'],
    text: /订单(号)?不存在|order ?not ?exist/i,
    means: 'REFUSED',
    to: { query: 'NOT_THERE', close: 'NOT_THERE', queryRefund: 'NOT_THERE' },
  },
  {
    codes: ['RESOURCE_NOT_EXISTS', 'RESOURCE_NOT_EXIST'],
    means: 'REFUSED',
    to: { query: 'NOT_THERE', close: 'NOT_THERE', queryRefund: 'NOT_THERE' },
  },
  {
    codes: ['ORDER_CLOSED', 'ORDERCLOSED'],
    text: /订单已关闭|order ?closed/i,
    means: 'REFUSED',
    to: { query: 'CLOSED', close: 'CLOSED' },
  },
  {
    codes: ['ORDERPAID', 'ORDER_PAID'],
    text: /订单已支付|order ?paid/i,
    means: 'REFUSED',
    to: { begin: 'PAID', query: 'PAID', close: 'PAID' },
  },
  {
    codes: ['SYSTEM_ERROR', 'SYSTEMERROR'],
    text: /系统(错误|繁忙|超时|异常)|system ?error/i,
    means: 'LATER',
  },
  { codes: ['BANK_ERROR', 'BANKERROR'], text: /银行系统|bank ?error/i, means: 'LATER' },
  { codes: ['BIZERR_NEED_RETRY', 'BIZ_ERR_NEED_RETRY'], text: /need[ _]?retry/i, means: 'LATER' },
  { codes: ['ORDER_NOT_READY'], text: /订单处理中/, means: 'LATER' },
  { codes: ['USERPAYING', 'USER_PAYING'], text: /支付中/, means: 'LATER' },
  {
    codes: ['FREQUENCY_LIMITED', 'FREQUENCY_LIMIT_EXCEED', 'RATELIMIT_EXCEEDED'],
    text: /频率|frequency/i,
    means: 'LATER',
  },
  { codes: ['RULE_LIMIT', 'RULELIMIT'], means: 'LATER', to: { refund: 'REFUSED' } },
  { codes: ['INVALID_REQ_TOO_MUCH'], text: /请求(数)?过多/, means: 'LATER' },
  // Also a payment that cannot be closed in the state it is in: it is asked for.
  { codes: ['TRADE_ERROR'], text: /交易错误/, means: 'REFUSED', to: { close: 'LATER' } },
  { codes: ['TRADE_STATE_ERROR'], means: 'REFUSED', to: { close: 'LATER' } },
  { codes: ['NOT_ENOUGH', 'NOTENOUGH'], text: /余额不足|not ?enough/i, means: 'REFUSED' },
  { codes: ['USER_ACCOUNT_ABNORMAL'], text: /退款请求失败|账[户号]异常/, means: 'REFUSED' },
  { codes: ['ACCOUNT_ERROR', 'ACCOUNTERROR'], means: 'REFUSED' },
  { codes: ['TRADE_OVERDUE'], text: /超过.*退款期限|overdue/i, means: 'REFUSED' },
  { codes: ['REFUND_FEE_MISMATCH'], text: /金额.*不一致/, means: 'REFUSED' },
  { codes: ['REQUEST_BLOCKED'], means: 'REFUSED' },
  { codes: ['ERROR'], means: 'REFUSED' },
  { codes: ['OUT_TRADE_NO_USED'], text: /订单号重复/, means: 'REFUSED' },
  { codes: ['OPENID_MISMATCH'], means: 'REFUSED' },
  { codes: ['CONTRACT_NOT_EXIST'], means: 'REFUSED' },
  { codes: ['INVALID_TRANSACTIONID', 'INVALID_TRANSACTION_ID'], means: 'REFUSED' },
  { codes: ['INVALID_REQUEST'], means: 'REFUSED' },
  { codes: ['PARAM_ERROR'], means: 'REFUSED' },
  { codes: ['LACK_PARAMS'], means: 'REFUSED' },
  { codes: ['POST_DATA_EMPTY'], means: 'REFUSED' },
  { codes: ['NOT_UTF8'], means: 'REFUSED' },
  { codes: ['XML_FORMAT_ERROR'], means: 'REFUSED' },
  { codes: ['REQUIRE_POST_METHOD'], means: 'REFUSED' },
  { codes: ['SIGN_ERROR', 'SIGNERROR'], text: /签名错误|sign ?error/i, means: 'REFUSED' },
  { codes: ['CERT_ERROR'], means: 'REFUSED' },
  { codes: ['NO_AUTH', 'NOAUTH'], text: /无.*权限/, means: 'REFUSED' },
  { codes: ['MCH_NOT_EXISTS', 'MCHID_NOT_EXIST'], text: /商户号不存在/, means: 'REFUSED' },
  { codes: ['APPID_NOT_EXIST'], means: 'REFUSED' },
  { codes: ['APPID_MCHID_NOT_MATCH'], means: 'REFUSED' },
]

/** An error as it came: its code, or cloudPay's words; `status` is that of HTTP. */
type ProviderError = { code?: unknown; text?: string; status?: number }

/**
 * What an error means to a call. An error that is not listed: the provider's own trouble (5xx, or
 * no code at all) passes; any other is refused, so that somebody looks at it.
 */
export function errorMeaning(call: ProviderCall, error: ProviderError): ErrorMeaning {
  const { code, text = '', status = 400 } = error
  const row =
    typeof code === 'string' && code !== ''
      ? PROVIDER_ERRORS.find(({ codes }) => codes.includes(code))
      : PROVIDER_ERRORS.find((one) => one.text?.test(text))
  if (row) return row.to?.[call] ?? row.means
  const isTheirs = status >= 500 || (!code && text === '')
  return isTheirs ? 'LATER' : 'REFUSED'
}

/** A failure with a reason for the staff; `isFinal` when somebody has to act. */
export const providerFailure = (
  reason: string,
  isFinal = false,
): { ok: false; error: ProviderFailure } => ({
  ok: false,
  error: { code: 'PROVIDER_FAILED', reason, ...(isFinal ? { isFinal } : {}) },
})
