import { randomBytes } from 'node:crypto'
import type { Day } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import * as v from 'valibot'
import type { BillRow, PaymentProvider, ProviderFailure } from '../../operations/ports'
import { BILL_BYTES_MAX, readBill } from '../bill'
import { compactTime, readArguments, readRefundAnswer, readTrade } from './reading'
import { type CloudPay, callCloud } from './sdk'
import type { CloudPaySettings } from './settings'

/** The function that receives callbacks; the name of its folder in `functions`. */
const CALLBACK = 'payment-callback'
/** The documented value for cloud functions, which have no IP address of their own. */
const NO_ADDRESS = '127.0.0.1'

/** cloudPay reports errors only as text (see `sdk.ts`). */
const UNKNOWN_ORDER = /订单不存在|order ?not ?exist/i
const CLOSED_ORDER = /订单已关闭|order ?closed/i
const UNKNOWN_REFUND = /退款(单|订单)?不存在|refund ?not ?exist/i
const NO_BILL = /no bill exist|账单不存在/i

/**
 * cloudPay: WeChat Pay through the cloud environment, without own keys or certificates (WeChat
 * docs, CloudPay). Its callbacks are handled by the function `payment-callback`.
 */
export function cloudPay({ subMchid, envId }: CloudPaySettings): PaymentProvider {
  const call = (method: keyof CloudPay, query: object) =>
    callCloud(method, { subMchId: subMchid, nonceStr: newNonce(), ...query })
  return {
    async begin({ orderId, totalFen, description, expiresAt }) {
      // The payer is the caller: cloudPay takes the openid from the cloud's context.
      const answer = await call('unifiedOrder', {
        envId,
        functionName: CALLBACK,
        body: description,
        outTradeNo: orderId,
        totalFee: totalFen,
        spbillCreateIp: NO_ADDRESS,
        tradeType: 'JSAPI',
        timeExpire: compactTime(expiresAt),
      })
      if (!answer.ok) return answer
      if (!answer.value.isOk) return failed(answer.value.message)
      const payment = readArguments(answer.value.fields)
      return payment ? ok(payment) : failed('the answer contains no payment')
    },
    readCallback: async () => fail({ code: 'OTHER_PROVIDER' }),
    async query(orderId) {
      const answer = await call('queryOrder', { outTradeNo: orderId })
      if (!answer.ok) return answer
      const { value } = answer
      if (!value.isOk) return UNKNOWN_ORDER.test(value.message) ? ok(null) : failed(value.message)
      const read = readTrade(value.fields, subMchid)
      return read.ok ? read : failed(read.error.code)
    },
    async close(orderId) {
      const answer = await call('closeOrder', { outTradeNo: orderId })
      if (!answer.ok || answer.value.isOk) return answer.ok ? ok(null) : answer
      const { message } = answer.value
      return UNKNOWN_ORDER.test(message) || CLOSED_ORDER.test(message) ? ok(null) : failed(message)
    },
    async refund({ refundId, orderId, refundFen, totalFen, reason }) {
      const answer = await call('refund', {
        envId,
        functionName: CALLBACK,
        outTradeNo: orderId,
        outRefundNo: refundId,
        totalFee: totalFen,
        refundFee: refundFen,
        refundDesc: reason,
      })
      if (!answer.ok) return answer
      return answer.value.isOk ? ok({ status: 'PROCESSING' }) : failed(answer.value.message)
    },
    async queryRefund(refundId) {
      const answer = await call('queryRefund', { outRefundNo: refundId })
      if (!answer.ok) return answer
      const { value } = answer
      if (!value.isOk) return UNKNOWN_REFUND.test(value.message) ? ok(null) : failed(value.message)
      const refund = readRefundAnswer(value.fields)
      return refund ? ok({ refundId, ...refund }) : failed('UNREADABLE')
    },
    bill: (day) => fetchBill(day, subMchid, call),
  }
}

const bill = v.looseObject({ data: v.string() })

async function fetchBill(
  day: Day,
  subMchid: string,
  call: (method: keyof CloudPay, query: object) => ReturnType<typeof callCloud>,
): Promise<Result<BillRow[], ProviderFailure>> {
  const billDate = day.replaceAll('-', '')
  const answer = await call('downloadBill', { billDate, billType: 'ALL' })
  if (!answer.ok) return answer
  if (!answer.value.isOk) {
    return NO_BILL.test(answer.value.message) ? ok([]) : failed(answer.value.message)
  }
  const read = v.safeParse(bill, answer.value.fields)
  if (!read.success) return failed('the answer contains no bill')
  const { data } = read.output
  if (data.length > BILL_BYTES_MAX) return failed('the bill is too long')
  try {
    return ok(readBill(data, { subMchid }))
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  }
}

const newNonce = (): string => randomBytes(16).toString('hex')

const failed = (reason: string): { ok: false; error: ProviderFailure } =>
  fail({ code: 'PROVIDER_FAILED', reason })
