import type { OrderDocument } from '@core/data/orders/documents'
import { fail, ok, type Result } from '@core/kernel/result'
import type { OrderInput, PayError, Payment } from '../../contract/orders'
import type { Context } from '../context'
import { ownOrder } from './own-order'
import { settleFree, settlePayment } from './settle-payment'

/** Characters of what WeChat's cashier says is bought (`description`, at most 127). */
const DESCRIPTION_MAX = 40

/**
 * Begins the payment of an order, or begins it again. An order whose time has run out but which
 * the sweep has not closed yet cannot be paid any more; one that costs nothing is settled.
 */
export async function payOrder(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<Payment, PayError>> {
  const own = await ownOrder(ctx, orderId)
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
    // From now on the sweep asks the provider when no notice comes.
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

/** The provider refuses to begin a payment twice paid: then no notice has reached us yet. */
async function settleIfPaid(ctx: Context, orderId: string): Promise<boolean> {
  const asked = await ctx.payment.query(orderId)
  if (!asked.ok || asked.value === null) return false
  return (await settlePayment(ctx, asked.value)).ok
}
