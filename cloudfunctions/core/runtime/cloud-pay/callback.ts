import type { CloudPayCallback } from '@core/operations/payments/receive-cloud-pay-callback'
import * as v from 'valibot'
import { refundStatus } from './reading'

const event = v.looseObject({
  returnCode: v.literal('SUCCESS'),
  resultCode: v.optional(v.string()),
  outTradeNo: v.pipe(v.string(), v.maxLength(32)),
  outRefundNo: v.optional(v.pipe(v.string(), v.maxLength(64))),
  refundStatus: v.optional(v.string()),
})

/** The subject of a callback of cloudPay; `null` when it reports no success. */
export function readCallback(content: unknown): CloudPayCallback | null {
  const read = v.safeParse(event, content)
  if (!read.success || read.output.resultCode === 'FAIL') return null
  const { outTradeNo: orderId, outRefundNo: refundId, refundStatus: status } = read.output
  if (refundId === undefined) return { kind: 'payment', orderId }
  return { kind: 'refund', refundId, status: refundStatus(status) ?? 'PROCESSING' }
}
