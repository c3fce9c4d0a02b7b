import { ok, type Result } from '@core/kernel/result'
import { settleRefund } from '@core/operations/after-sales/settle-refund'
import type { Context } from '@core/operations/context'
import {
  type SettleError,
  type Settlement,
  settlePayment,
} from '@core/operations/orders/settle-payment'
import type { CallbackRefusal, SignedRequest } from '@core/operations/ports'

/** What a notice came to: a payment that was booked, or news of a refund that was passed on. */
export type CallbackOutcome = Settlement | { outcome: 'REFUND_TOLD' }

/** A notice came in: verify it, open it, and book what it tells of. */
export async function receivePaymentCallback(
  ctx: Context,
  request: SignedRequest,
): Promise<Result<CallbackOutcome, CallbackRefusal | SettleError>> {
  const notice = await ctx.payment.readCallback(request, ctx.now)
  if (!notice.ok) return notice
  if (notice.value.kind === 'payment') return settlePayment(ctx, notice.value)
  await settleRefund(ctx, notice.value)
  return ok({ outcome: 'REFUND_TOLD' })
}
