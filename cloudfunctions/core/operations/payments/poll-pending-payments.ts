import { command } from '@core/data/database'
import { describeError } from '@core/data/failures'
import type { OrderDocument } from '@core/data/orders/documents'
import { MINUTE_MS } from '@core/kernel/calendar'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import type { Context } from '@core/operations/context'
import { settlePayment } from '@core/operations/orders/settle-payment'

/** How long a notice may take before we ask; WeChat Pay's second try comes after 15 s. */
const NOTICE_GRACE_MS = 2 * MINUTE_MS
/** Orders asked about in one run; the next run, minutes later, takes the rest. */
const ORDERS_PER_RUN = 100
/** Orders asked about at the same time. */
const PARALLEL = 4

/** What a run did: payments found without their notice. */
export type PaymentPoll = { asked: number; found: number }

/**
 * Asks the provider for payments that were begun a few minutes ago and of which no notice has come:
 * notices are promised by nobody. An order is asked about at every run until it is paid or closed.
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
  const chase: PaymentPoll = { asked: begun.length, found: 0 }
  await mapWithConcurrency(begun, PARALLEL, async (order) => {
    if (await isFound(ctx, order)) chase.found += 1
  })
  return chase
}

async function isFound(ctx: Context, { _id: orderId }: OrderDocument): Promise<boolean> {
  try {
    const asked = await ctx.payment.query(orderId)
    if (!asked.ok) ctx.log.error('payment-not-asked', { orderId, reason: asked.error.reason })
    if (!asked.ok || asked.value === null) return false
    return (await settlePayment(ctx, asked.value)).ok
  } catch (error) {
    ctx.log.error('payment-not-settled', { orderId, reason: describeError(error) })
    return false
  }
}
