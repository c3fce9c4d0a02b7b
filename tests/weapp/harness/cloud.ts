/** The arguments of `wx.requestPayment`. */
export type Payment = Record<'timeStamp' | 'nonceStr' | 'package' | 'signType' | 'paySign', string>

/** The cloud behind a mini program, as one WeChat user sees it. */
export interface Cloud {
  /** Runs a cloud function; rejects when the function throws or is missing. */
  call(name: string, data: unknown, openid: string): Promise<unknown>
  /** The customer pays with the arguments of `wx.requestPayment`. */
  pay(payment: Payment, openid: string): Promise<unknown>
}

/** A cloud function call made by the mini program. */
export type CloudCall = { name: string; operation: string; at: number }
