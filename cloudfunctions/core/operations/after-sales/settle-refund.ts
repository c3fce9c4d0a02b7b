import type { Context } from '../context'
import type { RefundNotice } from '../ports'

/** The provider tells what became of a refund. */
export async function settleRefund(ctx: Context, refund: RefundNotice): Promise<void> {
  ctx.log.info('refund-told', { refundId: refund.refundId, status: refund.status })
}
