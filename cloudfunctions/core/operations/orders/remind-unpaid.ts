import { notificationMessage } from '@core/data/notifications/outbox'
import { enqueue } from '@core/data/outbox/outbox'
import { notificationTime } from '@core/domain/notifications/notification'
import { formatFen } from '@core/kernel/money'
import { command } from '../../data/database'
import type { Context } from '../context'
import { goodsText, orderPage } from './views'

/** Orders per run. */
const PER_RUN = 200

/**
 * Reminds customers of unpaid orders that will close soon, once per order. The notification is only
 * sent to customers who subscribed to it.
 */
export async function remindUnpaid(ctx: Context): Promise<number> {
  const due = await ctx.db.find('orders', {
    where: { remindAt: command.lte(ctx.now) },
    orderBy: [['remindAt', 'asc']],
    limit: PER_RUN,
  })
  for (const { _id: orderId, memberId, lines, quote, dueAt, state } of due) {
    if (state === 'awaitingPayment' && dueAt !== null && dueAt > ctx.now) {
      const fields = {
        goods: goodsText(lines),
        total: `¥${formatFen(quote.totalFen)}`,
        payBy: notificationTime(dueAt),
      }
      const page = orderPage(orderId)
      const notification = {
        template: 'payReminder' as const,
        memberId,
        cause: orderId,
        page,
        fields,
      }
      await enqueue(ctx.db, notificationMessage({ ...notification, until: dueAt }), ctx.now)
    }
    await ctx.db.update(
      'orders',
      { _id: orderId, remindAt: command.lte(ctx.now) },
      { remindAt: null },
    )
  }
  return due.length
}
