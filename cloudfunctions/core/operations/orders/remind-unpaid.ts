import { notificationMessage } from '@core/data/notifications/outbox'
import { enqueue } from '@core/data/outbox/outbox'
import { notificationTime } from '@core/domain/notifications/notification'
import { formatFen } from '@core/kernel/money'
import { command } from '../../data/database'
import type { Context } from '../context'
import { goodsWords, orderPage } from './views'

/** Orders reminded of in one run. */
const PER_RUN = 200

/**
 * Reminds the customers of orders that will close soon, each order once. Whether a message goes
 * out is decided by what its customer has asked to be told (`operations/outbox/notice`).
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
        goods: goodsWords(lines),
        total: `¥${formatFen(quote.totalFen)}`,
        payBy: notificationTime(dueAt),
      }
      const page = orderPage(orderId)
      const notice = { template: 'payReminder' as const, memberId, cause: orderId, page, fields }
      await enqueue(ctx.db, notificationMessage({ ...notice, until: dueAt }), ctx.now)
    }
    await ctx.db.update(
      'orders',
      { _id: orderId, remindAt: command.lte(ctx.now) },
      { remindAt: null },
    )
  }
  return due.length
}
