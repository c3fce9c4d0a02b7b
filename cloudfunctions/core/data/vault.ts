import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Sealed } from './documents'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const BLOCK_BYTES = 16
const MEMBER_ID = /^m\d{16}$/

/** Seals personal values for storage and opens them again; the key never leaves the function. */
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

  /** The value that was sealed. Throws when the text was altered or the key is another. */
  open<T>(sealed: Sealed): T {
    const bytes = Buffer.from(sealed, 'base64')
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const decipher = createDecipheriv(ALGORITHM, Buffer.from(this.key, 'base64'), nonce)
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
    return JSON.parse(Buffer.concat([text, decipher.final()]).toString('utf8')) as T
  }

  /**
   * The code that stands for a member in what they share: the same each time, and read by this
   * shop alone. One AES block of the id's sixteen digits and a keyed tag, so that a made-up code
   * is nobody's; `null` for ids of other systems.
   */
  memberCode(memberId: string): string | null {
    if (!MEMBER_ID.test(memberId)) return null
    const block = Buffer.alloc(BLOCK_BYTES)
    block.writeBigUInt64BE(BigInt(memberId.slice(1)))
    this.tag(memberId).copy(block, BLOCK_BYTES / 2)
    const cipher = createCipheriv('aes-256-ecb', this.codeKey(), null).setAutoPadding(false)
    return cipher.update(block).toString('base64url')
  }

  /** Whose code this is; `null` of a code that this shop did not make. */
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

  /** A key of its own, so that codes tell nothing of what else is sealed. */
  private codeKey(): Buffer {
    return Buffer.from(this.hash('member codes'), 'hex')
  }

  /** The keyed hash under which a phone number is found again. */
  hash(phone: string): string {
    return createHmac('sha256', Buffer.from(this.hashKey, 'base64')).update(phone).digest('hex')
  }
}
