/** A merchant that has bound its account to the cloud environment (cloudPay). */
export type CloudPaySettings = {
  /** The merchant's number; at WeChat Pay it is a sub-merchant of the cloud's. */
  subMchid: string
  /** The cloud environment that the callback lives in. */
  envId: string
}
