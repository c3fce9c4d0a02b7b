import { randomBytes } from 'node:crypto'
import type { Day } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import * as v from 'valibot'
import type { BillRow, PaymentProvider, ProviderFailure } from '../../operations/ports'
import { BILL_BYTES_MAX, readBill } from '../bill'
import { errorMeaning, type ProviderCall, providerFailure } from '../provider-answers'
import { compactTime, readArguments, readRefundAnswer, readTrade } from './reading'
import { type CloudError, type CloudPay, callCloud } from './sdk'
import type { CloudPaySettings } from './settings'

/** The function that receives callbacks; the name of its folder in `functions`. */
const CALLBACK = 'payment-callback'
/** The documented value for cloud functions, which have no IP address of their own. */
const NO_ADDRESS = '127.0.0.1'

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
      if (!answer.value.isOk) return refused('begin', answer.value)
      const payment = readArguments(answer.value.fields)
      return payment ? ok(payment) : failed('the answer contains no payment')
    },
    readCallback: async () => fail({ code: 'OTHER_PROVIDER' }),
    async query(orderId) {
      const answer = await call('queryOrder', { outTradeNo: orderId })
      if (!answer.ok) return answer
      const { value } = answer
      if (!value.isOk) {
        const meaning = errorMeaning('query', value)
        if (meaning === 'NOT_THERE') return ok(null)
        return meaning === 'CLOSED' ? ok('CLOSED') : refused('query', value)
      }
      const read = readTrade(value.fields, subMchid)
      return read.ok ? read : failed(`${read.error.code} ${String(value.fields['tradeState'])}`)
    },
    async close(orderId) {
      const answer = await call('closeOrder', { outTradeNo: orderId })
      if (!answer.ok || answer.value.isOk) return answer.ok ? ok(null) : answer
      const meaning = errorMeaning('close', answer.value)
      const isGone = meaning === 'NOT_THERE' || meaning === 'CLOSED'
      return isGone ? ok(null) : refused('close', answer.value)
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
      return answer.value.isOk ? ok({ status: 'PROCESSING' }) : refused('refund', answer.value)
    },
    async queryRefund(refundId) {
      const answer = await call('queryRefund', { outRefundNo: refundId })
      if (!answer.ok) return answer
      const { value } = answer
      if (!value.isOk) {
        const isThere = errorMeaning('queryRefund', value) !== 'NOT_THERE'
        return isThere ? refused('queryRefund', value) : ok(null)
      }
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
    return NO_BILL.test(answer.value.text) ? ok([]) : failed(answer.value.text)
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

const failed = (reason: string) => providerFailure(reason)

/** A failure in WeChat Pay's words; final if its error says so. */
const refused = (call: ProviderCall, error: CloudError) =>
  providerFailure(
    [error.code, error.text].filter(Boolean).join(' '),
    errorMeaning(call, error) === 'REFUSED',
  )
