import { validCertificates } from '@core/data/platform/pem'
import type { VerificationKeys } from '@core/domain/platform/platform-settings'
import { HOUR_MS, type Instant, MINUTE_MS } from '@core/kernel/calendar'
import * as v from 'valibot'
import type { KeySource } from '../platform'
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

/** Where the keys of a merchant come from. */
export type KeyOrigin = { keys: KeySource; fetchSigned: FetchSigned; now: () => Instant }

/**
 * Finds WeChat Pay's keys for a merchant. A key that is not among those in force may have been
 * saved a moment ago: they are read once more.
 */
export const keysOf = (settings: WechatPaySettings, origin: KeyOrigin): KeyOf => {
  const find = async (serial: string, { publicKey, certificates }: VerificationKeys) => {
    if (publicKey && serial === publicKey.id) return publicKey.pem
    if (certificates === 'FETCHED') return fetchedKey(serial, settings, origin)
    return keysIn(certificates ?? [], origin.now()).get(serial) ?? null
  }
  return async (serial) => {
    const key = await find(serial, await origin.keys.current())
    if (key !== null) return key
    const renewed = await origin.keys.renewed()
    return renewed && find(serial, renewed)
  }
}

async function fetchedKey(
  serial: string,
  settings: WechatPaySettings,
  { fetchSigned, now }: KeyOrigin,
): Promise<string | null> {
  const name = `${settings.apiUrl} ${settings.mchid}`
  const known = fetched.get(name)
  const isKnown = known?.keys.has(serial) === true
  const isFresh = known !== undefined && now() - known.at < (isKnown ? CACHED_MS : REFRESH_MS)
  if (isFresh) return known.keys.get(serial) ?? null
  const keys = await fetchKeys(settings, fetchSigned, now())
  if (keys) fetched.set(name, { keys, at: now() })
  return (keys ?? known?.keys)?.get(serial) ?? null
}

/** The keys of the certificates that are valid now. */
const keysIn = (certificates: readonly string[], now: Instant): Keys =>
  new Map(validCertificates(certificates, now).map(({ serial, publicKey }) => [serial, publicKey]))

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
