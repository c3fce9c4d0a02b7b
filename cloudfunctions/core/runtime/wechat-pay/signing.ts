import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { WechatPaySettings } from './settings'

/** The primitives of WeChat Pay API v3 (pay.weixin.qq.com, API v3). */

const TAG_BYTES = 16

/**
 * Keys are read once per instance: reading a private one takes as long as signing with it. There
 * are as many as the shop has keys and WeChat Pay has certificates.
 */
const readOnce = (read: (pem: string) => KeyObject) => {
  const known = new Map<string, KeyObject>()
  return (pem: string): KeyObject => {
    const key = known.get(pem) ?? read(pem)
    known.set(pem, key)
    return key
  }
}

const privateKeyOf = readOnce(createPrivateKey)
const publicKeyOf = readOnce(createPublicKey)

/** RSA-SHA256 over a text, base64. */
export const sign = (text: string, privateKey: string): string =>
  createSign('RSA-SHA256').update(text).sign(privateKeyOf(privateKey), 'base64')

/** Whether a text was signed by the holder of the key. */
export function isSignedBy(text: string, signature: string, publicKey: string): boolean {
  const key = publicKeyOf(publicKey)
  return createVerify('RSA-SHA256').update(text).verify(key, signature, 'base64')
}

/** A nonce for WeChat Pay: 32 letters and digits. */
export const newNonce = (): string => randomBytes(16).toString('hex')

type Signable = { method: 'GET' | 'POST'; path: string; body: string; at: number }

/** The `Authorization` header of a request; `path` includes the query. */
export function authorization(
  { method, path, body, at }: Signable,
  { mchid, serial, privateKey }: Pick<WechatPaySettings, 'mchid' | 'serial' | 'privateKey'>,
): string {
  const timestamp = Math.floor(at / 1_000)
  const nonce = newNonce()
  const signature = sign(`${method}\n${path}\n${timestamp}\n${nonce}\n${body}\n`, privateKey)
  const fields = [
    `mchid="${mchid}"`,
    `nonce_str="${nonce}"`,
    `timestamp="${timestamp}"`,
    `serial_no="${serial}"`,
    `signature="${signature}"`,
  ]
  return `WECHATPAY2-SHA256-RSA2048 ${fields.join(',')}`
}

/** An encrypted part of a callback or an answer. */
export type EncryptedResource = { ciphertext: string; nonce: string; associated_data?: string }

/** Decrypts a resource (AES-256-GCM). Throws when it was altered or the key is wrong. */
export function decryptText(resource: EncryptedResource, apiV3Key: string): string {
  const bytes = Buffer.from(resource.ciphertext, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', apiV3Key, resource.nonce)
  cipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  cipher.setAAD(Buffer.from(resource.associated_data ?? ''))
  const text = Buffer.concat([cipher.update(bytes.subarray(0, -TAG_BYTES)), cipher.final()])
  return text.toString('utf8')
}

/** Decrypts the resource of a callback. Throws when it was altered, or is not JSON. */
export const decryptResource = (resource: EncryptedResource, apiV3Key: string): unknown =>
  JSON.parse(decryptText(resource, apiV3Key))
