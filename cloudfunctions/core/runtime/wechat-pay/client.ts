import type { Instant } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import type { ProviderFailure } from '../../operations/ports'
import { keysOf } from './certificates'
import type { WechatPaySettings } from './settings'
import { authorization } from './signing'
import { type KeyOf, type SignedWords, verify } from './verification'

/** How long WeChat Pay may take to answer; the customer is waiting. */
const TIMEOUT_MS = 8_000
/** How long a bill may take to come. */
const BILL_TIMEOUT_MS = 20_000
/** Characters of an answer that are repeated in a reason; its errors are short. */
const REASON_MAX = 200

/** A request; `path` includes the query. */
export type ApiRequest = { method: 'GET' | 'POST'; path: string; content?: object }

/** An answer of WeChat Pay, verified. */
export type ApiAnswer = { status: number; body: Record<string, unknown> }

/** WeChat Pay over HTTP. */
export type Client = {
  /** Asks, and believes only an answer that WeChat Pay has signed. */
  call(request: ApiRequest): Promise<Result<ApiAnswer, ProviderFailure>>
  /** Fetches a file, which is never signed: its hash must be known from an answer that was. */
  download(path: string): Promise<Result<Buffer, ProviderFailure>>
  /** WeChat Pay's keys by serial number, for its notices. */
  keyOf: KeyOf
}

/** Speaks with WeChat Pay as a merchant. */
export function openClient(settings: WechatPaySettings, now: () => Instant): Client {
  const keyOf = keysOf(settings, () => askForCertificates(settings, now()), now)
  return {
    keyOf,
    async call(request) {
      try {
        const { status, words } = await send(request, settings, now())
        const verified = await verify(words, keyOf, now())
        if (!verified.ok) return unbelieved(status, verified.error.code)
        const body: unknown = words.body === '' ? {} : JSON.parse(words.body)
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
        })
        if (!answer.ok) return failed(`HTTP ${answer.status} for the bill`)
        return ok(Buffer.from(await answer.arrayBuffer()))
      } catch (error) {
        return failed(error)
      }
    },
  }
}

/** A failure that repeats what WeChat Pay said. */
export const refused = ({ status, body }: ApiAnswer) =>
  failed(`HTTP ${status} ${JSON.stringify(body).slice(0, REASON_MAX)}`)

/** A failure with a reason for the staff. */
export const failed = (why: unknown): { ok: false; error: ProviderFailure } =>
  fail({ code: 'PROVIDER_FAILED', reason: why instanceof Error ? why.message : String(why) })

const unbelieved = (status: number, code: string) =>
  failed(`HTTP ${status}, and not signed by WeChat Pay: ${code}`)

async function send(request: ApiRequest, settings: WechatPaySettings, at: Instant) {
  const answer = await ask(request, settings, { at, timeoutMs: TIMEOUT_MS })
  const words: SignedWords = {
    header: (name) => answer.headers.get(name) ?? '',
    body: await answer.text(),
  }
  return { status: answer.status, words }
}

async function ask(
  { method, path, content }: ApiRequest,
  settings: WechatPaySettings,
  { at, timeoutMs }: { at: Instant; timeoutMs: number },
): Promise<Response> {
  const body = content === undefined ? '' : JSON.stringify(content)
  return fetch(`${settings.apiUrl}${path}`, {
    method,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'shop',
      authorization: authorization({ method, path, body, at }, settings),
      // An account with both is answered with the key it names here (pay.weixin.qq.com, API v3).
      ...(settings.publicKey ? { 'wechatpay-serial': settings.publicKey.id } : {}),
    },
    ...(body ? { body } : {}),
    signal: AbortSignal.timeout(timeoutMs),
  })
}

async function askForCertificates(
  settings: WechatPaySettings,
  at: Instant,
): Promise<SignedWords | null> {
  try {
    const request = { method: 'GET', path: '/v3/certificates' } as const
    const { status, words } = await send(request, { ...settings, publicKey: null }, at)
    return status === 200 ? words : null
  } catch {
    return null
  }
}
