import { fail, ok, type Result } from '@core/kernel/result'
import { settleRefund } from '@core/operations/after-sales/settle-refund'
import type { Context } from '@core/operations/context'
import { type SettleError, settlePayment } from '@core/operations/orders/settle-payment'
import type { ProviderFailure, RefundStatus } from '@core/operations/ports'
import type { CallbackOutcome } from './receive-payment-callback'

/** The subject of a callback: an order, or a refund and its status. */
export type CloudPayCallback =
  | { kind: 'payment'; orderId: string }
  | { kind: 'refund'; refundId: string; status: RefundStatus }

/** Why a callback was rejected; the platform then sends it again. */
export type CallbackError = ProviderFailure | SettleError | { code: 'NOT_PAID' | 'REFUND_UNKNOWN' }

/**
 * Handles a callback of cloudPay. It only says what changed: the provider is queried and its answer
 * is recorded. For a refund the provider may answer without a status; then the callback's status is
 * used, since only the platform can call with its source.
 */
export async function receiveCloudPayCallback(
  ctx: Context,
  callback: CloudPayCallback,
): Promise<Result<CallbackOutcome, CallbackError>> {
  if (callback.kind === 'payment') {
    const asked = await ctx.payment.query(callback.orderId)
    if (!asked.ok) return asked
    const { value } = asked
    if (value === null || value === 'CLOSED') return fail({ code: 'NOT_PAID' })
    return settlePayment(ctx, value)
  }
  const asked = await ctx.payment.queryRefund(callback.refundId)
  if (!asked.ok) return asked
  if (!asked.value) return fail({ code: 'REFUND_UNKNOWN' })
  const isFinal = asked.value.status !== 'PROCESSING'
  await settleRefund(ctx, isFinal ? asked.value : { ...asked.value, status: callback.status })
  return ok({ outcome: 'REFUND_SETTLED' })
}
