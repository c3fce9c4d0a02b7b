import { randomBytes } from 'node:crypto'
import { DEVCLOUD_ENV } from '@local/functions/environment'
import { type Caller, CloudError } from '@local/ports'
import { DEVCLOUD_APPID } from '@local/secrets'
import { CHINA_OFFSET_MS, compactTime } from '@local/time'
import type { AnsweredCall, PayAnswers } from './answers'
import type { Bills } from './bill'
import type { PayRefund, PayTransaction } from './ledger'
import { PayError } from './pay-error'
import type { RefundProcessor } from './refund-processor'
import { createRefund } from './refunds'
import { cloudPaySign } from './signature'
import {
  closeTransaction,
  type OrderFields,
  openTransaction,
  type PayContext,
} from './transactions'

/** A call of `cloud.cloudPay`, as the SDK sends it: arguments in snake case. */
export type CloudPayCall = { api: string; args: Record<string, unknown>; caller: Caller }

/** cloudPay of one local cloud: answers JSON, or a bill as it is. */
export type CloudPayApi = (call: CloudPayCall) => Record<string, unknown> | string

/** What cloudPay works with. */
export type CloudPayOptions = {
  context: PayContext
  refunds: RefundProcessor
  bills: Bills
  answers: PayAnswers
  /** Whether a function of this name is deployed. */
  hasFunction(name: string): boolean
}

type Fields = Record<string, unknown>
type Handler = (args: Fields, caller: Caller) => Fields | string

const OUT_TRADE_NO = /^[\w*|-]{6,32}$/
const BODY_BYTES_MAX = 128

const badArgument = (field: string) => new PayError(400, 'PARAM_ERROR', `${field}字段不合法`)

const textIn = (args: Fields, field: string): string => {
  const value = args[field]
  if (typeof value !== 'string' || value === '') throw badArgument(field)
  return value
}

const fenIn = (args: Fields, field: string): number => {
  const value = args[field]
  if (!Number.isSafeInteger(value) || (value as number) <= 0) throw badArgument(field)
  return value as number
}

/** `20260304100500` in China. */
const expiryIn = (args: Fields, now: number): number | undefined => {
  if (args.time_expire === undefined) return undefined
  const text = textIn(args, 'time_expire')
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? []
  const instant = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`) - CHINA_OFFSET_MS
  if (!(instant > now)) throw badArgument('time_expire')
  return instant
}

const tradeView = (one: PayTransaction): Fields => ({
  trade_state: one.state,
  out_trade_no: one.outTradeNo,
  total_fee: one.totalFen,
  sub_openid: one.openid,
  ...(one.paidAt === undefined
    ? {}
    : {
        trade_type: 'JSAPI',
        transaction_id: one.transactionId,
        time_end: compactTime(one.paidAt),
        cash_fee: one.totalFen,
      }),
})

/** v2's codes for the state of a refund. */
const STATUS = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  ABNORMAL: 'CHANGE',
  CLOSED: 'REFUNDCLOSE',
} as const

const refundView = (refund: PayRefund, order: PayTransaction): Fields => ({
  transaction_id: order.transactionId,
  out_trade_no: refund.outTradeNo,
  total_fee: refund.totalFen,
  refund_count: 1,
  out_refund_no_list: [refund.outRefundNo],
  refund_id_list: [refund.refundId],
  refund_fee_list: [refund.refundFen],
  refund_status_list: [STATUS[refund.state ?? 'SUCCESS']],
})

const callbackIn = (args: Fields, { hasFunction }: CloudPayOptions): string => {
  const functionName = textIn(args, 'function_name')
  if (args.env_id !== DEVCLOUD_ENV || !hasFunction(functionName)) throw badArgument('function_name')
  return functionName
}

const orderIn = (args: Fields, { openid }: Caller, options: CloudPayOptions): OrderFields => {
  const { secrets, clock } = options.context
  const outTradeNo = textIn(args, 'out_trade_no')
  if (!OUT_TRADE_NO.test(outTradeNo)) throw badArgument('out_trade_no')
  const description = textIn(args, 'body')
  if (Buffer.byteLength(description) > BODY_BYTES_MAX) throw badArgument('body')
  if (args.trade_type !== 'JSAPI') throw badArgument('trade_type')
  textIn(args, 'spbill_create_ip')
  if (openid === undefined) throw badArgument('openid')
  return {
    outTradeNo,
    appid: DEVCLOUD_APPID,
    mchid: secrets.mchid,
    description,
    notifyUrl: '',
    callback: { functionName: callbackIn(args, options), subMchid: secrets.mchid },
    totalFen: fenIn(args, 'total_fee'),
    openid,
    expiresAt: expiryIn(args, clock.now()),
  }
}

const paymentFor = (prepayId: string, { secrets, clock }: PayContext): Fields => {
  const timeStamp = String(Math.floor(clock.now() / 1000))
  const nonceStr = randomBytes(16).toString('hex')
  const pack = `prepay_id=${prepayId}`
  const text = `${DEVCLOUD_APPID}\n${timeStamp}\n${nonceStr}\n${pack}\n`
  const paySign = cloudPaySign(text, secrets)
  return { appId: DEVCLOUD_APPID, timeStamp, nonceStr, package: pack, signType: 'MD5', paySign }
}

const handlersOf = (options: CloudPayOptions): Record<string, Handler> => {
  const { context, refunds, bills, answers } = options
  const { ledger, secrets } = context
  return {
    unifiedOrder: (args, caller) => {
      const prepayId = openTransaction(orderIn(args, caller, options), context)
      const payment = paymentFor(prepayId, context)
      return { trade_type: 'JSAPI', prepay_id: prepayId, payment }
    },
    queryOrder: (args) => {
      const view = tradeView(ledger.transaction(textIn(args, 'out_trade_no')))
      return { ...view, trade_state: answers.state('query', String(view.trade_state)) }
    },
    closeOrder: (args) => {
      closeTransaction(textIn(args, 'out_trade_no'), secrets.mchid, context)
      return {}
    },
    refund: (args) => {
      callbackIn(args, options)
      const body = {
        out_trade_no: args.out_trade_no,
        out_refund_no: args.out_refund_no,
        reason: args.refund_desc,
        amount: { refund: args.refund_fee, total: args.total_fee, currency: 'CNY' },
      }
      const { refund, order, isNew } = createRefund(body, context, refunds.nextState())
      if (isNew) refunds.notifySoon(refund)
      const { outRefundNo: out_refund_no, refundId: refund_id, refundFen: refund_fee } = refund
      return { transaction_id: order.transactionId, out_refund_no, refund_id, refund_fee }
    },
    queryRefund: (args) => {
      const refund = ledger.findRefund(textIn(args, 'out_refund_no'))
      if (!refund) throw new PayError(404, 'REFUNDNOTEXIST', '退款单不存在')
      const view = refundView(refund, ledger.transaction(refund.outTradeNo))
      const status = STATUS[refund.state ?? 'SUCCESS']
      return { ...view, refund_status_list: [answers.state<string>('queryRefund', status)] }
    },
    downloadBill: (args) => {
      const date = textIn(args, 'bill_date')
      const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`
      return bills.read(day, true)
    },
  }
}

