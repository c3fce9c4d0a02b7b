import type { Context } from '../context'
import { closeUnpaid } from './close-unpaid'
import { settlePayment } from './settle-payment'

/**
 * What the provider said of a payment, and what was done: `PAID`: recorded; `CLOSED`: it can no
 * longer be paid, so the order is closed; `OPEN`: it is not paid yet; `UNCLEAR`: no answer, or none
 * that the order agrees with.
 */
type AskedPayment = 'PAID' | 'CLOSED' | 'OPEN' | 'UNCLEAR'

/** Asks the provider for the payment of an order and applies the answer. Idempotent. */
export async function askPayment(ctx: Context, orderId: string): Promise<AskedPayment> {
  const asked = await ctx.payment.query(orderId)
  if (!asked.ok) {
    ctx.log.error('payment-query-failed', { orderId, reason: asked.error.reason })
    return 'UNCLEAR'
  }
  if (asked.value === null) return 'OPEN'
  if (asked.value === 'CLOSED') {
    const order = await ctx.db.get('orders', orderId)
    if (order?.state === 'awaitingPayment')
      await closeUnpaid(ctx, order, { reason: 'NOT_PAID_IN_TIME' })
    return 'CLOSED'
  }
  const settled = await settlePayment(ctx, asked.value)
  if (settled.ok) return 'PAID'
  ctx.log.error('payment-not-settled', { orderId, reason: settled.error.code })
  return 'UNCLEAR'
}
