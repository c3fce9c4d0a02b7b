import { randomUUID } from 'node:crypto'
import { CloudError, type FunctionInvoker } from '@local/ports'
import { DEVCLOUD_APPID } from '@local/secrets'
import { compactTime } from '@local/time'
import type { PayAnswers } from './answers'
import { type PayRefund, type PayTransaction, refundView, transactionView } from './ledger'
import {
  deliverWithRetries,
  FORGERIES,
  type Forgery,
  type Notice,
  type NoticeDelivery,
  type Notifier,
  type SendOptions,
} from './notices'

/** How a callback can be forged: by its signature, or by another sum, merchant or app. */
export const TAMPERS = [...FORGERIES, 'amount', 'merchant', 'appid'] as const
export type Tamper = (typeof TAMPERS)[number]

/** How a callback is sent. */
export type CallbackOptions = Pick<SendOptions, 'signedBy'> & { tamper?: Tamper }

/** Sends the outcome to the merchant: API v3's HTTP notice, or cloudPay's function call. */
export interface CallbackDispatcher {
  payment(paid: PayTransaction, options: CallbackOptions): Promise<NoticeDelivery[]>
  refund(
    refund: PayRefund,
    order: PayTransaction,
    options: CallbackOptions,
  ): Promise<NoticeDelivery[]>
}

const sendOptionsOf = ({ tamper, signedBy }: CallbackOptions): SendOptions => ({
  signedBy,
  isRetried: tamper === undefined,
  forgery: FORGERIES.find((forgery: Forgery) => forgery === tamper),
})

/** A merchant and a mini program that are not the shop's. */
const FOREIGN_MCHID = '1900000000'
const FOREIGN_APPID = 'wx0000000000000000'

const tampered = (
  view: ReturnType<typeof transactionView>,
  tamper: Tamper | undefined,
): ReturnType<typeof transactionView> => {
  const total = view.amount.total + 1
  if (tamper === 'amount') return { ...view, amount: { ...view.amount, total } }
  if (tamper === 'merchant') return { ...view, mchid: FOREIGN_MCHID }
  return tamper === 'appid' ? { ...view, appid: FOREIGN_APPID } : view
}

const REFUND_SUMMARIES = {
  SUCCESS: '退款成功',
  ABNORMAL: '退款异常',
  CLOSED: '退款关闭',
} as const

const refundNotice = (
  refund: PayRefund,
  order: PayTransaction,
  { tamper, answers }: { tamper: Tamper | undefined; answers: PayAnswers },
): Notice => {
  const { channel: _channel, status, ...resource } = refundView(refund, order)
  const state = answers.state('refundNotice', status === 'PROCESSING' ? 'SUCCESS' : status)
  const mchid = tamper === 'merchant' ? FOREIGN_MCHID : order.mchid
  return {
    notifyUrl: refund.notifyUrl ?? '',
    eventType: `REFUND.${state}`,
    summary: REFUND_SUMMARIES[state],
    originalType: 'refund',
    resource: { mchid, ...resource, refund_status: state },
  }
}

/** The fields of v2's notices in camel case, as a cloud function gets them. */
const paymentEvent = (paid: PayTransaction, tamper: Tamper | undefined) => ({
  returnCode: 'SUCCESS',
  resultCode: 'SUCCESS',
  appid: DEVCLOUD_APPID,
  mchId: paid.mchid,
  subAppid: DEVCLOUD_APPID,
  subMchId: tamper === 'merchant' ? FOREIGN_MCHID : paid.callback?.subMchid,
  nonceStr: randomUUID().replaceAll('-', ''),
  subOpenid: paid.openid,
  tradeType: 'JSAPI',
  bankType: 'OTHERS',
  totalFee: tamper === 'amount' ? paid.totalFen + 1 : paid.totalFen,
  feeType: 'CNY',
  transactionId: paid.transactionId,
  outTradeNo: paid.outTradeNo,
  timeEnd: compactTime(paid.paidAt ?? 0),
})

const refundEvent = (refund: PayRefund, order: PayTransaction, answers: PayAnswers) => ({
  returnCode: 'SUCCESS',
  appid: DEVCLOUD_APPID,
  mchId: order.mchid,
  subMchId: order.callback?.subMchid,
  transactionId: order.transactionId,
  outTradeNo: refund.outTradeNo,
  refundId: refund.refundId,
  outRefundNo: refund.outRefundNo,
  totalFee: refund.totalFen,
  refundFee: refund.refundFen,
  refundStatus: answers.state<string>(
    'refundNotice',
    refund.state === 'CLOSED' ? 'REFUNDCLOSE' : (refund.state ?? 'SUCCESS'),
  ),
})

/** Chooses by how the order was placed. */
export const createCallbackDispatcher = (
  notify: Notifier,
  invoker: FunctionInvoker,
  answers: PayAnswers,
): CallbackDispatcher => {
  const callFunction = (functionName: string, event: object, { tamper }: CallbackOptions) => {
    // There is no signature to forge: the forged call comes from a client instead.
    const source = tamper === 'signature' ? 'wx_client' : 'wx_paycallback'
    const call = async () => {
      try {
        const answer = await invoker.invoke(functionName, event, { appid: DEVCLOUD_APPID, source })
        const isTaken = (answer as { errcode?: unknown } | null)?.errcode === 0
        return { status: isTaken ? 200 : 500, body: JSON.stringify(answer) }
      } catch (error) {
        if (!(error instanceof CloudError)) throw error
        return { status: null, body: error.message }
      }
    }
    return deliverWithRetries(call, { id: randomUUID(), isRetried: tamper === undefined })
  }
  return {
    payment: async (paid, options) => {
      if (paid.callback) {
        const event = paymentEvent(paid, options.tamper)
        return callFunction(paid.callback.functionName, event, options)
      }
      const view = tampered(transactionView(paid), options.tamper)
      const resource = {
        ...view,
        trade_state: answers.state('paymentNotice', view.trade_state),
      }
      const notice: Notice = {
        notifyUrl: paid.notifyUrl,
        eventType: 'TRANSACTION.SUCCESS',
        summary: '支付成功',
        originalType: 'transaction',
        resource,
      }
      return notify(notice, sendOptionsOf(options))
    },
    refund: async (refund, order, options) => {
      if (order.callback) {
        return callFunction(
          order.callback.functionName,
          refundEvent(refund, order, answers),
          options,
        )
      }
      if (refund.notifyUrl === undefined) return []
      return notify(
        refundNotice(refund, order, { tamper: options.tamper, answers }),
        sendOptionsOf(options),
      )
    },
  }
}
