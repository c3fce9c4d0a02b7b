import { fail, ok } from '@core/kernel/result'
import type { Deliverer } from '@core/operations/outbox/deliverer'
import { settleRefund } from './settle-refund'

/**
 * Pays a refund out. The request is idempotent by its id; a refund that the provider has only
 * accepted is settled by its callback, or by the sweep. One that it refuses for good waits with its
 * after-sale for the staff, who send it again, so the message is dropped until then.
 */
export const deliverRefund: Deliverer<'refund'> = async (
  ctx,
  { refundId, orderId, fen, totalFen },
) => {
  const answer = await ctx.payment.refund({
    refundId,
    orderId,
    refundFen: fen,
    totalFen,
    reason: '售后退款',
  })
  if (answer.ok) {
    await settleRefund(ctx, { refundId, orderId, status: answer.value.status })
    return ok(null)
  }
  const { isFinal, reason } = answer.error
  if (!isFinal) return fail({ code: 'LATER', reason })
  await settleRefund(ctx, { refundId, orderId, status: 'REFUSED', reason })
  return fail({ code: 'NO_RECIPIENT', reason })
}
