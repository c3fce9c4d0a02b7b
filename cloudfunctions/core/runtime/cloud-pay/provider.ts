import { randomBytes } from 'node:crypto'
import type { Day } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import * as v from 'valibot'
import type { BillRow, PaymentProvider, ProviderFailure } from '../../operations/ports'
import { BILL_BYTES_MAX, readBill } from '../bill'
import { compactTime, readArguments, readRefundAnswer, readTrade } from './reading'
import { askCloud, type CloudPay } from './sdk'
import type { CloudPaySettings } from './settings'

/** The function that WeChat Pay calls back; its folder in `functions`. */
const CALLBACK = 'payment-callback'
/** The documented value for a cloud function, which has no address of its own. */
const NO_ADDRESS = '127.0.0.1'

/** cloudPay tells errors in words alone (see `sdk.ts`). */
const UNKNOWN_ORDER = /订单不存在|order ?not ?exist/i
const CLOSED_ORDER = /订单已关闭|order ?closed/i
const UNKNOWN_REFUND = /退款(单|订单)?不存在|refund ?not ?exist/i
const NO_BILL = /no bill exist|账单不存在/i

/**
 * cloudPay: WeChat Pay through the cloud environment, without keys or certificates of one's own
 * (WeChat docs, CloudPay). Its notices call a function, and are read there.
 */
export function cloudPay({ subMchid, envId }: CloudPaySettings): PaymentProvider {
  const ask = (method: keyof CloudPay, query: object) =>
    askCloud(method, { subMchId: subMchid, nonceStr: newNonce(), ...query })
  return {
    async begin({ orderId, totalFen, description, expiresAt }) {
      // Who pays is who called: cloudPay takes the openid from the cloud's context.
      const answer = await ask('unifiedOrder', {
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
      if (!answer.value.isYes) return no(answer.value.words)
      const payment = readArguments(answer.value.fields)
      return payment ? ok(payment) : no('the answer has no payment')
    },
    readCallback: async () => fail({ code: 'OTHER_PROVIDER' }),
    async query(orderId) {
      const answer = await ask('queryOrder', { outTradeNo: orderId })
      if (!answer.ok) return answer
      const { value } = answer
      if (!value.isYes) return UNKNOWN_ORDER.test(value.words) ? ok(null) : no(value.words)
      const read = readTrade(value.fields, subMchid)
      return read.ok ? read : no(read.error.code)
    },
    async close(orderId) {
      const answer = await ask('closeOrder', { outTradeNo: orderId })
      if (!answer.ok || answer.value.isYes) return answer.ok ? ok(null) : answer
      const { words } = answer.value
      return UNKNOWN_ORDER.test(words) || CLOSED_ORDER.test(words) ? ok(null) : no(words)
    },
    async refund({ refundId, orderId, refundFen, totalFen, reason }) {
      const answer = await ask('refund', {
        envId,
        functionName: CALLBACK,
        outTradeNo: orderId,
        outRefundNo: refundId,
        totalFee: totalFen,
        refundFee: refundFen,
        refundDesc: reason,
      })
      if (!answer.ok) return answer
      return answer.value.isYes ? ok({ status: 'PROCESSING' }) : no(answer.value.words)
    },
    async queryRefund(refundId) {
      const answer = await ask('queryRefund', { outRefundNo: refundId })
      if (!answer.ok) return answer
      const { value } = answer
      if (!value.isYes) return UNKNOWN_REFUND.test(value.words) ? ok(null) : no(value.words)
      const told = readRefundAnswer(value.fields)
      return told ? ok({ refundId, ...told }) : no('UNREADABLE')
    },
    bill: (day) => fetchBill(day, subMchid, ask),
  }
}

const bill = v.looseObject({ data: v.string() })

async function fetchBill(
  day: Day,
  subMchid: string,
  ask: (method: keyof CloudPay, query: object) => ReturnType<typeof askCloud>,
): Promise<Result<BillRow[], ProviderFailure>> {
  const billDate = day.replaceAll('-', '')
  const answer = await ask('downloadBill', { billDate, billType: 'ALL' })
  if (!answer.ok) return answer
  if (!answer.value.isYes) {
    return NO_BILL.test(answer.value.words) ? ok([]) : no(answer.value.words)
  }
  const read = v.safeParse(bill, answer.value.fields)
  if (!read.success) return no('the answer has no bill')
  const { data } = read.output
  if (data.length > BILL_BYTES_MAX) return no('the bill is too long')
  try {
    return ok(readBill(data, { subMchid }))
  } catch (error) {
    return no(error instanceof Error ? error.message : String(error))
  }
}

const newNonce = (): string => randomBytes(16).toString('hex')

const no = (reason: string): { ok: false; error: ProviderFailure } =>
  fail({ code: 'PROVIDER_FAILED', reason })
