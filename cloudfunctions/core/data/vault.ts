import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Sealed } from './documents'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const BLOCK_BYTES = 16
const MEMBER_ID = /^m\d{16}$/

/** Encrypts personal values for storage and decrypts them; the key never leaves the function. */
export class Vault {
  /**
   * @param key 32 bytes, base64
   * @param hashKey any secret, base64; phones are looked up by their keyed hash
   */
  constructor(
    private readonly key: string,
    private readonly hashKey: string,
  ) {}

  /** AES-256-GCM with a fresh nonce: `nonce ‖ tag ‖ ciphertext`, base64. */
  seal(value: unknown): Sealed {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv(ALGORITHM, Buffer.from(this.key, 'base64'), nonce)
    const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
  }

  /** Decrypts a value. Throws when the text was altered or the key is another one. */
  open<T>(sealed: Sealed): T {
    const bytes = Buffer.from(sealed, 'base64')
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const decipher = createDecipheriv(ALGORITHM, Buffer.from(this.key, 'base64'), nonce)
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
    return JSON.parse(Buffer.concat([text, decipher.final()]).toString('utf8')) as T
  }

  /**
   * The code that identifies a member in what they share; deterministic, and only this shop can
   * read it. One AES block of the id's sixteen digits and a keyed tag, so that invented codes are
   * rejected; `null` for ids of other systems.
   */
  memberCode(memberId: string): string | null {
    if (!MEMBER_ID.test(memberId)) return null
    const block = Buffer.alloc(BLOCK_BYTES)
    block.writeBigUInt64BE(BigInt(memberId.slice(1)))
    this.tag(memberId).copy(block, BLOCK_BYTES / 2)
    const cipher = createCipheriv('aes-256-ecb', this.codeKey(), null).setAutoPadding(false)
    return cipher.update(block).toString('base64url')
  }

  /** The member of a code; `null` for a code that this shop did not make. */
  memberOfCode(code: string): string | null {
    const sealed = Buffer.from(code, 'base64url')
    if (sealed.length !== BLOCK_BYTES) return null
    const decipher = createDecipheriv('aes-256-ecb', this.codeKey(), null).setAutoPadding(false)
    const block = decipher.update(sealed)
    const memberId = `m${block.readBigUInt64BE().toString().padStart(16, '0')}`
    const isOurs = this.tag(memberId).equals(block.subarray(BLOCK_BYTES / 2))
    return isOurs ? memberId : null
  }

  private tag(memberId: string): Buffer {
    return Buffer.from(this.hash(memberId), 'hex').subarray(0, BLOCK_BYTES / 2)
  }

  /** A separate key, so that codes reveal nothing about sealed values. */
  private codeKey(): Buffer {
    return Buffer.from(this.hash('member codes'), 'hex')
  }

  /** The keyed hash by which a phone number is looked up. */
  hash(phone: string): string {
    return createHmac('sha256', Buffer.from(this.hashKey, 'base64')).update(phone).digest('hex')
  }
}
