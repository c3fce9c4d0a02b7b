import { fail, ok, type Result } from '@core/kernel/result'
import { settleRefund } from '@core/operations/after-sales/settle-refund'
import type { Context } from '@core/operations/context'
import { type SettleError, settlePayment } from '@core/operations/orders/settle-payment'
import type { ProviderFailure, RefundStatus } from '@core/operations/ports'
import type { CallbackOutcome } from './receive-notification'

/** What a callback is about: which order, or which refund and what is said of it. */
export type CloudPayCallback =
  | { kind: 'payment'; orderId: string }
  | { kind: 'refund'; refundId: string; status: RefundStatus }

/** Why a callback was not believed; it is then sent again. */
export type CallbackError = ProviderFailure | SettleError | { code: 'NOT_PAID' | 'REFUND_UNKNOWN' }

/**
 * A callback came in. It only says where to look: what is booked is what the provider answers when
 * it is asked. Of a refund the provider may answer no more than that there is one; then the
 * callback is believed, for nobody but the platform can call as it does.
 */
export async function receiveCloudPayCallback(
  ctx: Context,
  news: CloudPayCallback,
): Promise<Result<CallbackOutcome, CallbackError>> {
  if (news.kind === 'payment') {
    const asked = await ctx.payment.query(news.orderId)
    if (!asked.ok) return asked
    return asked.value ? settlePayment(ctx, asked.value) : fail({ code: 'NOT_PAID' })
  }
  const asked = await ctx.payment.queryRefund(news.refundId)
  if (!asked.ok) return asked
  if (!asked.value) return fail({ code: 'REFUND_UNKNOWN' })
  const isTold = asked.value.status !== 'PROCESSING'
  await settleRefund(ctx, isTold ? asked.value : { ...asked.value, status: news.status })
  return ok({ outcome: 'REFUND_TOLD' })
}
