import type { Instant } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import * as v from 'valibot'
import type { CallbackRefusal, PaymentCallback, RefundStatus } from '../../operations/ports'
import { refundStatusOf, tradeMeaning } from '../provider-answers'

/** Parsers of WeChat Pay v2 answers as cloudPay returns them. */

const payment = v.object({
  timeStamp: v.string(),
  nonceStr: v.string(),
  package: v.string(),
  signType: v.literal('MD5'),
  paySign: v.string(),
})

/** The arguments of `wx.requestPayment` in the answer to an order; `null` without any. */
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

/** The payment in the answer to a query; `null` when the order is not paid, or `CLOSED`. */
export function readTrade(
  fields: Record<string, unknown>,
  subMchid: string,
): Result<PaymentCallback | 'CLOSED' | null, CallbackRefusal> {
  const read = v.safeParse(trade, fields)
  if (!read.success) return fail({ code: 'UNREADABLE' })
  const { tradeState, outTradeNo, subMchId, transactionId, totalFee, timeEnd = '' } = read.output
  if (subMchId !== undefined && subMchId !== subMchid) return fail({ code: 'OTHER_MERCHANT' })
  const meaning = tradeMeaning(tradeState)
  if (meaning === null) return fail({ code: 'UNREADABLE' })
  if (meaning !== 'PAID') return ok(meaning === 'CLOSED' ? meaning : null)
  if (!transactionId || totalFee === undefined) return fail({ code: 'UNREADABLE' })
  const paidAt = compactInstant(timeEnd)
  return ok({ orderId: outTradeNo, transactionId, paidFen: totalFee, paidAt })
}

/** Our status for one of v2; `null` without any. */
export const refundStatus = (status: unknown): RefundStatus | null =>
  typeof status === 'string' && status !== '' ? refundStatusOf(status) : null

const refunds = v.looseObject({
  outTradeNo: v.string(),
  refundStatusList: v.optional(v.array(v.string()), []),
})

/**
 * The refund queried by its number. cloudPay is known to answer with empty lists, which only
 * confirm that the refund exists: then its status is `PROCESSING` until the callback reports it.
 */
export function readRefundAnswer(
  fields: Record<string, unknown>,
): { orderId: string; status: RefundStatus } | null {
  const read = v.safeParse(refunds, fields)
  if (!read.success) return null
  const { outTradeNo: orderId, refundStatusList: list } = read.output
  const status = list[0] ?? fields['refundStatus_0'] ?? fields['refundStatus0']
  return { orderId, status: refundStatus(status) ?? 'PROCESSING' }
}

const CHINA_HOURS = 8

/** The instant of `20260304100500` in China; `NaN` for invalid text. */
export function compactInstant(text: string): Instant {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)?.slice(1).map(Number)
  if (!parts) return NaN
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  return Date.UTC(year, month - 1, day, hour - CHINA_HOURS, minute, second)
}

/** An instant in the format of v2, `20260304100500`. */
export const compactTime = (at: Instant): string =>
  new Date(at + CHINA_HOURS * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
