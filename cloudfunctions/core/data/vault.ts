import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Sealed } from './documents'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const BLOCK_BYTES = 16
const KEY_ID_DIGITS = 8
const MEMBER_ID = /^m\d{16}$/

/** Stands between the id of the key and the ciphertext; base64 has none. */
const MARK = '.'

/** Keys of former times, base64, in any order: they open and find, but seal nothing new. */
type FormerKeys = { data: readonly string[]; hash: readonly string[] }

/** A sealed value that no known key opens: its key is lost, or it was altered. */
export type Unreadable = { code: 'UNREADABLE' }

type Key = { id: string; bytes: Buffer }

/** Encrypts personal values for storage and decrypts them; the keys never leave the function. */
export class Vault {
  private readonly keys: readonly [Key, ...Key[]]
  private readonly hashKeys: readonly [Key, ...Key[]]

  /**
   * @param key 32 bytes, base64: what is new is sealed with it
   * @param hashKey any secret, base64; phones are looked up by their keyed hash
   */
  constructor(key: string, hashKey: string, former: FormerKeys = { data: [], hash: [] }) {
    this.keys = [keyOf(key), ...former.data.map(keyOf)]
    this.hashKeys = [keyOf(hashKey), ...former.hash.map(keyOf)]
  }

  /** Names the present keys without revealing them; another name after every rotation. */
  get presentKeys(): string {
    return `${this.keys[0].id}${MARK}${this.hashKeys[0].id}`
  }

  /** Whether something may still be stored under a former key. */
  get isRotating(): boolean {
    return this.keys.length > 1 || this.hashKeys.length > 1
  }

  /** AES-256-GCM with a fresh nonce: `key id.nonce ‖ tag ‖ ciphertext`, the latter base64. */
  seal(value: unknown): Sealed {
    const [{ id, bytes }] = this.keys
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv(ALGORITHM, bytes, nonce)
    const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()])
    return id + MARK + Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
  }

  /**
   * Decrypts a value. One that names no key was sealed before ciphertexts did, with the first key
   * that the shop ever had; which one that is, its authentication tag tells.
   */
  open<T>(sealed: Sealed): Result<T, Unreadable> {
    const [named, text] = partsOf(sealed)
    const bytes = Buffer.from(text, 'base64')
    const keys = named === null ? this.keys : this.keys.filter(({ id }) => id === named)
    for (const key of keys) {
      const opened = decrypted(bytes, key)
      if (opened !== null) return ok(JSON.parse(opened) as T)
    }
    return fail({ code: 'UNREADABLE' })
  }

  /** Whether a value is sealed with the present key. */
  isPresent(sealed: Sealed): boolean {
    return partsOf(sealed)[0] === this.keys[0].id
  }

  /** The same value under the present key; `null` when no key opens it. */
  reseal(sealed: Sealed): Sealed | null {
    if (this.isPresent(sealed)) return sealed
    const opened = this.open(sealed)
    return opened.ok ? this.seal(opened.value) : null
  }

  /**
   * The code that identifies a member in what they share; deterministic, and only this shop can
   * read it. One AES block of the id's sixteen digits and a keyed tag, so that invented codes are
   * rejected; `null` for ids of other systems.
   */
  memberCode(memberId: string): string | null {
    if (!MEMBER_ID.test(memberId)) return null
    const [key] = this.hashKeys
    const block = Buffer.alloc(BLOCK_BYTES)
    block.writeBigUInt64BE(BigInt(memberId.slice(1)))
    tagOf(key, memberId).copy(block, BLOCK_BYTES / 2)
    const cipher = createCipheriv('aes-256-ecb', codeKeyOf(key), null).setAutoPadding(false)
    return cipher.update(block).toString('base64url')
  }

  /** The member of a code; `null` for a code that this shop did not make with a key it knows. */
  memberOfCode(code: string): string | null {
    const sealed = Buffer.from(code, 'base64url')
    if (sealed.length !== BLOCK_BYTES) return null
    for (const key of this.hashKeys) {
      const decipher = createDecipheriv('aes-256-ecb', codeKeyOf(key), null).setAutoPadding(false)
      const block = decipher.update(sealed)
      const memberId = `m${block.readBigUInt64BE().toString().padStart(16, '0')}`
      if (tagOf(key, memberId).equals(block.subarray(BLOCK_BYTES / 2))) return memberId
    }
    return null
  }

  /**
   * A text that only this shop can read back, for ids that are shown to strangers. The same text
   * has the same code: a keyed tag, which is the nonce as well, and the text under its own key.
   */
  conceal(text: string): string {
    const [key] = this.hashKeys
    const tag = concealTag(key, text)
    return Buffer.concat([tag, concealed(key, tag, Buffer.from(text))]).toString('base64url')
  }

  /** The text of a code; `null` for a code that this shop did not make with a key it knows. */
  reveal(code: string): string | null {
    const bytes = Buffer.from(code, 'base64url')
    const tag = bytes.subarray(0, BLOCK_BYTES)
    if (tag.length < BLOCK_BYTES) return null
    for (const key of this.hashKeys) {
      const text = concealed(key, tag, bytes.subarray(BLOCK_BYTES)).toString('utf8')
      if (concealTag(key, text).equals(tag)) return text
    }
    return null
  }

  /** The keyed hash under which a phone number is stored. */
  hash(phone: string): string {
    return hashed(this.hashKeys[0], phone)
  }

  /** Every keyed hash under which a phone number may be found; the present one first. */
  hashes(phone: string): string[] {
    return this.hashKeys.map((key) => hashed(key, phone))
  }
}

function keyOf(text: string): Key {
  const bytes = Buffer.from(text, 'base64')
  const id = createHmac('sha256', bytes).update('key id').digest('hex').slice(0, KEY_ID_DIGITS)
  return { id, bytes }
}

/** What is stored may be anything after damage, so the parts are read with care. */
function partsOf(sealed: Sealed): [keyId: string | null, text: string] {
  const text = typeof sealed === 'string' ? sealed : ''
  const at = text.indexOf(MARK)
  return at < 0 ? [null, text] : [text.slice(0, at), text.slice(at + 1)]
}

/** `null` when the text was altered or the key is another one; GCM authenticates both. */
function decrypted(bytes: Buffer, key: Key): string | null {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  try {
    const decipher = createDecipheriv(ALGORITHM, key.bytes, bytes.subarray(0, NONCE_BYTES))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const hashed = (key: Key, text: string): string =>
  createHmac('sha256', key.bytes).update(text).digest('hex')

const tagOf = (key: Key, memberId: string): Buffer =>
  Buffer.from(hashed(key, memberId), 'hex').subarray(0, BLOCK_BYTES / 2)

/** A separate key, so that codes reveal nothing about sealed values. */
const codeKeyOf = (key: Key): Buffer => Buffer.from(hashed(key, 'member codes'), 'hex')

const concealTag = (key: Key, text: string): Buffer =>
  Buffer.from(hashed(key, `concealed text ${text}`), 'hex').subarray(0, BLOCK_BYTES)

/** Counter mode is its own inverse. */
const concealed = (key: Key, tag: Buffer, text: Buffer): Buffer =>
  createCipheriv('aes-256-ctr', Buffer.from(hashed(key, 'concealed texts'), 'hex'), tag).update(
    text,
  )
