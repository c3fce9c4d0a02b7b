import type { PaymentProvider } from '../operations/ports'
import { cloudPay } from './cloud-pay/provider'
import type { PaymentSettings } from './environment'
import { wechatPay } from './wechat-pay/provider'

/** The payment provider chosen in the environment. */
export const paymentProvider = (settings: PaymentSettings, now: () => number): PaymentProvider =>
  settings.provider === 'wechat-pay' ? wechatPay(settings, now) : cloudPay(settings)
