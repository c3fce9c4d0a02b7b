import type { OrderDocument } from '@core/data/orders/documents'
import { fail, ok, type Result } from '@core/kernel/result'
import type { OrderInput, PayError, Payment } from '../../contract/orders'
import type { Context } from '../context'
import { findOwnOrder } from './find-own-order'
import { settleFree, settlePayment } from './settle-payment'

/** Characters of `description` in WeChat's payment dialog (at most 127). */
const DESCRIPTION_MAX = 40

/**
 * Starts the payment of an order, or starts it again. An overdue order that the sweep has not
 * closed yet can no longer be paid; a free order is settled immediately.
 */
export async function payOrder(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<Payment, PayError>> {
  const own = await findOwnOrder(ctx, orderId)
  if (!own.ok) return own
  const order = own.value
  const isPayable = order.state === 'awaitingPayment' && (order.dueAt ?? 0) > ctx.now
  if (!isPayable || ctx.openid === null) return fail({ code: 'WRONG_STATE', state: order.state })
  if (order.quote.totalFen === 0) {
    await settleFree(ctx, order)
    return ok({ kind: 'nothingToPay' })
  }
  return begin(ctx, order, ctx.openid)
}

async function begin(
  ctx: Context,
  order: OrderDocument,
  openid: string,
): Promise<Result<Payment, PayError>> {
  const { _id: orderId, quote, lines, dueAt } = order
  const [begun] = await Promise.all([
    ctx.payment.begin({
      orderId,
      totalFen: quote.totalFen,
      description: describe(lines[0]?.title ?? '', lines.length),
      openid,
      expiresAt: dueAt ?? ctx.now,
    }),
    // From now on the provider is polled when no callback arrives.
    ctx.db.update(
      'orders',
      { _id: orderId, state: 'awaitingPayment', paymentBegunAt: null },
      { paymentBegunAt: ctx.now },
    ),
  ])
  if (begun.ok) return ok({ kind: 'cashier', arguments: begun.value })
  if (await settleIfPaid(ctx, orderId)) return fail({ code: 'WRONG_STATE', state: 'paid' })
  ctx.log.error('payment-not-begun', { orderId, reason: begun.error.reason })
  return fail({ code: 'PAYMENT_UNAVAILABLE', reason: begun.error.reason })
}

const describe = (title: string, lines: number): string =>
  (lines > 1 ? `${title}等 ${lines} 件` : title).slice(0, DESCRIPTION_MAX)

/** The provider refuses to start a paid payment again: its callback may not have arrived yet. */
async function settleIfPaid(ctx: Context, orderId: string): Promise<boolean> {
  const asked = await ctx.payment.query(orderId)
  if (!asked.ok || asked.value === null) return false
  return (await settlePayment(ctx, asked.value)).ok
}
