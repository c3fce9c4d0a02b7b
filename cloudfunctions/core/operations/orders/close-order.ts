import { unlockGrant } from '@core/data/coupons/grants'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { countPurchases } from '@core/data/orders/purchase-counters'
import { transferDocument } from '@core/data/points/transfers'
import { tradeSettings } from '@core/data/pricing/settings'
import { release } from '@core/data/stock/holds'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { withOrderClosed } from '@core/domain/members/facts'
import { withFacts } from '@core/domain/members/member'
import { nextOrderState, piecesBySku } from '@core/domain/orders/order'
import { closeUnpaidOrder } from '@core/domain/orders/transitions'
import { heldPieces, withUnpaidGivenUp } from '@core/domain/orders/unpaid'
import { transfer, withTransfers } from '@core/domain/points/points'
import { fail, ok, type Result } from '@core/kernel/result'
import { recordReview } from '@core/operations/lifecycle/record-event'
import type { NotFound } from '../../contract/errors'
import type { OrderInput, OrderView, WrongState } from '../../contract/orders'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { findOwnOrder } from './find-own-order'
import { settlePayment } from './settle-payment'
import { orderView } from './views'

type CancelError = NotFound | WrongState | { code: 'PAYMENT_UNAVAILABLE' }

type UnpaidReason = 'CANCELLED' | 'NOT_PAID_IN_TIME'

/** Cancels an unpaid order of the caller and releases everything it reserved. */
export async function cancelOrder(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<OrderView, CancelError>> {
  const own = await findOwnOrder(ctx, orderId)
  if (!own.ok) return own
  if (nextOrderState(own.value.state, 'cancel') === null) {
    return fail({ code: 'WRONG_STATE', state: own.value.state })
  }
  const now = await closeOrder(ctx, own.value, 'CANCELLED')
  if (now.state === 'closed') return ok(orderView(ctx.vault, now))
  if (now.state === 'awaitingPayment') return fail({ code: 'PAYMENT_UNAVAILABLE' })
  return fail({ code: 'WRONG_STATE', state: now.state })
}

/**
 * Closes an unpaid order and undoes exactly what placing it reserved: stock, coupon, points and the
 * purchase counters. The payment is closed first, so that a closed order cannot be paid; if it was
 * paid already, the order is settled instead. While the provider cannot be reached the order stays
 * unchanged. Returns the current order.
 */
export async function closeOrder(
  ctx: Context,
  order: OrderDocument,
  reason: UnpaidReason,
): Promise<OrderDocument> {
  const stopped = await ctx.payment.close(order._id)
  if (!stopped.ok) return settleInstead(ctx, order, stopped.error.reason)
  const { lifecycle } = await tradeSettings(ctx)
  const now = await ctx.db.transact((transaction) =>
    closeIn(transaction, ctx, { order, reason, lifecycle }),
  )
  if (now.state === 'closed') await releaseUses(ctx, now)
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
  const changed = changedOrder(current, closeUnpaidOrder(toOrder(current), { reason, at: ctx.now }))
  await transaction.put('orders', changed)
  const { _id: orderId, memberId, uses } = current
  await countPurchases(transaction, memberId, { uses, sign: -1 })
  const cause = { memberId, orderId, points: uses.points, at: ctx.now }
  const back = uses.points > 0 ? transfer('void', cause) : null
  const given = { pieces: heldPieces(current.lines), today: ctx.today }
  if (back) await transaction.add('pointsLedger', transferDocument(back))
  await recordReview(transaction, {
    member: memberId,
    at: ctx.now,
    effect: (member) =>
      withTransfers(
        withFacts(member, (facts) => withUnpaidGivenUp(withOrderClosed(facts), given)),
        back ? [back] : [],
      ),
    entry: { _id: `close:${orderId}`, kind: 'close', orderId },
    settings: lifecycle,
  })
  return changed
}

/** Releases what was reserved outside the transaction; each step is idempotent. */
async function releaseUses(
  ctx: Context,
  { _id: orderId, lines, uses }: OrderDocument,
): Promise<void> {
  const pieces = [...piecesBySku(lines), ...uses.activityPieces]
  await Promise.all([
    ...pieces.map((one) => release(ctx.db, orderId, one)),
    ...(uses.grantId === null ? [] : [unlockGrant(ctx.db, uses.grantId, { orderId })]),
  ])
}

/**
 * The provider refused to close the payment: it may be paid without its callback having arrived.
 */
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
