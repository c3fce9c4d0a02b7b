import type { PaymentProvider } from '@core/operations/ports'
import { cloudPay } from '@core/runtime/cloud-pay/provider'
import { cloud } from '../sdk'

type Event = { ask: keyof PaymentProvider; about: unknown; subMchid?: string }

/** Asks the shop's own cloudPay for what the event says; the SDK beneath it is the real one. */
export const main = ({ ask, about, subMchid }: Event): unknown => {
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
  const provider = cloudPay({
    subMchid: subMchid ?? process.env.CLOUD_PAY_SUB_MCHID ?? '',
    envId: process.env.TCB_ENV ?? '',
  })
  const call = provider[ask] as (about: unknown) => Promise<unknown>
  return call(about)
}
