/** A merchant's account at WeChat Pay (API v3). */
export type WechatPaySettings = {
  apiUrl: string
  appid: string
  mchid: string
  /** Serial number of the merchant's API certificate. */
  serial: string
  /** The merchant's private key, PEM. */
  privateKey: string
  /** 32 bytes: decrypts callbacks. */
  apiV3Key: string
  notifyUrl: string
  /** WeChat Pay's public key, `PUB_KEY_ID_…` and PEM; `null` in an account that has none yet. */
  publicKey: { id: string; pem: string } | null
  /** Platform certificates as PEM texts; `FETCHED`: downloaded from WeChat Pay; `null` for none. */
  certificates: readonly string[] | 'FETCHED' | null
}
