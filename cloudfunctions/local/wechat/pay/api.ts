import type { Notifier } from './notices'
import { refundView } from './book'
import { badField, PayError } from './pay-error'
import { createRefund, queryRefund, type RefundOutcome } from './refunds'
import { signedHeaders, verifyRequest } from './signature'
import {
  closeTransaction,
  createTransaction,
  queryTransaction,
  type PayContext,
} from './transactions'

/** A request to WeChat Pay; `path` begins with `/v3/` and has its query, `body` is as it came. */
export type PayRequest = {
  method: string
  path: string
  headers: Record<string, string | undefined>
  body: string
}

/** WeChat Pay's answer, signed. */
export type PayReply = { status: number; headers: Record<string, string>; body: string }

type Answer = { status: number; value?: unknown }

const parseBody = (body: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Told below, in WeChat Pay's words.
  }
  throw badField('')
}

const refundNotice = ({ refund, order }: RefundOutcome) => {
  const { channel: _channel, status, ...resource } = refundView(refund, order)
  return {
    notifyUrl: refund.notifyUrl ?? '',
    eventType: 'REFUND.SUCCESS',
    summary: '退款成功',
    originalType: 'refund',
    resource: { mchid: order.mchid, ...resource, refund_status: status },
  } as const
}

const ORDER_PATH = /^\/v3\/pay\/transactions\/out-trade-no\/([^/?]+)(\/close)?$/
const REFUND_PATH = /^\/v3\/refund\/domestic\/refunds(?:\/([^/?]+))?$/

/** WeChat Pay's API v3 of one desk: the part a mini program's shop needs. */
export const createPayApi = (context: PayContext, notify: Notifier) => {
  const refund = (body: string): Answer => {
    const outcome = createRefund(parseBody(body), context)
    // Like the real one, it answers first and tells of the success later.
    if (outcome.isNew && outcome.refund.notifyUrl !== undefined) {
      setImmediate(() => void notify(refundNotice(outcome)))
    }
    const status = outcome.isNew ? 'PROCESSING' : 'SUCCESS'
    return { status: 200, value: refundView(outcome.refund, outcome.order, status) }
  }
  const answer = ({ method, path, body }: PayRequest): Answer => {
    const url = new URL(path, 'http://desk')
    if (url.pathname === '/v3/pay/transactions/jsapi' && method === 'POST') {
      return { status: 200, value: createTransaction(parseBody(body), context) }
    }
    const [, outTradeNo, close] = ORDER_PATH.exec(url.pathname) ?? []
    if (outTradeNo !== undefined && close && method === 'POST') {
      closeTransaction(decodeURIComponent(outTradeNo), parseBody(body), context)
      return { status: 204 }
    }
    if (outTradeNo !== undefined && !close && method === 'GET') {
      const mchid = url.searchParams.get('mchid')
      const value = queryTransaction(decodeURIComponent(outTradeNo), mchid, context)
      return { status: 200, value }
    }
    const refundPath = REFUND_PATH.exec(url.pathname)
    if (refundPath && !refundPath[1] && method === 'POST') return refund(body)
    if (refundPath?.[1] && method === 'GET') {
      return { status: 200, value: queryRefund(decodeURIComponent(refundPath[1]), context) }
    }
    throw new PayError(404, 'RESOURCE_NOT_EXISTS', `无此接口：${method} ${url.pathname}`)
  }
  const checkHeaders = ({ method, headers }: PayRequest) => {
    if (!headers.accept || !headers['user-agent']) {
      throw new PayError(400, 'PARAM_ERROR', 'Http头缺少Accept或User-Agent')
    }
    if (method === 'POST' && !headers['content-type']?.includes('application/json')) {
      throw new PayError(400, 'PARAM_ERROR', 'Http头Content-Type应为application/json')
    }
  }
  const handle = (request: PayRequest): Answer => {
    try {
      checkHeaders(request)
      const signed = { ...request, authorization: request.headers.authorization }
      verifyRequest(signed, context.secrets, context.clock.now())
      return answer(request)
    } catch (error) {
      if (!(error instanceof PayError)) throw error
      return { status: error.status, value: { code: error.code, message: error.message } }
    }
  }
  return (request: PayRequest): PayReply => {
    const { status, value } = handle(request)
    const body = value === undefined ? '' : JSON.stringify(value)
    const headers = signedHeaders(body, context.secrets, context.clock.now())
    if (body !== '') headers['content-type'] = 'application/json; charset=utf-8'
    return { status, headers, body }
  }
}
