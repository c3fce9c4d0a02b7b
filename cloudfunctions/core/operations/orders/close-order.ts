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

/** The caller gives up an order that is not paid; its stock goes back at once. */
export async function cancelOrder(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<OrderView, NotFound | WrongState>> {
  const own = await ownOrder(ctx, orderId)
  if (!own.ok) return own
  if (nextState(own.value.state, 'cancel') === null) {
    return fail({ code: 'WRONG_STATE', state: own.value.state })
  }
  const now = await closeOrder(ctx, own.value, 'CANCELLED')
  if (now.state !== 'closed') return fail({ code: 'WRONG_STATE', state: now.state })
  return ok(orderView(ctx.vault, now))
}

/**
 * Closes an unpaid order and gives its stock back. The payment is closed first: if the provider
 * says that the money has come after all, the order is settled instead. Answers the order as it
 * is then.
 */
export async function closeOrder(
  ctx: Context,
  order: OrderDocument,
  reason: CloseReason,
): Promise<OrderDocument> {
  const asked = await ctx.payment.query(order._id)
  if (asked.ok && asked.value) {
    await settlePayment(ctx, asked.value)
    return (await ctx.db.get('orders', order._id)) ?? order
  }
  await ctx.payment.close(order._id)
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
