import { unlockGrant } from '@core/data/coupons/grants'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { countPurchases } from '@core/data/orders/purchase-counters'
import { transferDocument } from '@core/data/points/transfers'
import { tradeSettings } from '@core/data/pricing/settings'
import { releaseAll } from '@core/data/stock/holds'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { withOrderClosed } from '@core/domain/members/facts'
import { withFacts } from '@core/domain/members/member'
import type { CancelReason } from '@core/domain/orders/cancel-reason'
import { piecesBySku } from '@core/domain/orders/order'
import { closeUnpaidOrder } from '@core/domain/orders/transitions'
import { heldPieces, withUnpaidGivenUp } from '@core/domain/orders/unpaid'
import { transfer, withTransfers } from '@core/domain/points/points'
import { recordReview } from '@core/operations/lifecycle/record-event'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'

/** Why an unpaid order is closed, and what its customer says about it. */
export type UnpaidClosing = {
  reason: 'CANCELLED' | 'NOT_PAID_IN_TIME'
  cancelReason?: CancelReason
}

/**
 * Closes an unpaid order whose payment is closed, and undoes exactly what placing it reserved:
 * stock, coupon, points and the purchase counters. Idempotent; an order that was paid meanwhile
 * stays as it is. Returns the current order.
 */
export async function closeUnpaid(
  ctx: Context,
  order: OrderDocument,
  closing: UnpaidClosing,
): Promise<OrderDocument> {
  const { lifecycle } = await tradeSettings(ctx)
  const now = await ctx.db.transact((transaction) =>
    closeIn(transaction, ctx, { order, closing, lifecycle }),
  )
  if (now.state === 'closed') await releaseUses(ctx, now)
  return now
}

type Closing = { order: OrderDocument; closing: UnpaidClosing; lifecycle: LifecycleSettings }

async function closeIn(
  transaction: Transaction,
  ctx: Context,
  { order, closing, lifecycle }: Closing,
): Promise<OrderDocument> {
  const current = await transaction.get('orders', order._id)
  if (!current || current.state !== 'awaitingPayment') return current ?? order
  const closed = closeUnpaidOrder(toOrder(current), { ...closing, at: ctx.now })
  const changed = changedOrder(current, closed)
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
    releaseAll(ctx.db, orderId, pieces),
    ...(uses.grantId === null ? [] : [unlockGrant(ctx.db, uses.grantId, { orderId })]),
  ])
}
