import { generateKeyPairSync, randomBytes } from 'node:crypto'

/** The environment of a merchant, with values in their shape; none of them is anybody's. */

/** A fresh pair of RSA keys, PEM. */
export const pem = (type: 'pkcs8' | 'pkcs1' = 'pkcs8') =>
  generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type, format: 'pem' },
  })
/** The merchant's private key and WeChat Pay's public one, as their files have them. */
export const { privateKey: PRIVATE, publicKey: PUBLIC } = pem()
/** A key for the vault. */
export const KEY = randomBytes(32).toString('base64')
/** The serial number of the merchant's certificate. */
export const SERIAL = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1'
/** The APIv3 key. */
export const API_KEY = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF'
/** What every function needs. */
export const BASE = { DATA_KEY: KEY, DATA_HASH_KEY: KEY }
/** What a function that pays by WeChat Pay needs. */
export const MERCHANT = {
  ...BASE,
  WECHAT_PAY_APPID: 'wxd678ef0567006787',
  WECHAT_PAY_MCHID: '1900000109',
  WECHAT_PAY_SERIAL: SERIAL,
  WECHAT_PAY_PRIVATE_KEY: PRIVATE.replaceAll('\n', '\\n'),
  WECHAT_PAY_API_V3_KEY: API_KEY,
  WECHAT_PAY_NOTIFY_URL: 'https://example.com/notify',
  WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_1',
  WECHAT_PAY_PUBLIC_KEY: PUBLIC,
}
