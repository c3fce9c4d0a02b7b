import type { Instant } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import * as v from 'valibot'
import type { CallbackRefusal, PaymentCallback, RefundStatus } from '../../operations/ports'

/** What WeChat Pay v2 says, as cloudPay passes it on. */

const payment = v.object({
  timeStamp: v.string(),
  nonceStr: v.string(),
  package: v.string(),
  signType: v.literal('MD5'),
  paySign: v.string(),
})

/** The arguments of `wx.requestPayment` out of the answer to an order; `null` when it has none. */
export function readArguments(fields: Record<string, unknown>) {
  const read = v.safeParse(payment, fields['payment'])
  return read.success ? read.output : null
}

const trade = v.object({
  tradeState: v.string(),
  outTradeNo: v.string(),
  subMchId: v.optional(v.string()),
  transactionId: v.optional(v.string()),
  totalFee: v.optional(v.number()),
  timeEnd: v.optional(v.string()),
})

/** The payment that an answer to a query tells of; `null` when it is not paid. */
export function readTrade(
  fields: Record<string, unknown>,
  subMchid: string,
): Result<PaymentCallback | null, CallbackRefusal> {
  const read = v.safeParse(trade, fields)
  if (!read.success) return fail({ code: 'UNREADABLE' })
  const { tradeState, outTradeNo, subMchId, transactionId, totalFee, timeEnd = '' } = read.output
  if (subMchId !== undefined && subMchId !== subMchid) return fail({ code: 'OTHER_MERCHANT' })
  if (tradeState !== 'SUCCESS') return ok(null)
  if (!transactionId || totalFee === undefined) return fail({ code: 'UNREADABLE' })
  const paidAt = compactInstant(timeEnd)
  return ok({ orderId: outTradeNo, transactionId, paidFen: totalFee, paidAt })
}

/** v2 calls a refund that stuck `CHANGE` in older words. */
const STATUSES: Record<string, RefundStatus> = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  REFUNDCLOSE: 'CLOSED',
  CLOSED: 'CLOSED',
  CHANGE: 'ABNORMAL',
  ABNORMAL: 'ABNORMAL',
}

/** A status of v2 in our words; `null` of one that is not known. */
export const refundStatus = (told: unknown): RefundStatus | null =>
  typeof told === 'string' ? (STATUSES[told] ?? null) : null

const refunds = v.looseObject({
  outTradeNo: v.string(),
  refundStatusList: v.optional(v.array(v.string()), []),
})

/**
 * The one refund that was asked for by its number. cloudPay has been seen to answer with empty
 * lists and to say no more than that there is one: then it stands as `PROCESSING`, and the callback
 * tells the rest.
 */
export function readRefundAnswer(
  fields: Record<string, unknown>,
): { orderId: string; status: RefundStatus } | null {
  const read = v.safeParse(refunds, fields)
  if (!read.success) return null
  const { outTradeNo: orderId, refundStatusList: list } = read.output
  const told = list[0] ?? fields['refundStatus_0'] ?? fields['refundStatus0']
  return { orderId, status: refundStatus(told) ?? 'PROCESSING' }
}

const CHINA_HOURS = 8

/** `20260304100500` in China; not a number when it is none. */
export function compactInstant(text: string): Instant {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)?.slice(1).map(Number)
  if (!parts) return NaN
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  return Date.UTC(year, month - 1, day, hour - CHINA_HOURS, minute, second)
}

/** A moment as v2 writes it, `20260304100500`. */
export const compactTime = (at: Instant): string =>
  new Date(at + CHINA_HOURS * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
