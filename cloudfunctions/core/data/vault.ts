import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Sealed } from './documents'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

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

  /** The keyed hash under which a phone number is found again. */
  hash(phone: string): string {
    return createHmac('sha256', Buffer.from(this.hashKey, 'base64')).update(phone).digest('hex')
  }
}
