import { fail, ok } from '@core/kernel/result'
import type { Deliverer } from '@core/operations/outbox/deliverer'
import { settleRefund } from './settle-refund'

/**
 * Sends the money of a refund. The provider knows it by its id, so telling it twice is harmless;
 * what it has only accepted is settled by its notice, or by the sweep that asks.
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
