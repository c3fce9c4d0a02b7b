import type { PaymentArguments } from '@core/contract/orders'
import Taro from '@tarojs/taro'
import { requestDevcloud } from './transport'

/** How the customer left the cashier; only the cloud knows whether money arrived. */
export type CashierOutcome = 'paid' | 'cancelled' | 'failed'

/** Opens WeChat's own cashier. */
export async function openWechatCashier(payment: PaymentArguments): Promise<CashierOutcome> {
  try {
    await Taro.requestPayment(payment)
    return 'paid'
  } catch (failure) {
    return isCancellation(failure) ? 'cancelled' : 'failed'
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

const isCancellation = (failure: unknown): boolean =>
  typeof failure === 'object' &&
  failure !== null &&
  'errMsg' in failure &&
  String(failure.errMsg).includes('cancel')
