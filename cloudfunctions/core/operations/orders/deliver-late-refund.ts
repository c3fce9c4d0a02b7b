import { fail, ok } from '@core/kernel/result'
import type { Deliverer } from '@core/operations/outbox/deliverer'

/**
 * Refunds a payment that arrived after its order was closed. The request is idempotent by its
 * refund id.
 */
export const deliverLateRefund: Deliverer<'refundLatePayment'> = async (
  ctx,
  { transactionId, orderId, fen },
) => {
  const answer = await ctx.payment.refund({
    refundId: `late-${transactionId}`,
    orderId,
    refundFen: fen,
    totalFen: fen,
    reason: '订单已关闭，款项原路退回',
  })
  return answer.ok ? ok(null) : fail({ code: 'LATER', reason: answer.error.reason })
}
