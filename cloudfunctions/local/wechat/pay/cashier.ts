import { DEVCLOUD_APPID } from '@local/secrets'
import { sleep } from '@local/time'
import type { CallbackDispatcher, CallbackOptions } from './callback-dispatcher'
import { mintNumber, type PayTransaction } from './ledger'
import type { NoticeDelivery } from './notices'
import { PayError } from './pay-error'
import { type PaymentArguments, verifyPayment } from './signature'
import type { PayContext } from './transactions'

/** Limits on one command, so that a mistyped number cannot send endlessly. */
const TIMES_MAX = 20
const DELAY_MS_MAX = 60_000

/**
 * What the customer does in WeChat, and how the notice is sent. One of `outTradeNo`, `prepayId`
 * and `payment` (the arguments of `wx.requestPayment`, whose signature is then checked) names the
 * order.
 */
export type PaymentCommand = {
  outTradeNo?: string
  prepayId?: string
  payment?: PaymentArguments
  /** `fail`: the customer closes the cashier. */
  outcome?: 'success' | 'fail'
  /** How many notices are sent: 1 by default, 0 for none. */
  times?: number
  /** Real ms before the first notice. */
  delayMs?: number
  /** `tamper`: what is wrong with the notices; such are not sent again when refused. */
} & CallbackOptions

/** The result of a payment. */
export type PaymentResult = {
  outTradeNo: string
  outcome: 'success' | 'fail'
  tradeState: PayTransaction['state']
  transactionId?: string
  /** Each delivery with the merchant's answer. */
  notices: NoticeDelivery[]
}

const find = (order: PaymentCommand, { ledger, secrets }: PayContext): PayTransaction => {
  if (order.payment) return ledger.byPrepayId(verifyPayment(DEVCLOUD_APPID, order.payment, secrets))
  if (order.prepayId !== undefined) return ledger.byPrepayId(order.prepayId)
  return ledger.transaction(order.outTradeNo ?? '')
}

const bounded = (value: number, max: number, field: string) => {
  if (Number.isInteger(value) && value >= 0 && value <= max) return value
  throw new PayError(400, 'PARAM_ERROR', `${field} must be a whole number from 0 to ${max}`)
}

const markPaid = (transaction: PayTransaction, { ledger, clock }: PayContext): PayTransaction => {
  const now = clock.now()
  // Already paid: nothing is paid again, but the notice can be sent again.
  if (transaction.state === 'SUCCESS') return transaction
  if (transaction.state !== 'NOTPAY') throw new PayError(400, 'ORDER_CLOSED', '订单已关闭')
  if (transaction.expiresAt !== undefined && transaction.expiresAt <= now) {
    throw new PayError(400, 'ORDER_CLOSED', '订单已过支付时间')
  }
  const transactionId = mintNumber('42', now)
  const paid: PayTransaction = { ...transaction, state: 'SUCCESS', transactionId, paidAt: now }
  ledger.saveTransaction(paid)
  return paid
}

const dispatchAll = async (
  paid: PayTransaction,
  order: PaymentCommand,
  dispatcher: CallbackDispatcher,
) => {
  const times = bounded(order.times ?? 1, TIMES_MAX, 'times')
  await sleep(bounded(order.delayMs ?? 0, DELAY_MS_MAX, 'delayMs'))
  const notices: NoticeDelivery[] = []
  for (let sent = 0; sent < times; sent += 1)
    notices.push(...(await dispatcher.payment(paid, order)))
  return notices
}

/** The customer in front of WeChat's cashier. */
export const createCashier =
  (context: PayContext, dispatcher: CallbackDispatcher) =>
  async (order: PaymentCommand): Promise<PaymentResult> => {
    const transaction = find(order, context)
    const { outTradeNo } = transaction
    if (order.outcome === 'fail') {
      return { outTradeNo, outcome: 'fail', tradeState: transaction.state, notices: [] }
    }
    const paid = markPaid(transaction, context)
    const notices = await dispatchAll(paid, order, dispatcher)
    const { state: tradeState, transactionId } = context.ledger.transaction(outTradeNo)
    return { outTradeNo, outcome: 'success', tradeState, transactionId, notices }
  }
