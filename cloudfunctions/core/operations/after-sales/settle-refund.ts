import { changedAfterSale, toAfterSale } from '@core/data/after-sales/after-sales'
import { notificationMessage } from '@core/data/notifications/outbox'
import { enqueue } from '@core/data/outbox/outbox'
import {
  type AfterSale,
  afterSaleOf,
  hasReached,
  nextAfterSaleState,
  transitionAfterSale,
} from '@core/domain/after-sales/after-sale'
import { notificationTime } from '@core/domain/notifications/notification'
import { formatFen } from '@core/kernel/money'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { goodsWords } from '../orders/views'
import type { RefundCallback } from '../ports'

/**
 * The provider tells what became of a refund: the money has arrived, or it could not be sent and
 * the staff must decide. Told again it changes nothing. A refund that is no after-sale (of a late
 * payment) has nothing more to be told of.
 */
export async function settleRefund(ctx: Context, refund: RefundCallback): Promise<void> {
  if (refund.status === 'PROCESSING') return
  const event = refund.status === 'SUCCESS' ? 'settle' : 'fail'
  await ctx.db.transact(async (transaction) => {
    const document = await transaction.get('afterSales', afterSaleOf(refund.refundId))
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

/** The customer is told that the money has gone back, if they asked to be. */
export async function notifyRefunded(
  transaction: Transaction,
  ctx: Context,
  { id, orderId, memberId, refundFen, lines }: AfterSale,
): Promise<void> {
  const order = await transaction.get('orders', orderId)
  const asked = order?.lines.filter((line) => lines.some(({ key }) => key === line.key)) ?? []
  const fields = {
    goods: goodsWords(asked),
    amount: `¥${formatFen(refundFen)}`,
    at: notificationTime(ctx.now),
  }
  const page = `pages/after-sales/detail/index?id=${id}`
  const notice = { template: 'refunded' as const, memberId, cause: id, page, fields }
  await enqueue(transaction, notificationMessage(notice), ctx.now)
}
