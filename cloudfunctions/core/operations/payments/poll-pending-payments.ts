import { command } from '@core/data/database'
import { describeError } from '@core/data/failures'
import type { OrderDocument } from '@core/data/orders/documents'
import { MINUTE_MS } from '@core/kernel/calendar'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import type { Context } from '@core/operations/context'
import { settlePayment } from '@core/operations/orders/settle-payment'

/** How long a callback may take before polling; WeChat Pay's first retry comes after 15 s. */
const NOTICE_GRACE_MS = 2 * MINUTE_MS
/** Orders per run; the next run, minutes later, takes the rest. */
const ORDERS_PER_RUN = 100
/** Orders queried in parallel. */
const PARALLEL = 4

/** Payments queried in a run, and those found paid without a callback. */
export type PaymentPoll = { asked: number; found: number }

/**
 * Queries payments that were started a few minutes ago without a callback, since callbacks are not
 * guaranteed. An order is queried in every run until it is paid or closed.
 */
export async function pollPendingPayments(ctx: Context): Promise<PaymentPoll> {
  const begun = await ctx.db.find('orders', {
    where: {
      state: 'awaitingPayment',
      paymentBegunAt: command.lte(ctx.now - NOTICE_GRACE_MS),
    },
    orderBy: [['paymentBegunAt', 'asc']],
    limit: ORDERS_PER_RUN,
  })
  const poll: PaymentPoll = { asked: begun.length, found: 0 }
  await mapWithConcurrency(begun, PARALLEL, async (order) => {
    if (await settleIfPaid(ctx, order)) poll.found += 1
  })
  return poll
}

async function settleIfPaid(ctx: Context, { _id: orderId }: OrderDocument): Promise<boolean> {
  try {
    const asked = await ctx.payment.query(orderId)
    if (!asked.ok) ctx.log.error('payment-query-failed', { orderId, reason: asked.error.reason })
    if (!asked.ok || asked.value === null) return false
    return (await settlePayment(ctx, asked.value)).ok
  } catch (error) {
    ctx.log.error('payment-not-settled', { orderId, reason: describeError(error) })
    return false
  }
}
