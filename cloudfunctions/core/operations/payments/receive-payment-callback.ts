import { ok, type Result } from '@core/kernel/result'
import { settleRefund } from '@core/operations/after-sales/settle-refund'
import type { Context } from '@core/operations/context'
import {
  type SettleError,
  type Settlement,
  settlePayment,
} from '@core/operations/orders/settle-payment'
import type { CallbackRefusal, SignedRequest } from '@core/operations/ports'

/** The outcome of a callback: a recorded payment, or a refund whose status was applied. */
export type CallbackOutcome = Settlement | { outcome: 'REFUND_SETTLED' }

/** Verifies a callback of WeChat Pay API v3, decrypts it, and records the payment or refund. */
export async function receivePaymentCallback(
  ctx: Context,
  request: SignedRequest,
): Promise<Result<CallbackOutcome, CallbackRefusal | SettleError>> {
  const callback = await ctx.payment.readCallback(request, ctx.now)
  if (!callback.ok) return callback
  if (callback.value.kind === 'payment') return settlePayment(ctx, callback.value)
  await settleRefund(ctx, callback.value)
  return ok({ outcome: 'REFUND_SETTLED' })
}
