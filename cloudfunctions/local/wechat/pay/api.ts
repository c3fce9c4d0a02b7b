import type { PayAnswers } from './answers'
import type { Bills } from './bill'
import { platformCertificate } from './certificate'
import { refundView } from './ledger'
import { badField, PayError } from './pay-error'
import type { RefundProcessor } from './refund-processor'
import { createRefund, queryRefund } from './refunds'
import { encryptText, signedHeaders, verifyRequest } from './signature'
import {
  closeTransaction,
  createTransaction,
  type PayContext,
  queryTransaction,
} from './transactions'

/** A request to WeChat Pay; `path` begins with `/v3/` and has its query, `body` is as it came. */
export type PayRequest = {
  method: string
  path: string
  headers: Record<string, string | undefined>
  body: string
}

/** WeChat Pay's answer, signed unless it is a file. */
export type PayReply = { status: number; headers: Record<string, string>; body: string }

type Answer = { status: number; value?: unknown; file?: string }

const parseBody = (body: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Reported below, with WeChat Pay's message.
  }
  throw badField('')
}

const ORDER_PATH = /^\/v3\/pay\/transactions\/out-trade-no\/([^/?]+)(\/close)?$/
const REFUND_PATH = /^\/v3\/refund\/domestic\/refunds(?:\/([^/?]+))?$/

/** What the API works with; `apiUrl` is the local cloud's own address of it. */
export type PayApiOptions = {
  context: PayContext
  refunds: RefundProcessor
  bills: Bills
  answers: PayAnswers
  apiUrl(): string
}

const certificates = ({ secrets }: PayContext) => {
  const { serial, pem, from, until } = platformCertificate(secrets)
  const one = {
    serial_no: serial,
    effective_time: from,
    expire_time: until,
    encrypt_certificate: encryptText(pem, secrets.apiV3Key, 'certificate'),
  }
  return { data: [one] }
}

/** Files and certificates; `undefined` for anything else. */
const look = (url: URL, { context, bills, apiUrl }: PayApiOptions): Answer | undefined => {
  const day = url.searchParams.get('bill_date') ?? ''
  switch (url.pathname) {
    case '/v3/certificates':
      return { status: 200, value: certificates(context) }
    case '/v3/bill/tradebill':
      return { status: 200, value: bills.apply(day, apiUrl()) }
    case '/v3/billdownload/file':
      return { status: 200, file: bills.download(url.searchParams.get('token') ?? '') }
    default:
      return undefined
  }
}

/** WeChat Pay's API v3 of one local cloud: the part a mini program's shop needs. */
export const createPayApi = (options: PayApiOptions) => {
  const { context, refunds, answers } = options
  const refund = (body: string): Answer => {
    answers.refuse('refund')
    const outcome = createRefund(parseBody(body), context, refunds.nextState())
    if (outcome.isNew) refunds.notifySoon(outcome.refund)
    const status = outcome.isNew ? 'PROCESSING' : (outcome.refund.state ?? 'SUCCESS')
    const view = refundView(outcome.refund, outcome.order, answers.state('refund', status))
    return { status: 200, value: view }
  }
  const answer = ({ method, path, body }: PayRequest): Answer => {
    const url = new URL(path, 'http://devcloud')
    if (url.pathname === '/v3/pay/transactions/jsapi' && method === 'POST') {
      answers.refuse('begin')
      return { status: 200, value: createTransaction(parseBody(body), context) }
    }
    const [, outTradeNo, close] = ORDER_PATH.exec(url.pathname) ?? []
    if (outTradeNo !== undefined && close && method === 'POST') {
      answers.refuse('close')
      closeTransaction(decodeURIComponent(outTradeNo), parseBody(body).mchid, context)
      return { status: 204 }
    }
    if (outTradeNo !== undefined && !close && method === 'GET') {
      answers.refuse('query')
      const mchid = url.searchParams.get('mchid')
      const value = queryTransaction(decodeURIComponent(outTradeNo), mchid, context)
      return { status: 200, value: withState(value, answers) }
    }
    const refundPath = REFUND_PATH.exec(url.pathname)
    if (refundPath && !refundPath[1] && method === 'POST') return refund(body)
    if (refundPath?.[1] && method === 'GET') {
      answers.refuse('queryRefund')
      const value = queryRefund(decodeURIComponent(refundPath[1]), context)
      return {
        status: 200,
        value: { ...value, status: answers.state('queryRefund', value.status) },
      }
    }
    const seen = method === 'GET' ? look(url, options) : undefined
    if (seen) return seen
    throw new PayError(404, 'RESOURCE_NOT_EXISTS', `无此接口：${method} ${url.pathname}`)
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
    const { status, value, file } = handle(request)
    if (file !== undefined) return { status, headers: { 'content-type': 'text/csv' }, body: file }
    const body = value === undefined ? '' : JSON.stringify(value)
    const serial = serialFor(request, context)
    const headers = signedHeaders({ body, serial, now: context.clock.now() }, context.secrets)
    if (body !== '') headers['content-type'] = 'application/json; charset=utf-8'
    return { status, headers, body }
  }
}

/** A payment in the state that was ordered; only a payment that was made has its facts. */
const withState = (value: ReturnType<typeof queryTransaction>, answers: PayAnswers) => ({
  ...value,
  trade_state: answers.state('query', value.trade_state),
})

const checkHeaders = ({ method, headers }: PayRequest) => {
  if (!headers.accept || !headers['user-agent']) {
    throw new PayError(400, 'PARAM_ERROR', 'Http头缺少Accept或User-Agent')
  }
  if (method === 'POST' && !headers['content-type']?.includes('application/json')) {
    throw new PayError(400, 'PARAM_ERROR', 'Http头Content-Type应为application/json')
  }
}

/** Who asks for it is answered by the public key, anybody else by the platform certificate. */
const serialFor = ({ headers }: PayRequest, { secrets }: PayContext): string => {
  const { publicKeyId } = secrets.platform
  return headers['wechatpay-serial'] === publicKeyId
    ? publicKeyId
    : platformCertificate(secrets).serial
}
