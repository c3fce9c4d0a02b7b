import { command } from '@core/data/database'
import { lateRefundId } from '@core/data/orders/outbox'
import { LATE_REFUND_TRIES_MAX, lateRefundOf } from '@core/domain/orders/late-refund'
import { type Instant, MINUTE_MS } from '@core/kernel/calendar'
import type { Context } from '../context'
import type { RefundCallback, RefundStatus } from '../ports'

/** How long until the provider is asked again about a refund that it has accepted. */
const ASK_AGAIN_MS = 30 * MINUTE_MS
/** Refunds of one payment must be a minute apart (pay.weixin.qq.com, refunds). */
const NEXT_NUMBER_MS = MINUTE_MS

type Status = Pick<RefundCallback, 'refundId' | 'status'>

/**
 * Applies the provider's status to the refund of a late payment: it is done, is sent again under
 * the next number, or waits for the staff. Idempotent; the status of an earlier number, or of a
 * refund that the staff settled, changes nothing.
 */
export async function settleLateRefund(ctx: Context, { refundId, status }: Status): Promise<void> {
  const late = lateRefundOf(refundId)
  if (!late) return
  const changes = changesBy(status, late.refundTry, ctx.now)
  const isChanged =
    (await ctx.db.update('outbox', openLateRefund(late), changes)) > 0 ||
    (isOver(status) && (await reopen(ctx, late, changes)))
  if (isChanged && isOver(status)) ctx.log.error('late-refund-failed', { refundId, status })
}

/** The refund ended without the money going back. */
const isOver = (status: RefundStatus): boolean => status !== 'SUCCESS' && status !== 'PROCESSING'

type Late = { transactionId: string; refundTry: number }

/** The message of a late refund that is not settled, if it is sent under this number. */
export const openLateRefund = ({ transactionId, refundTry }: Late) => ({
  _id: lateRefundId(transactionId),
  state: command.in(['due', 'failed']),
  refundTry: refundTry === 1 ? command.exists(false).or(command.eq(1)) : refundTry,
})

/** Earlier releases, which counted no tries, were done once the refund was accepted. */
const reopen = async (
  ctx: Context,
  { transactionId, refundTry }: Late,
  changes: object,
): Promise<boolean> =>
  refundTry === 1 &&
  (await ctx.db.update(
    'outbox',
    { _id: lateRefundId(transactionId), state: 'done', refundTry: command.exists(false) },
    { ...changes },
  )) > 0

function changesBy(status: RefundStatus, refundTry: number, now: Instant) {
  if (status === 'SUCCESS') return { state: 'done', lastError: '' }
  const isNext = status === 'CLOSED' && refundTry < LATE_REFUND_TRIES_MAX
  if (status !== 'PROCESSING' && !isNext) return { state: 'failed', lastError: status }
  return {
    state: 'due',
    // Not the number of tries that a running delivery knows, so that it leaves the message alone.
    tries: 0,
    lastError: status,
    refundTry: isNext ? refundTry + 1 : refundTry,
    dueAt: now + (isNext ? NEXT_NUMBER_MS : ASK_AGAIN_MS),
  }
}
