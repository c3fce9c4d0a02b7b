import type { Instant } from '@core/kernel/calendar'
import { ok, type Result } from '@core/kernel/result'
import type { ProviderFailure } from '../../operations/ports'
import type { KeySource } from '../platform'
import { errorMeaning, type ProviderCall, providerFailure } from '../provider-answers'
import { keysOf } from './certificates'
import type { WechatPaySettings } from './settings'
import { authorization } from './signing'
import { type KeyOf, type SignedMessage, verify } from './verification'

/** How long WeChat Pay may take to answer; the customer is waiting. */
const TIMEOUT_MS = 8_000
/** How long a bill may take to download. */
const BILL_TIMEOUT_MS = 20_000
/** Characters of an answer that are quoted in a reason; WeChat Pay's errors are short. */
const REASON_MAX = 200

/** A request; `path` includes the query. */
export type ApiRequest = { method: 'GET' | 'POST'; path: string; content?: object }

/** A verified answer of WeChat Pay. */
export type ApiAnswer = { status: number; body: Record<string, unknown> }

/** WeChat Pay over HTTP. */
export type Client = {
  /** Sends a request; accepts only an answer signed by WeChat Pay. */
  call(request: ApiRequest): Promise<Result<ApiAnswer, ProviderFailure>>
  /** Downloads a file. Files are not signed: compare their hash with that of a signed answer. */
  download(path: string): Promise<Result<Buffer, ProviderFailure>>
  /** WeChat Pay's keys by serial number, for its callbacks. */
  keyOf: KeyOf
}

/** Opens an HTTP client of WeChat Pay for a merchant. */
export function openClient(
  settings: WechatPaySettings,
  now: () => Instant,
  keys: KeySource,
): Client {
  const fetchSigned = () => askForCertificates(settings, now())
  const keyOf = keysOf(settings, { keys, fetchSigned, now })
  const currentKeyId = async () => (await keys.current()).publicKey?.id ?? null
  const attempt = async (request: ApiRequest, signedBy: string | null) => {
    const { status, message } = await send(request, settings, { at: now(), signedBy })
    return { status, message, verified: await verify(message, keyOf, now()) }
  }
  return {
    keyOf,
    async call(request) {
      try {
        const keyId = await currentKeyId()
        const first = await attempt(request, keyId)
        // The answer's unknown key made the keys be read again: if a successor was saved meanwhile,
        // the request must name that one. Every request may be sent twice.
        const nextId = first.verified.ok ? keyId : await currentKeyId()
        const isReplaced = nextId !== keyId
        const { status, message, verified } = isReplaced ? await attempt(request, nextId) : first
        if (!verified.ok) return unbelieved(status, verified.error.code)
        const body: unknown = message.body === '' ? {} : JSON.parse(message.body)
        return ok({ status, body: body as Record<string, unknown> })
      } catch (error) {
        return failed(error)
      }
    },
    async download(path) {
      try {
        const answer = await ask({ method: 'GET', path }, settings, {
          at: now(),
          timeoutMs: BILL_TIMEOUT_MS,
          signedBy: null,
        })
        if (!answer.ok) return failed(`HTTP ${answer.status} for the bill`)
        return ok(Buffer.from(await answer.arrayBuffer()))
      } catch (error) {
        return failed(error)
      }
    },
  }
}

/** A failure that quotes WeChat Pay's answer; final if its error says so. */
export const refused = (call: ProviderCall, { status, body }: ApiAnswer) =>
  providerFailure(
    `HTTP ${status} ${JSON.stringify(body).slice(0, REASON_MAX)}`,
    errorMeaning(call, { code: body['code'], status }) === 'REFUSED',
  )

/** A failure with a reason for the staff. */
export const failed = (why: unknown): { ok: false; error: ProviderFailure } =>
  providerFailure(why instanceof Error ? why.message : String(why))

const unbelieved = (status: number, code: string) =>
  failed(`HTTP ${status}, and not signed by WeChat Pay: ${code}`)

/** When it is asked, and the id of the public key by which the answer should be signed, if any. */
type Asking = { at: Instant; signedBy: string | null }

async function send(request: ApiRequest, settings: WechatPaySettings, asking: Asking) {
  const answer = await ask(request, settings, { ...asking, timeoutMs: TIMEOUT_MS })
  const message: SignedMessage = {
    header: (name) => answer.headers.get(name) ?? '',
    body: await answer.text(),
  }
  return { status: answer.status, message }
}

async function ask(
  { method, path, content }: ApiRequest,
  settings: WechatPaySettings,
  { at, signedBy, timeoutMs }: Asking & { timeoutMs: number },
): Promise<Response> {
  const body = content === undefined ? '' : JSON.stringify(content)
  return fetch(`${settings.apiUrl}${path}`, {
    method,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'shop',
      authorization: authorization({ method, path, body, at }, settings),
      // With both, WeChat Pay signs with the key named here (pay.weixin.qq.com, API v3).
      ...(signedBy === null ? {} : { 'wechatpay-serial': signedBy }),
    },
    ...(body ? { body } : {}),
    signal: AbortSignal.timeout(timeoutMs),
  })
}

async function askForCertificates(
  settings: WechatPaySettings,
  at: Instant,
): Promise<SignedMessage | null> {
  try {
    const request = { method: 'GET', path: '/v3/certificates' } as const
    const { status, message } = await send(request, settings, { at, signedBy: null })
    return status === 200 ? message : null
  } catch {
    return null
  }
}
