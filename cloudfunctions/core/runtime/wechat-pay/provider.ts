import { fail, ok, type Result } from '../../domain/result'
import type { PaymentProvider, ProviderFailure } from '../../operations/ports'
import { readNotice, readTransaction } from './notice'
import type { WechatPaySettings } from './settings'
import { authorization, newNonce, sign } from './signing'

/** How long WeChat Pay may take to answer; the customer is waiting. */
const TIMEOUT_MS = 8_000

/** Characters of an answer that are repeated in a reason; its errors are short. */
const REASON_MAX = 200

type Answer = { status: number; body: Record<string, unknown> }

/** WeChat Pay API v3, JSAPI: payments begun in a mini program. */
export function wechatPay(settings: WechatPaySettings, now: () => number): PaymentProvider {
  const call = (method: 'GET' | 'POST', path: string, content?: object) =>
    request({ method, path, content, at: now() }, settings)
  const { appid, mchid } = settings
  return {
    async begin({ orderId, totalFen, description, openid, expiresAt }) {
      const answer = await call('POST', '/v3/pay/transactions/jsapi', {
        appid,
        mchid,
        description,
        out_trade_no: orderId,
        time_expire: new Date(expiresAt).toISOString().replace('.000Z', 'Z'),
        notify_url: settings.notifyUrl,
        amount: { total: totalFen, currency: 'CNY' },
        payer: { openid },
      })
      if (!answer.ok) return answer
      const prepayId = answer.value.body['prepay_id']
      if (typeof prepayId !== 'string') return refused(answer.value)
      return ok(paymentArguments(prepayId, settings, now()))
    },
    readNotice: (notice, at) => readNotice(notice, settings, at),
    async query(orderId) {
      const path = `/v3/pay/transactions/out-trade-no/${orderId}?mchid=${mchid}`
      const answer = await call('GET', path)
      if (!answer.ok) return answer
      if (answer.value.status === 404) return ok(null)
      if (answer.value.status !== 200) return refused(answer.value)
      const read = readTransaction(answer.value.body, settings)
      if (read.ok) return ok(read.value)
      return read.error.code === 'NOT_A_PAYMENT' ? ok(null) : refused(answer.value)
    },
    async close(orderId) {
      const path = `/v3/pay/transactions/out-trade-no/${orderId}/close`
      const answer = await call('POST', path, { mchid })
      if (!answer.ok) return answer
      const { status, body } = answer.value
      const isGone = status === 204 || status === 404 || body['code'] === 'ORDER_CLOSED'
      return isGone ? ok(null) : refused(answer.value)
    },
    async refund({ refundId, orderId, refundFen, totalFen, reason }) {
      const answer = await call('POST', '/v3/refund/domestic/refunds', {
        out_trade_no: orderId,
        out_refund_no: refundId,
        reason,
        amount: { refund: refundFen, total: totalFen, currency: 'CNY' },
      })
      if (!answer.ok) return answer
      return answer.value.status === 200 ? ok(null) : refused(answer.value)
    },
  }
}

/** The arguments of `wx.requestPayment`, signed by the merchant. */
function paymentArguments(prepayId: string, settings: WechatPaySettings, at: number) {
  const timeStamp = String(Math.floor(at / 1_000))
  const nonceStr = newNonce()
  const pack = `prepay_id=${prepayId}`
  const text = `${settings.appid}\n${timeStamp}\n${nonceStr}\n${pack}\n`
  const paySign = sign(text, settings.privateKey)
  return { timeStamp, nonceStr, package: pack, signType: 'RSA' as const, paySign }
}

const refused = ({ status, body }: Answer): { ok: false; error: ProviderFailure } =>
  fail({
    code: 'PROVIDER_FAILED',
    reason: `HTTP ${status} ${JSON.stringify(body).slice(0, REASON_MAX)}`,
  })

type Request = { method: 'GET' | 'POST'; path: string; content?: object; at: number }

async function request(
  { method, path, content, at }: Request,
  settings: WechatPaySettings,
): Promise<Result<Answer, ProviderFailure>> {
  const body = content === undefined ? '' : JSON.stringify(content)
  try {
    const answer = await fetch(`${settings.apiUrl}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': 'shop',
        authorization: authorization({ method, path, body, at }, settings),
      },
      ...(body ? { body } : {}),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await answer.text()
    const json: unknown = text === '' ? {} : JSON.parse(text)
    return ok({ status: answer.status, body: json as Record<string, unknown> })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fail({ code: 'PROVIDER_FAILED', reason })
  }
}
