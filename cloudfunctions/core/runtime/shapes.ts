import { certificatesIn, hasPrivateKey, privateKeyIn, publicKeyIn } from '@core/data/platform/pem'
import { type MessageTemplates, PUBLIC_KEY_ID } from '@core/domain/platform/platform-settings'
import { listedItems, tidied, withoutBlanks } from '@core/kernel/pasted'
import * as v from 'valibot'
import { messageTemplates } from '../contract/platform'
import { NOTIFICATION_KINDS } from '../domain/notifications/notification'

/**
 * What a setting must look like: it is read from what somebody pasted, and refused in one sentence
 * when it cannot be what is meant. A sentence never quotes the value.
 */
export type Shape<T> = {
  /** Completes "X must be …". */
  should: string
  /** The value as it was meant; `null` for another. */
  read(text: string): T | null
  /** What it is instead, for mistakes that are usual: completes "…, and …"; `''` for others. */
  butIs?(text: string): string
}

/** Reads a value of a shape. Throws with its name and never with its value. */
export function readShape<T>(name: string, shape: Shape<T>, text: string): T {
  const value = shape.read(text)
  if (value !== null) return value
  const instead = shape.butIs?.(text) ?? ''
  throw new Error(`${name} must be ${shape.should}${instead === '' ? '' : `, and ${instead}`}`)
}

const lengthIs = (text: string): string => `has ${withoutBlanks(text).length} characters`

/** A text without blanks in it that matches a pattern. */
const matching = (should: string, pattern: RegExp, spelled = (text: string) => text) =>
  ({
    should,
    read: (text) => {
      const value = spelled(withoutBlanks(text))
      return pattern.test(value) ? value : null
    },
    butIs: lengthIs,
  }) satisfies Shape<string>

const lower = (text: string) => text.toLowerCase()
const upper = (text: string) => text.toUpperCase()

/** The id of a mini program (mp.weixin.qq.com). */
export const APPID = matching(
  'a mini program’s id, wx and 16 hexadecimal digits',
  /^wx[0-9a-f]{16}$/,
  lower,
)

/** A merchant's number (pay.weixin.qq.com). */
export const MCHID = matching('a merchant’s number, 8 to 10 digits', /^\d{8,10}$/)

/** The serial number of the merchant's certificate; openssl prints it with colons or a name. */
export const CERTIFICATE_SERIAL = matching(
  'the serial number of the merchant’s certificate, 40 hexadecimal digits',
  /^[0-9A-F]{40}$/,
  (text) => upper(text.replace(/^serial=|^0x|:/gi, '')),
)

/** The merchant's APIv3 key, which is the bytes of its characters. */
export const API_V3_KEY = matching('the APIv3 key, 32 letters and digits', /^[0-9A-Za-z]{32}$/)

/** The id of WeChat Pay's public key. */
export const KEY_ID = matching('the id of WeChat Pay’s public key, PUB_KEY_ID_…', PUBLIC_KEY_ID)

const DATA_KEY_BYTES = 32
/** Shorter secrets can be guessed, and with them the phone numbers behind the hashes. */
const HASH_KEY_BYTES_MIN = 16
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/

const keyShape = (isLong: (bytes: number) => boolean): Shape<string> => ({
  should: `${DATA_KEY_BYTES} bytes, base64 (openssl rand -base64 ${DATA_KEY_BYTES})`,
  read: (text) => {
    const key = withoutBlanks(text)
    return BASE64.test(key) && isLong(Buffer.from(key, 'base64').length) ? key : null
  },
  butIs: (text) => {
    const key = withoutBlanks(text)
    if (/^[0-9A-Fa-f]{32,}$/.test(key)) return 'looks hexadecimal'
    return BASE64.test(key) ? `has ${Buffer.from(key, 'base64').length} bytes` : 'is not base64'
  },
})

/** A key for AES-256. */
export const DATA_KEY = keyShape((bytes) => bytes === DATA_KEY_BYTES)

/** A key for hashes. */
export const HASH_KEY = keyShape((bytes) => bytes >= HASH_KEY_BYTES_MIN)

