import { changedAfterSale, toAfterSale } from '@core/data/after-sales/after-sales'
import { notificationMessage } from '@core/data/notifications/outbox'
import { enqueue } from '@core/data/outbox/outbox'
import {
  type AfterSale,
  afterSaleIdOf,
  hasReached,
  nextAfterSaleState,
  transitionAfterSale,
} from '@core/domain/after-sales/after-sale'
import { notificationTime } from '@core/domain/notifications/notification'
import { formatFen } from '@core/kernel/money'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { goodsText } from '../orders/views'
import type { RefundCallback } from '../ports'

/**
 * Applies the provider's status of a refund: it succeeded, or it failed and the staff must decide.
 * Idempotent. The refund of a late payment has no after-sale and is ignored.
 */
export async function settleRefund(ctx: Context, refund: RefundCallback): Promise<void> {
  if (refund.status === 'PROCESSING') return
  const event = refund.status === 'SUCCESS' ? 'settle' : 'fail'
  await ctx.db.transact(async (transaction) => {
    const document = await transaction.get('afterSales', afterSaleIdOf(refund.refundId))
    if (!document || hasReached(document.state, event)) return
    if (nextAfterSaleState(document.state, event) === null) return
    const finishedAt = event === 'settle' ? ctx.now : null
    const after = transitionAfterSale(toAfterSale(document), event, { finishedAt })
    await transaction.put('afterSales', changedAfterSale(after))
    if (event === 'settle') await notifyRefunded(transaction, ctx, after)
  })
  if (event === 'fail') {
    ctx.log.error('refund-failed', { refundId: refund.refundId, status: refund.status })
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
