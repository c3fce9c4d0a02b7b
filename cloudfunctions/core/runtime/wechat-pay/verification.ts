import type { Instant } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import type { CallbackRefusal } from '../../operations/ports'
import { isSignedBy } from './signing'

/** What is older (or newer) than this is a replay; WeChat Pay signs each retry anew. */
const FRESH_SECONDS = 300

/** Words of WeChat Pay: `header` answers a header by its name in small letters, `''` for none. */
export type SignedWords = { header: (name: string) => string; body: string }

/** WeChat Pay's public key of a serial number, PEM; `null` when it is none of WeChat Pay's. */
export type KeyOf = (serial: string) => Promise<string | null>

type Refusal = { code: 'BAD_SIGNATURE' | 'UNKNOWN_CERTIFICATE' | 'STALE' } & CallbackRefusal

/**
 * Whether WeChat Pay has said this, and lately. The key is found by the serial number that the
 * words name: a public key (`PUB_KEY_ID_…`) or a platform certificate.
 */
export async function verify(
  { header, body }: SignedWords,
  keyOf: KeyOf,
  now: Instant,
): Promise<Result<null, Refusal>> {
  const timestamp = header('wechatpay-timestamp')
  const signature = header('wechatpay-signature')
  const serial = header('wechatpay-serial')
  if (!timestamp || !signature || !serial) return fail({ code: 'BAD_SIGNATURE' })
  const age = Math.abs(now / 1_000 - Number(timestamp))
  if (!(age <= FRESH_SECONDS)) return fail({ code: 'STALE' })
  const key = await keyOf(serial)
  if (key === null) return fail({ code: 'UNKNOWN_CERTIFICATE' })
  const text = `${timestamp}\n${header('wechatpay-nonce')}\n${body}\n`
  return isSignedBy(text, signature, key) ? ok(null) : fail({ code: 'BAD_SIGNATURE' })
}
