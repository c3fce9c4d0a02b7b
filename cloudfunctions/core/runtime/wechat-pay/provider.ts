import { createHash } from 'node:crypto'
import type { Instant } from '@core/kernel/calendar'
import { ok, type Result } from '@core/kernel/result'
import type {
  BillRow,
  PaymentProvider,
  PaymentRequest,
  ProviderFailure,
  RefundRequest,
  RefundStatus,
} from '../../operations/ports'
import { BILL_BYTES_MAX, readBill } from '../bill'
import { fixedKeys, type KeySource } from '../platform'
import { errorMeaning, type ProviderCall, refundStatusOf } from '../provider-answers'
import { openCallback, readRefund, readTransaction } from './callback'
import { type ApiAnswer, type Client, failed, openClient, refused } from './client'
import type { WechatPaySettings } from './settings'
import { newNonce, sign } from './signing'
import { verify } from './verification'

const PAYMENT_PATH = '/v3/pay/transactions/out-trade-no/'
const REFUND_PATH = '/v3/refund/domestic/refunds'

/**
 * WeChat Pay API v3, JSAPI: payments in a mini program. Its messages are verified by `keys`, or by
 * those of the settings.
 */
export function wechatPay(
  settings: WechatPaySettings,
  now: () => Instant,
  keys: KeySource = fixedKeys(settings),
): PaymentProvider {
  const client = openClient(settings, now, keys)
  const { mchid } = settings
  return {
    async begin(payment) {
      const content = orderBody(payment, settings)
      const path = '/v3/pay/transactions/jsapi'
      const answer = await client.call({ method: 'POST', path, content })
      if (!answer.ok) return answer
      const prepayId = answer.value.body['prepay_id']
      if (typeof prepayId !== 'string') return refused('begin', answer.value)
      return ok(paymentArguments(prepayId, settings, now()))
    },
    async readCallback({ headers, body }, at) {
      const message = { header: (name: string) => headers[name] ?? '', body }
      const verified = await verify(message, client.keyOf, at)
      return verified.ok ? openCallback(body, settings) : verified
    },
    async query(orderId) {
      const path = `${PAYMENT_PATH}${orderId}?mchid=${mchid}`
      const answer = await client.call({ method: 'GET', path })
      if (!answer.ok) return answer
      const meaning = meaningOf('query', answer.value)
      if (meaning === 'NOT_THERE') return ok(null)
      if (meaning === 'CLOSED') return ok('CLOSED')
      if (meaning !== null) return refused('query', answer.value)
      const read = readTransaction(answer.value.body, settings)
      if (!read.ok) return refused('query', answer.value)
      return ok(read.value === 'WAITING' ? null : read.value)
    },
    async close(orderId) {
      const path = `${PAYMENT_PATH}${orderId}/close`
      const answer = await client.call({ method: 'POST', path, content: { mchid } })
      if (!answer.ok) return answer
      const meaning = meaningOf('close', answer.value)
      const isGone = meaning === null || meaning === 'NOT_THERE' || meaning === 'CLOSED'
      return isGone ? ok(null) : refused('close', answer.value)
    },
    async refund(refund) {
      const content = refundBody(refund, settings)
      const answer = await client.call({ method: 'POST', path: REFUND_PATH, content })
      return answer.ok ? postedRefund(answer.value) : answer
    },
    async queryRefund(refundId) {
      const answer = await client.call({ method: 'GET', path: `${REFUND_PATH}/${refundId}` })
      if (!answer.ok) return answer
      const meaning = meaningOf('queryRefund', answer.value)
      if (meaning === 'NOT_THERE') return ok(null)
      const refund = meaning === null ? readRefund(answer.value.body) : null
      return refund ? ok(refund) : refused('queryRefund', answer.value)
    },
    bill: (day) => fetchBill(day, client, settings),
  }
}

const orderBody = (
  { orderId, totalFen, description, openid, expiresAt }: PaymentRequest,
  { appid, mchid, notifyUrl }: WechatPaySettings,
) => ({
  appid,
  mchid,
  description,
  out_trade_no: orderId,
  time_expire: `${new Date(expiresAt).toISOString().slice(0, 19)}Z`,
  notify_url: notifyUrl,
  amount: { total: totalFen, currency: 'CNY' },
  payer: { openid },
})

const refundBody = (
  { refundId, orderId, refundFen, totalFen, reason }: RefundRequest,
  { notifyUrl }: WechatPaySettings,
) => ({
  out_trade_no: orderId,
  out_refund_no: refundId,
  reason,
  notify_url: notifyUrl,
  amount: { refund: refundFen, total: totalFen, currency: 'CNY' },
})

/** What the error in an answer means; `null` for a success. */
const meaningOf = (call: ProviderCall, { status, body }: ApiAnswer) =>
  status === 200 || status === 204 ? null : errorMeaning(call, { code: body['code'], status })

/** WeChat Pay answers 200 with the status, also for a number whose refund is closed or stuck. */
function postedRefund(answer: ApiAnswer): Result<{ status: RefundStatus }, ProviderFailure> {
  if (answer.status !== 200) return refused('refund', answer)
  return ok({ status: refundStatusOf(String(answer.body['status'])) })
}

/** A day without any payment has no bill. */
const NO_BILL = 'NO_STATEMENT_EXIST'

async function fetchBill(
  day: string,
  client: Client,
  { apiUrl, appid }: WechatPaySettings,
): Promise<Result<BillRow[], ProviderFailure>> {
  const path = `/v3/bill/tradebill?bill_date=${day}&bill_type=ALL`
  const answer = await client.call({ method: 'GET', path })
  if (!answer.ok) return answer
  const { download_url: url, hash_value: hash, code } = answer.value.body
  if (code === NO_BILL) return ok([])
  if (typeof url !== 'string' || typeof hash !== 'string') return refused('query', answer.value)
  // The request is signed, so it must only be sent to WeChat Pay.
  if (!url.startsWith(`${apiUrl}/`)) return failed('the bill is on an unknown server')
  const file = await client.download(url.slice(apiUrl.length))
  if (!file.ok) return file
  if (file.value.length > BILL_BYTES_MAX) return failed('the bill is too long')
  const sha1 = createHash('sha1').update(file.value).digest('hex')
  if (sha1 !== hash.toLowerCase()) return failed('the bill does not match its hash')
  try {
    return ok(readBill(file.value.toString('utf8'), { appid }))
  } catch (error) {
    return failed(error)
  }
}

/** The arguments of `wx.requestPayment`, signed by the merchant. */
function paymentArguments(prepayId: string, settings: WechatPaySettings, at: Instant) {
  const timeStamp = String(Math.floor(at / 1_000))
  const nonceStr = newNonce()
  const pack = `prepay_id=${prepayId}`
  const text = `${settings.appid}\n${timeStamp}\n${nonceStr}\n${pack}\n`
  const paySign = sign(text, settings.privateKey)
  return { timeStamp, nonceStr, package: pack, signType: 'RSA' as const, paySign }
}
