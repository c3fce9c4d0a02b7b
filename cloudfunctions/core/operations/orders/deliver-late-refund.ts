import { fail, ok } from '@core/kernel/result'
import type { Deliverer } from '@core/operations/outbox/deliverer'

/**
 * Sends back money that came after its order was closed. The provider knows the refund by its id,
 * so telling it twice is harmless.
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
