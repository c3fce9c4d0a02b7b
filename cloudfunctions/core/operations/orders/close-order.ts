import { unlockGrant } from '@core/data/coupons/grants'
import { saveChange, toMember } from '@core/data/members/members'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { countPurchases } from '@core/data/orders/purchase-counters'
import { transferDocument } from '@core/data/points/transfers'
import { tradeSettings } from '@core/data/pricing/settings'
import { release } from '@core/data/stock/holds'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { updateLifecycle } from '@core/domain/members/member'
import { nextState, piecesBySku } from '@core/domain/orders/order'
import { closed } from '@core/domain/orders/transitions'
import { applyTransfers, transfer } from '@core/domain/points/points'
import { fail, ok, type Result } from '@core/kernel/result'
import { memberIn } from '@core/operations/lifecycle/customer'
import type { NotFound } from '../../contract/errors'
import type { OrderInput, OrderView, WrongState } from '../../contract/orders'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { ownOrder } from './own-order'
import { settlePayment } from './settle-payment'
import { orderView } from './views'

/** Why an order was not given up. */
type CancelError = NotFound | WrongState | { code: 'PAYMENT_UNAVAILABLE' }

/** Why an unpaid order is closed. */
type UnpaidReason = 'CANCELLED' | 'NOT_PAID_IN_TIME'

/** The caller gives up an order that is not paid; all it had taken goes back at once. */
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
 * Closes an unpaid order and gives back exactly what placing it took: stock, coupon, points and
 * the member's counts. The payment is closed first, so that no money can come for an order that is
 * closed; if it came before, the order is settled instead. While the provider cannot be asked the
 * order stays as it is. Answers the order as it is then.
 */
export async function closeOrder(
  ctx: Context,
  order: OrderDocument,
  reason: UnpaidReason,
): Promise<OrderDocument> {
  const stopped = await ctx.payment.close(order._id)
  if (!stopped.ok) return settleInstead(ctx, order, stopped.error.reason)
  const { lifecycle } = await tradeSettings(ctx.db, ctx.program)
  const now = await ctx.db.transact((transaction) =>
    closeIn(transaction, ctx, { order, reason, lifecycle }),
  )
  if (now.state === 'closed') await giveBack(ctx, now)
  return now
}

type Closing = { order: OrderDocument; reason: UnpaidReason; lifecycle: LifecycleSettings }

async function closeIn(
  transaction: Transaction,
  ctx: Context,
  { order, reason, lifecycle }: Closing,
): Promise<OrderDocument> {
  const current = await transaction.get('orders', order._id)
  if (!current || current.state !== 'awaitingPayment') return current ?? order
  const changed = changedOrder(current, closed(toOrder(current), { reason, at: ctx.now }))
  await transaction.put('orders', changed)
  const { _id: orderId, memberId, uses } = current
  await countPurchases(transaction, memberId, { uses, sign: -1 })
  const cause = { memberId, orderId, points: uses.points, at: ctx.now }
  const back = uses.points > 0 ? transfer('void', cause) : null
  if (back) await transaction.add('pointsLedger', transferDocument(back))
  const before = await memberIn(transaction, memberId)
  const member = toMember(before)
  const facts = { ...member.facts, openOrders: Math.max(0, member.facts.openOrders - 1) }
  const points = back ? applyTransfers(member.points, back) : member.points
  await saveChange(transaction, before, {
    change: updateLifecycle({ ...member, facts, points }, ctx.now, lifecycle),
    happening: { _id: `close:${orderId}`, kind: 'close', at: ctx.now, orderId },
  })
  return changed
}

/** What lies outside the transaction goes back; each step does nothing the second time. */
async function giveBack(ctx: Context, { _id: orderId, lines, uses }: OrderDocument): Promise<void> {
  const pieces = [...piecesBySku(lines), ...uses.activityPieces]
  await Promise.all([
    ...pieces.map((one) => release(ctx.db, orderId, one)),
    ...(uses.grantId === null ? [] : [unlockGrant(ctx.db, uses.grantId, orderId)]),
  ])
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
