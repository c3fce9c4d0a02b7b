import type { OutboxMessageOf } from '@core/data/outbox/outbox'
import { lateRefundNumber } from '@core/domain/orders/late-refund'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import type { Deliverer } from '@core/operations/outbox/deliverer'
import type { ProviderFailure, RefundStatus } from '@core/operations/ports'
import { settleLateRefund } from './settle-late-refund'

/**
 * Refunds a payment that arrived after its order was closed, and asks for the refund until the
 * money is back. The provider is asked first: the request is idempotent by its number, but a closed
 * number needs another.
 */
export const deliverLateRefund: Deliverer<'refundLatePayment'> = async (ctx, message) => {
  const refundId = lateRefundNumber(message.transactionId, message.refundTry ?? 1)
  const asked = await ctx.payment.queryRefund(refundId)
  if (!asked.ok) return failed(asked.error)
  const posted = asked.value ? ok(asked.value) : await post(ctx, message, refundId)
  if (!posted.ok) return failed(posted.error)
  const { status } = posted.value
  if (status === 'SUCCESS') return ok(null)
  await settleLateRefund(ctx, { refundId, status })
  return fail({
    code: status === 'ABNORMAL' || status === 'UNKNOWN' ? 'NEVER' : 'LATER',
    reason: status,
  })
}

const failed = ({ isFinal, reason }: ProviderFailure) =>
  fail({ code: isFinal ? ('NEVER' as const) : ('LATER' as const), reason })

const post = (
  ctx: Context,
  { orderId, fen }: OutboxMessageOf<'refundLatePayment'>,
  refundId: string,
): Promise<Result<{ status: RefundStatus }, ProviderFailure>> =>
  ctx.payment.refund({
    refundId,
    orderId,
    refundFen: fen,
    totalFen: fen,
    reason: '订单已关闭，款项原路退回',
  })
