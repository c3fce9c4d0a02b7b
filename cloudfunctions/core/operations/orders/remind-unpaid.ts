import { notificationMessage } from '@core/data/notifications/outbox'
import type { OrderDocument } from '@core/data/orders/documents'
import { enqueue } from '@core/data/outbox/outbox'
import { notificationTime } from '@core/domain/notifications/notification'
import { formatFen } from '@core/kernel/money'
import { command } from '../../data/database'
import type { Context } from '../context'
import { eachDue } from '../each-due'
import { goodsText, orderPage } from './views'

const REMINDER_DUE = { duty: 'remindUnpaid', collection: 'orders', path: 'remindAt' } as const

/**
 * Reminds customers of unpaid orders that will close soon, once per order. The notification is only
 * sent to customers who subscribed to it.
 */
export async function remindUnpaid(ctx: Context): Promise<{ reminded: number; failed: number }> {
  let reminded = 0
  const failed = await eachDue(ctx, REMINDER_DUE, async (orderId) => {
    const order = await ctx.db.get('orders', orderId)
    if (order) await remind(ctx, order)
    reminded += 1
  })
  return { reminded, failed }
}

async function remind(
  ctx: Context,
  { _id: orderId, memberId, lines, quote, dueAt, state }: OrderDocument,
): Promise<void> {
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