/** The call behind each name of the SDK. */
const CALLS: Readonly<Record<string, AnsweredCall>> = {
  unifiedOrder: 'begin',
  queryOrder: 'query',
  closeOrder: 'close',
  refund: 'refund',
  queryRefund: 'queryRefund',
}

/**
 * cloudPay: v2 of WeChat Pay behind `wx.wxPayApi`, in JSON and without signatures (WeChat docs,
 * CloudPay). Its merchant is a sub-merchant of the cloud's.
 */
export const createCloudPay = (options: CloudPayOptions): CloudPayApi => {
  const { mchid } = options.context.secrets
  const handlers = handlersOf(options)
  const ids = () => ({
    appid: DEVCLOUD_APPID,
    mch_id: mchid,
    sub_appid: DEVCLOUD_APPID,
    sub_mch_id: mchid,
    nonce_str: randomBytes(8).toString('hex'),
  })
  const yes = { return_code: 'SUCCESS', return_msg: 'OK' }
  return ({ api, args, caller }) => {
    const handler = handlers[api]
    if (!handler) throw new CloudError('INVALID_PARAM', `cloudPay has no ${api}`)
    try {
      if (args.sub_mch_id !== mchid) throw new PayError(400, 'MCHID_NOT_EXIST', '商户号不存在')
      textIn(args, 'nonce_str')
      const call = CALLS[api]
      if (call) options.answers.refuse(call)
      const answer = handler(args, caller)
      if (typeof answer === 'string') return answer
      return { ...yes, result_code: 'SUCCESS', ...ids(), ...answer }
    } catch (error) {
      if (!(error instanceof PayError)) throw error
      return refusal(api, error, ids())
    }
  }
}

/** A missing bill has an error format of its own, without `result_code`. */
const refusal = (api: string, { code, message }: PayError, ids: Fields): Fields =>
  api === 'downloadBill'
    ? {
        return_code: 'FAIL',
        return_msg: code === 'NO_STATEMENT_EXIST' ? 'No Bill Exist' : message,
        error_code: '20002',
      }
    : {
        return_code: 'SUCCESS',
        return_msg: 'OK',
        result_code: 'FAIL',
        err_code: code,
        err_code_des: message,
        ...ids,
      }
