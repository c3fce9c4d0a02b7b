import type { Instant } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import type { CallbackRefusal } from '../../operations/ports'
import { isSignedBy } from './signing'

/** Messages older or newer than this are replays; WeChat Pay signs each retry again. */
const FRESH_SECONDS = 300

/** A signed message of WeChat Pay; `header` takes a lower-case name and returns `''` for none. */
export type SignedMessage = { header: (name: string) => string; body: string }

/** WeChat Pay's public key (PEM) for a serial number; `null` for an unknown one. */
export type KeyOf = (serial: string) => Promise<string | null>

type Refusal = { code: 'BAD_SIGNATURE' | 'UNKNOWN_CERTIFICATE' | 'STALE' } & CallbackRefusal

/**
 * Verifies that a message was recently signed by WeChat Pay. Its serial number identifies the key:
 * a public key (`PUB_KEY_ID_…`) or a platform certificate.
 */
export async function verify(
  { header, body }: SignedMessage,
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
