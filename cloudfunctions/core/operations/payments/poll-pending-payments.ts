import { MINUTE_MS } from '@core/kernel/calendar'
import type { Context } from '@core/operations/context'
import { eachDue } from '@core/operations/each-due'
import { askPayment } from '@core/operations/orders/ask-payment'

/** How long a callback may take before polling; WeChat Pay's first retry comes after 15 s. */
const NOTICE_GRACE_MS = 2 * MINUTE_MS
/** Payments queried in a run, and those found paid without a callback. */
export type PaymentPoll = { asked: number; found: number }

/**
 * Queries payments that were started a few minutes ago without a callback, since callbacks are not
 * guaranteed. An order is queried in every run until it is paid or closed; one whose payment is
 * closed at the provider is closed here.
 */
export async function pollPendingPayments(ctx: Context): Promise<PaymentPoll> {
  const poll: PaymentPoll = { asked: 0, found: 0 }
  const begun = {
    duty: 'askForPayment',
    collection: 'orders',
    path: 'paymentBegunAt',
    where: { state: 'awaitingPayment' },
    by: ctx.now - NOTICE_GRACE_MS,
  } as const
  await eachDue(ctx, begun, async (orderId) => {
    poll.asked += 1
    if (await settleIfPaid(ctx, orderId)) poll.found += 1
  })
  return poll
}

async function settleIfPaid(ctx: Context, orderId: string): Promise<boolean> {
  return (await askPayment(ctx, orderId)) === 'PAID'
}
