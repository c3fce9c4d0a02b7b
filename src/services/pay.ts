import type { PaymentArguments } from '@core/contract/orders'
import Taro from '@tarojs/taro'
import { refusalOf, sayRefusal } from './refusal'
import { requestDevcloud } from './transport'

/** How the customer left the cashier; only the cloud knows whether money arrived. */
export type CashierOutcome = 'paid' | 'cancelled' | 'failed'

/** Opens WeChat's own cashier; says so when it cannot be opened. */
export async function openWechatCashier(payment: PaymentArguments): Promise<CashierOutcome> {
  try {
    await Taro.requestPayment(payment)
    return 'paid'
  } catch (failure) {
    sayRefusal('requestPayment', failure)
    return refusalOf(failure) === 'cancelled' ? 'cancelled' : 'failed'
  }
}

/** Pays an order on the devcloud, which has no cashier. */
export async function payOnDevcloud(outTradeNo: string): Promise<CashierOutcome> {
  try {
    await requestDevcloud('/devcloud/pay', { outTradeNo, outcome: 'success' })
    return 'paid'
  } catch {
    return 'failed'
  }
}