/** One is enough for a rotation; a function's environment is 4 KB in all. */
const FORMER_KEYS_MAX = 3

/** Keys of before a rotation, separated by commas. */
export const formerKeys = (key: Shape<string>): Shape<string[]> => ({
  should: `up to ${FORMER_KEYS_MAX} former keys, separated by commas, each ${key.should}`,
  read: (text) => allOf(key, text, FORMER_KEYS_MAX),
  butIs: (text) => {
    const items = listedItems(text)
    if (items.length > FORMER_KEYS_MAX) return `has ${items.length}`
    const wrong = items.find((item) => key.read(item) === null) ?? ''
    return `one of them ${key.butIs?.(wrong) ?? ''}`
  },
})

/** Every item of a list in its shape; `null` when one has another or there are too many. */
function allOf(shape: Shape<string>, text: string, most: number): string[] | null {
  const items = listedItems(text).map((item) => shape.read(item))
  const valid = items.filter((item) => item !== null)
  return valid.length === items.length && valid.length <= most ? valid : null
}

/** Of a mini program: 28 characters in WeChat, shorter ones in the local cloud. */
const OPENID = matching('an openid', /^o[\w-]{5,63}$/)

/** Owners of one shop: partners, and a spare phone. */
const OWNERS_MAX = 20

/** The owners of the shop. */
export const OPENIDS: Shape<string[]> = {
  should: `up to ${OWNERS_MAX} openids, which begin with o, separated by commas`,
  read: (text) => allOf(OPENID, text, OWNERS_MAX),
  butIs: (text) => {
    const items = listedItems(text)
    const at = items.findIndex((item) => OPENID.read(item) === null)
    return at < 0 ? `has ${items.length}` : `number ${at + 1} of them is none`
  },
}

/** The longest address that WeChat Pay calls. */
const ADDRESS_MAX = 255

/** An address of this machine, which nobody else can read on the way. */
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])$/

/** An address that WeChat Pay calls or is called at: it takes no query with it. */
export const ADDRESS: Shape<string> = {
  should: `an address that begins with https:// and has no ? or #, up to ${ADDRESS_MAX} long`,
  read: (text) => {
    const address = withoutBlanks(text)
    if (address.length > ADDRESS_MAX || /[?#]/.test(address) || !URL.canParse(address)) return null
    const { protocol, hostname } = new URL(address)
    const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
    return isSafe ? address : null
  },
}

/** The merchant's private key. */
export const PRIVATE_KEY: Shape<string> = {
  should: 'the merchant’s RSA private key, the whole text of apiclient_key.pem',
  read: privateKeyIn,
  butIs: (text) => {
    if (certificatesIn(text) !== null) return 'is a certificate (apiclient_cert.pem)'
    if (publicKeyIn(text) !== null) return 'is a public key'
    return /ENCRYPTED/.test(text) ? 'is encrypted with a password' : 'cannot be read, or not whole'
  },
}

/** WeChat Pay's public key. */
export const PUBLIC_KEY: Shape<string> = {
  should: 'WeChat Pay’s RSA public key, the whole text of pub_key.pem',
  read: publicKeyIn,
  butIs: (text) => {
    if (hasPrivateKey(text)) return 'is a private key'
    return certificatesIn(text) === null ? 'cannot be read, or not whole' : 'is a certificate'
  },
}

/** WeChat Pay's certificates. */
export const CERTIFICATES: Shape<NonNullable<ReturnType<typeof certificatesIn>>> = {
  should: 'PEM certificates, or `fetch`',
  read: certificatesIn,
}

/** The merchant's templates of messages. */
export const TEMPLATES: Shape<MessageTemplates> = {
  should: `JSON of {"id", "keys"} by message: ${NOTIFICATION_KINDS.join(', ')}`,
  read: (text) => {
    try {
      return v.parse(messageTemplates, JSON.parse(tidied(text).replace(/[“”]/g, '"')))
    } catch {
      return null
    }
  },
}

/** One of a few words. */
export const oneOf = <const W extends string>(...words: W[]): Shape<W> => ({
  should: words.join(' or '),
  read: (text) => words.find((word) => word === lower(withoutBlanks(text))) ?? null,
})
