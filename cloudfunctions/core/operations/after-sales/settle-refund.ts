import { changedAfterSale, toAfterSale } from '@core/data/after-sales/after-sales'
import { notificationMessage } from '@core/data/notifications/outbox'
import { enqueue } from '@core/data/outbox/outbox'
import {
  type AfterSale,
  afterSaleIdOf,
  hasReached,
  nextAfterSaleState,
  refundNumber,
  transitionAfterSale,
} from '@core/domain/after-sales/after-sale'
import { notificationTime } from '@core/domain/notifications/notification'
import { lateRefundOf } from '@core/domain/orders/late-refund'
import { formatFen } from '@core/kernel/money'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { settleLateRefund } from '../orders/settle-late-refund'
import { goodsText } from '../orders/views'
import type { RefundCallback, RefundStatus } from '../ports'

/** What became of a refund; `REFUSED`: it was not accepted, and another try changes nothing. */
type RefundOutcome = Omit<RefundCallback, 'status'> & {
  status: RefundStatus | 'REFUSED'
  reason?: string
}

/** Characters of a reason that are kept. */
const REASON_MAX = 200

/**
 * Applies the provider's status of a refund: it succeeded, or it failed and the staff must decide.
 * Idempotent. The refund of a late payment has no after-sale, only its message.
 */
export async function settleRefund(ctx: Context, refund: RefundOutcome): Promise<void> {
  const { refundId, status, reason = status } = refund
  if (status === 'PROCESSING') return
  if (lateRefundOf(refundId)) {
    if (status !== 'REFUSED') await settleLateRefund(ctx, { refundId, status })
    return
  }
  const event = status === 'SUCCESS' ? 'settle' : 'fail'
  await ctx.db.transact(async (transaction) => {
    const document = await transaction.get('afterSales', afterSaleIdOf(refundId))
    if (!document || hasReached(document.state, event)) return
    // The end of an earlier number says nothing of the one that was sent since.
    if (event === 'fail' && refundNumber(toAfterSale(document)) !== refundId) return
    if (nextAfterSaleState(document.state, event) === null) return
    const changes =
      event === 'settle'
        ? { finishedAt: ctx.now }
        : { finishedAt: null, refundFailure: reason.slice(0, REASON_MAX) }
    const after = transitionAfterSale(toAfterSale(document), event, changes)
    await transaction.put('afterSales', changedAfterSale(after))
    if (event === 'settle') await notifyRefunded(transaction, ctx, after)
  })
  if (event === 'fail') {
    ctx.log.error('refund-failed', { refundId, status, reason })
  }
}

/** Notifies the customer of the refund, if they subscribed to it. */
export async function notifyRefunded(
  transaction: Transaction,
  ctx: Context,
  { id, orderId, memberId, refundFen, lines }: AfterSale,
): Promise<void> {
  const order = await transaction.get('orders', orderId)
  const refunded = order?.lines.filter((line) => lines.some(({ key }) => key === line.key)) ?? []
  const fields = {
    goods: goodsText(refunded),
    amount: `¥${formatFen(refundFen)}`,
    at: notificationTime(ctx.now),
  }
  const page = `pages/after-sales/detail/index?id=${id}`
  const notification = { template: 'refunded' as const, memberId, cause: id, page, fields }
  await enqueue(transaction, notificationMessage(notification), ctx.now)
}
