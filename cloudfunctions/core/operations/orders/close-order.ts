import type { NotFound } from '../../contract/errors'
import type { OrderInput, OrderView, WrongState } from '../../contract/orders'
import { lifecycleSettings, saveChange, toMember } from '../../data/members'
import { changedOrder, toOrder } from '../../data/orders'
import type { OrderDocument } from '../../data/documents'
import { release } from '../../data/stock'
import { review } from '../../domain/member'
import { closed, nextState, type CloseReason } from '../../domain/order'
import { fail, ok, type Result } from '../../domain/result'
import type { Context } from '../context'
import { customerIn } from '../members/customer'
import { settlePayment } from './settle-payment'
import { ownOrder } from './own-order'
import { orderView } from './views'

/** Why an order was not given up. */
type CancelError = NotFound | WrongState | { code: 'PAYMENT_UNAVAILABLE' }

/** The caller gives up an order that is not paid; its stock goes back at once. */
export async function cancelOrder(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<OrderView, CancelError>> {
  const own = await ownOrder(ctx, orderId)
  if (!own.ok) return own
  if (nextState(own.value.state, 'cancel') === null) {
    return fail({ code: 'WRONG_STATE', state: own.value.state })
  }
  const now = await closeOrder(ctx, own.value, 'CANCELLED')
  if (now.state === 'closed') return ok(orderView(ctx.vault, now))
  if (now.state === 'awaitingPayment') return fail({ code: 'PAYMENT_UNAVAILABLE' })
  return fail({ code: 'WRONG_STATE', state: now.state })
}

/**
 * Closes an unpaid order and gives its stock back. The payment is closed first, so that no money
 * can come for an order that is closed; if it came before, the order is settled instead. While
 * the provider cannot be asked the order stays as it is. Answers the order as it is then.
 */
export async function closeOrder(
  ctx: Context,
  order: OrderDocument,
  reason: CloseReason,
): Promise<OrderDocument> {
  const stopped = await ctx.payment.close(order._id)
  if (!stopped.ok) return settleInstead(ctx, order, stopped.error.reason)
  const settings = await lifecycleSettings(ctx.db, ctx.program)
  const now = await ctx.db.transact(async (transaction) => {
    const current = await transaction.get('orders', order._id)
    if (!current || current.state !== 'awaitingPayment') return current ?? order
    const changed = changedOrder(current, closed(toOrder(current), { reason, at: ctx.now }))
    await transaction.put('orders', changed)
    const before = await customerIn(transaction, order.memberId)
    const member = toMember(before)
    const facts = { ...member.facts, openOrders: Math.max(0, member.facts.openOrders - 1) }
    await saveChange(transaction, before, {
      change: review({ ...member, facts }, ctx.now, settings),
      happening: { _id: `close:${order._id}`, kind: 'close', at: ctx.now, orderId: order._id },
    })
    return changed
  })
  if (now.state === 'closed') {
    await Promise.all(now.lines.map((line) => release(ctx.db, now._id, line)))
  }
  return now
}

/** The provider will not close the payment: perhaps it is paid and no notice has reached us. */
async function settleInstead(
  ctx: Context,
  order: OrderDocument,
  reason: string,
): Promise<OrderDocument> {
  const asked = await ctx.payment.query(order._id)
  if (!asked.ok || asked.value === null) {
    ctx.log.error('payment-not-closed', { orderId: order._id, reason })
    return order
  }
  await settlePayment(ctx, asked.value)
  return (await ctx.db.get('orders', order._id)) ?? order
}
