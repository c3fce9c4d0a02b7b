import type { OrderDocument } from '@core/data/orders/documents'
import { cutText } from '@core/kernel/cut-text'
import { fail, ok, type Result } from '@core/kernel/result'
import type { OrderInput, PayError, Payment } from '../../contract/orders'
import type { Context } from '../context'
import { askPayment } from './ask-payment'
import { findOwnOrder } from './find-own-order'
import { settleFree } from './settle-payment'

/**
 * Bytes of `description` in WeChat's payment dialog. WeChat Pay allows 127 characters and cloudPay
 * 128 bytes; both hold 120 bytes, which are 40 Chinese characters.
 */
const DESCRIPTION_BYTES_MAX = 120
/** The description of a title of which not a single character fits. */
const UNNAMED = '商品'

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
      description: describeOrder(lines[0]?.title ?? '', lines.length),
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
  // The provider does not start again what is paid, perhaps before its callback, or closed.
  const asked = await askPayment(ctx, orderId)
  if (asked === 'PAID') return fail({ code: 'WRONG_STATE', state: 'paid' })
  if (asked === 'CLOSED') return fail({ code: 'WRONG_STATE', state: 'closed' })
  ctx.log.error('payment-not-begun', { orderId, reason: begun.error.reason })
  return fail({ code: 'PAYMENT_UNAVAILABLE', reason: begun.error.reason })
}

/** The title is cut, not how many more there are. */
export function describeOrder(title: string, lines: number): string {
  const more = lines > 1 ? `等 ${lines} 件` : ''
  const shown = cutText(title, DESCRIPTION_BYTES_MAX - Buffer.byteLength(more))
  return `${shown.trim() || UNNAMED}${more}`
}
