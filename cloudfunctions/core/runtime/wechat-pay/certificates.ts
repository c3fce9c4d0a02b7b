import { X509Certificate } from 'node:crypto'
import { HOUR_MS, type Instant, MINUTE_MS } from '@core/kernel/calendar'
import * as v from 'valibot'
import type { WechatPaySettings } from './settings'
import { decryptText } from './signing'
import { type KeyOf, type SignedMessage, verify } from './verification'

/** How long fetched certificates are cached; WeChat Pay asks to refresh them twice a day. */
const CACHED_MS = 12 * HOUR_MS
/** An unknown serial number triggers a refresh, but not more often than this. */
const REFRESH_MS = 5 * MINUTE_MS

/** Public keys by serial number. */
type Keys = ReadonlyMap<string, string>

type Fetched = { keys: Keys; at: Instant }

/** Certificates cached in a warm process, by merchant and API address. */
const fetched = new Map<string, Fetched>()

/** Fetches WeChat Pay's certificates; `null` when it does not answer. */
export type FetchSigned = () => Promise<SignedMessage | null>

/** Finds WeChat Pay's keys for a merchant, from whichever source the merchant has configured. */
export const keysOf = (
  settings: WechatPaySettings,
  fetchSigned: FetchSigned,
  now: () => Instant,
): KeyOf => {
  const { publicKey, certificates } = settings
  const given = Array.isArray(certificates) ? keysIn(certificates, now()) : null
  return async (serial) => {
    if (publicKey && serial === publicKey.id) return publicKey.pem
    if (certificates !== 'FETCHED') return given?.get(serial) ?? null
    const name = `${settings.apiUrl} ${settings.mchid}`
    const known = fetched.get(name)
    const isKnown = known?.keys.has(serial) === true
    const isFresh = known !== undefined && now() - known.at < (isKnown ? CACHED_MS : REFRESH_MS)
    if (isFresh) return known.keys.get(serial) ?? null
    const keys = await fetchKeys(settings, fetchSigned, now())
    if (keys) fetched.set(name, { keys, at: now() })
    return (keys ?? known?.keys)?.get(serial) ?? null
  }
}

/** The keys of the certificates that are valid now. */
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
 * Only a holder of the APIv3 key can have encrypted the certificates; like every answer, this one
 * must also be signed with one of the certificates in it.
 */
async function fetchKeys(
  { apiV3Key }: WechatPaySettings,
  fetchSigned: FetchSigned,
  now: Instant,
): Promise<Keys | null> {
  const message = await fetchSigned()
  if (!message) return null
  try {
    const { data } = v.parse(answer, JSON.parse(message.body))
    const texts = data.map(({ encrypt_certificate: one }) => decryptText(one, apiV3Key))
    const keys = keysIn(texts, now)
    const verified = await verify(message, async (serial) => keys.get(serial) ?? null, now)
    return verified.ok ? keys : null
  } catch {
    return null
  }
}
