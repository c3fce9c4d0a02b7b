import { X509Certificate } from 'node:crypto'
import { HOUR_MS, type Instant, MINUTE_MS } from '@core/kernel/calendar'
import * as v from 'valibot'
import type { WechatPaySettings } from './settings'
import { decryptText } from './signing'
import { type KeyOf, type SignedWords, verify } from './verification'

/** How long fetched certificates are believed; WeChat Pay asks to look at least twice a day. */
const KEPT_MS = 12 * HOUR_MS
/** An unknown serial number makes us ask again, but not more often than this. */
const ASKED_MS = 5 * MINUTE_MS

/** Public keys by serial number. */
type Keys = ReadonlyMap<string, string>

type Fetched = { keys: Keys; at: Instant }

/** Certificates outlive a call in a warm process; by merchant, and by where they came from. */
const fetched = new Map<string, Fetched>()

/** Asks WeChat Pay for its certificates; `null` when it does not answer. */
export type Ask = () => Promise<SignedWords | null>

/** Finds WeChat Pay's keys for a merchant, wherever the merchant has them from. */
export const keysOf = (settings: WechatPaySettings, ask: Ask, now: () => Instant): KeyOf => {
  const { publicKey, certificates } = settings
  const given = Array.isArray(certificates) ? keysIn(certificates, now()) : null
  return async (serial) => {
    if (publicKey && serial === publicKey.id) return publicKey.pem
    if (certificates !== 'FETCHED') return given?.get(serial) ?? null
    const name = `${settings.apiUrl} ${settings.mchid}`
    const known = fetched.get(name)
    const isKnown = known?.keys.has(serial) === true
    const isFresh = known !== undefined && now() - known.at < (isKnown ? KEPT_MS : ASKED_MS)
    if (isFresh) return known.keys.get(serial) ?? null
    const keys = await fetchKeys(settings, ask, now())
    if (keys) fetched.set(name, { keys, at: now() })
    return (keys ?? known?.keys)?.get(serial) ?? null
  }
}

/** The keys of certificates that are in force. */
function keysIn(certificates: readonly string[], now: Instant): Keys {
  const read = certificates.map((pem) => new X509Certificate(pem))
  const inForce = read.filter(
    ({ validFrom, validTo }) => Date.parse(validFrom) <= now && now < Date.parse(validTo),
  )
  return new Map(
    inForce.map(({ serialNumber, publicKey }) => [
      serialNumber,
      publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ]),
  )
}

const answer = v.object({
  data: v.array(
    v.object({
      encrypt_certificate: v.object({
        ciphertext: v.string(),
        nonce: v.string(),
        associated_data: v.optional(v.string()),
      }),
    }),
  ),
})

/**
 * Only who knows the APIv3 key could have encrypted them; the answer must also be signed with one
 * of the certificates in it, as everything WeChat Pay says.
 */
async function fetchKeys(
  { apiV3Key }: WechatPaySettings,
  ask: Ask,
  now: Instant,
): Promise<Keys | null> {
  const words = await ask()
  if (!words) return null
  try {
    const { data } = v.parse(answer, JSON.parse(words.body))
    const texts = data.map(({ encrypt_certificate: one }) => decryptText(one, apiV3Key))
    const keys = keysIn(texts, now)
    const verified = await verify(words, async (serial) => keys.get(serial) ?? null, now)
    return verified.ok ? keys : null
  } catch {
    return null
  }
}
