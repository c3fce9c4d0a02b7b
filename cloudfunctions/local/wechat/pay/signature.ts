import {
  createCipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { DevcloudSecrets } from '@local/secrets'
import { PayError } from './pay-error'

/** A request whose signed time is further off than this is refused (pay.weixin.qq.com, API v3). */
const FRESH_SECONDS = 300

const SCHEME = 'WECHATPAY2-SHA256-RSA2048'

type Keys = { platformPrivate: KeyObject; merchantPublic: KeyObject }

const keysRead = new WeakMap<DevcloudSecrets, Keys>()

/** The keys of a local cloud, read once: reading one takes as long as signing with it. */
const keysOf = (secrets: DevcloudSecrets): Keys => {
  const known = keysRead.get(secrets)
  if (known) return known
  const keys = {
    platformPrivate: createPrivateKey(secrets.platform.privateKey),
    merchantPublic: createPublicKey(secrets.merchant.publicKey),
  }
  keysRead.set(secrets, keys)
  return keys
}

const rsaSign = (text: string, privateKey: KeyObject) =>
  createSign('RSA-SHA256').update(text).sign(privateKey, 'base64')

const rsaVerify = (text: string, signature: string, publicKey: KeyObject) =>
  createVerify('RSA-SHA256').update(text).verify(publicKey, signature, 'base64')

/** A request to WeChat Pay as it came over the wire; `path` with its query, `body` untouched. */
export type SignedRequest = {
  method: string
  path: string
  body: string
  authorization: string | undefined
}

const signError = (message: string) => new PayError(401, 'SIGN_ERROR', message)

/** Throws 401 SIGN_ERROR unless the merchant signed this request within five minutes. */
export const verifyRequest = (
  request: SignedRequest,
  secrets: DevcloudSecrets,
  now: number,
): void => {
  const { method, path, body, authorization = '' } = request
  if (!authorization.startsWith(`${SCHEME} `)) {
    throw signError(`Http头Authorization值格式错误，请使用${SCHEME}`)
  }
  const fields = Object.fromEntries(
    [...authorization.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
  ) as Record<string, string | undefined>
  const { mchid, serial_no: serial, timestamp = '', nonce_str: nonce = '', signature = '' } = fields
  if (mchid !== secrets.mchid) throw signError('商户号不存在')
  if (serial !== secrets.merchantSerial) throw signError('商户证书序列号有误')
  if (nonce === '' || !/^\d{1,12}$/.test(timestamp)) throw signError('Authorization 缺少字段')
  if (Math.abs(now / 1000 - Number(timestamp)) > FRESH_SECONDS) throw signError('签名时间戳已过期')
  const text = `${method}\n${path}\n${timestamp}\n${nonce}\n${body}\n`
  if (!rsaVerify(text, signature, keysOf(secrets).merchantPublic)) throw signError('签名错误')
}

/** What WeChat Pay signs: the body, the time and the serial number of its key. */
export type Signing = { body: string; now: number; serial: string }

/** The headers with which WeChat Pay signs an answer or a notice. */
export const signedHeaders = (
  { body, now, serial }: Signing,
  secrets: DevcloudSecrets,
): Record<string, string> => {
  const timestamp = String(Math.floor(now / 1000))
  const nonce = randomBytes(16).toString('hex')
  const text = `${timestamp}\n${nonce}\n${body}\n`
  return {
    'Wechatpay-Serial': serial,
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': rsaSign(text, keysOf(secrets).platformPrivate),
    'Wechatpay-Signature-Type': SCHEME,
  }
}

/** The arguments of `wx.requestPayment`. */
export type PaymentArguments = {
  timeStamp: string
  nonceStr: string
  package: string
  signType: string
  paySign: string
}

/** The sign of cloudPay's payments: v2's, with a key that only the cloud and WeChat Pay know. */
export const cloudPaySign = (text: string, { sessionKey }: DevcloudSecrets): string =>
  createHash('md5').update(`${text}${sessionKey}`).digest('hex').toUpperCase()

/** What the WeChat app checks before it shows the cashier; returns the prepay id. */
export const verifyPayment = (
  appid: string,
  payment: PaymentArguments,
  secrets: DevcloudSecrets,
): string => {
  const { timeStamp, nonceStr, package: pack, signType, paySign } = payment
  const text = `${appid}\n${timeStamp}\n${nonceStr}\n${pack}\n`
  const isSigned =
    signType === 'MD5'
      ? paySign === cloudPaySign(text, secrets)
      : signType === 'RSA' && rsaVerify(text, paySign, keysOf(secrets).merchantPublic)
  if (!isSigned) throw new PayError(400, 'SIGN_ERROR', '支付验证签名失败')
  return pack.replace(/^prepay_id=/, '')
}

/** A text under the merchant's APIv3 key: AES-256-GCM, tag at the end. */
export const encryptText = (
  text: string,
  apiV3Key: string,
  associatedData: string,
): Record<string, string> => {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce)
  cipher.setAAD(Buffer.from(associatedData))
  const parts = [cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: Buffer.concat(parts).toString('base64'),
    associated_data: associatedData,
    nonce,
  }
}

/** A notice's `resource`. */
export const encryptResource = (
  originalType: 'transaction' | 'refund',
  value: unknown,
  apiV3Key: string,
): Record<string, string> => ({
  original_type: originalType,
  ...encryptText(JSON.stringify(value), apiV3Key, originalType),
})
