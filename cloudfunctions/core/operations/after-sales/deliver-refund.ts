import { fail, ok } from '@core/kernel/result'
import type { Deliverer } from '@core/operations/outbox/deliverer'
import { settleRefund } from './settle-refund'

/**
 * Pays a refund out. The request is idempotent by its id; a refund that the provider has only
 * accepted is settled by its callback, or by the sweep.
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
  if (!answer.ok) return fail({ code: 'LATER', reason: answer.error.reason })
  if (answer.value.status === 'SUCCESS') {
    await settleRefund(ctx, { refundId, orderId, status: 'SUCCESS' })
  }
  return ok(null)
}
