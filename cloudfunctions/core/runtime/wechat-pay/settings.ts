/** A merchant's account at WeChat Pay (API v3). */
export type WechatPaySettings = {
  apiUrl: string
  appid: string
  mchid: string
  /** Serial number of the merchant's API certificate. */
  serial: string
  /** The merchant's private key, PEM. */
  privateKey: string
  /** 32 bytes: decrypts notices. */
  apiV3Key: string
  /** `PUB_KEY_ID_…`, or the serial of a platform certificate. */
  publicKeyId: string
  /** WeChat Pay's public key, PEM: verifies answers and notices. */
  publicKey: string
  notifyUrl: string
}
