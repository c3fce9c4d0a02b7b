import type { OrderInput, PayError, PaymentArguments } from '../../contract/orders'
import { fail, ok, type Result } from '../../domain/result'
import type { Context } from '../context'
import { ownOrder } from './own-order'
import { settlePayment } from './settle-payment'

/** Characters of what WeChat's cashier says is bought (`description`, at most 127). */
const DESCRIPTION_MAX = 40

/**
 * Begins the payment of an order, or begins it again. An order whose time has run out but which
 * the sweep has not closed yet cannot be paid any more.
 */
export async function payOrder(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<PaymentArguments, PayError>> {
  const own = await ownOrder(ctx, orderId)
  if (!own.ok) return own
  const order = own.value
  const isPayable = order.state === 'awaitingPayment' && (order.dueAt ?? 0) > ctx.now
  if (!isPayable || ctx.openid === null) return fail({ code: 'WRONG_STATE', state: order.state })
  const begun = await ctx.payment.begin({
    orderId,
    totalFen: order.quote.totalFen,
    description: describe(order.lines[0]?.title ?? '', order.lines.length),
    openid: ctx.openid,
    expiresAt: order.dueAt ?? ctx.now,
  })
  if (begun.ok) return ok(begun.value)
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
