import type { VerificationKeys } from '@core/domain/platform/platform-settings'

/** A merchant's account at WeChat Pay (API v3). */
export type WechatPaySettings = VerificationKeys & {
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
}
