import type { PaymentProvider } from '../operations/ports'
import { cloudPay } from './cloud-pay/provider'
import type { PaymentSettings } from './environment'
import type { KeySource } from './platform'
import { wechatPay } from './wechat-pay/provider'

/** What the payments of one invocation are made with. */
export type PaymentSource = {
  functionName: string
  /** `null` in a function that does not pay. */
  settings: PaymentSettings | null
  keys: KeySource
  now: () => number
}

/** The payment provider chosen in the environment. */
export const paymentProvider = ({
  functionName,
  settings,
  keys,
  now,
}: PaymentSource): PaymentProvider => {
  if (!settings) return noPayments(functionName)
  return settings.provider === 'wechat-pay' ? wechatPay(settings, now, keys) : cloudPay(settings)
}

/** The provider of a function that does not pay: whatever is asked of it is a bug. */
const noPayments = (functionName: string): PaymentProvider =>
  new Proxy({} as PaymentProvider, {
    get: () => {
      throw new Error(
        `${functionName} asks for payments, but kernel/deployment.ts declares that it does not pay`,
      )
    },
  })
