import type { OrderDocument } from '@core/data/orders/documents'
import { nextOrderState } from '@core/domain/orders/order'
import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import type { CancelInput } from '../../contract/order-care'
import type { OrderView, WrongState } from '../../contract/orders'
import type { Context } from '../context'
import { askPayment } from './ask-payment'
import { closeUnpaid, type UnpaidClosing } from './close-unpaid'
import { findOwnOrder } from './find-own-order'
import { orderView } from './views'

type CancelError = NotFound | WrongState | { code: 'PAYMENT_UNAVAILABLE' }

/**
 * Cancels an unpaid order of the caller and releases everything it reserved. One that is closed
 * without having been paid is cancelled already.
 */
export async function cancelOrder(
  ctx: Context,
  { orderId, reason }: CancelInput,
): Promise<Result<OrderView, CancelError>> {
  const own = await findOwnOrder(ctx, orderId)
  if (!own.ok) return own
  const { state, paidAt } = own.value
  if (state === 'closed' && paidAt === null) return ok(orderView(ctx.vault, own.value))
  if (nextOrderState(state, 'cancel') === null) return fail({ code: 'WRONG_STATE', state })
  const closing = { reason: 'CANCELLED', ...(reason && { cancelReason: reason }) } as const
  const now = await closeOrder(ctx, own.value, closing)
  if (now.state === 'closed') return ok(orderView(ctx.vault, now))
  if (now.state === 'awaitingPayment') return fail({ code: 'PAYMENT_UNAVAILABLE' })
  return fail({ code: 'WRONG_STATE', state: now.state })
}

/**
 * Closes an unpaid order. The payment is closed first, so that a closed order cannot be paid; if it
 * was paid already, the order is settled instead. While the provider cannot be reached the order
 * stays unchanged. Returns the current order.
 */
export async function closeOrder(
  ctx: Context,
  order: OrderDocument,
  closing: UnpaidClosing,
): Promise<OrderDocument> {
  const stopped = await ctx.payment.close(order._id)
  if (stopped.ok) return closeUnpaid(ctx, order, closing)
  // Refused: it may be paid without its callback having arrived, or be closed already.
  const asked = await askPayment(ctx, order._id)
  if (asked === 'PAID' || asked === 'CLOSED') {
    return (await ctx.db.get('orders', order._id)) ?? order
  }
  ctx.log.error('payment-not-closed', { orderId: order._id, reason: stopped.error.reason })
  return order
}
