import { spendGrant } from '@core/data/coupons/grants'
import { saveChange, toMember } from '@core/data/members/members'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { lateRefundMessage } from '@core/data/orders/outbox'
import { enqueue } from '@core/data/outbox/outbox'
import { transferDocument } from '@core/data/points/transfers'
import { tradeSettings } from '@core/data/pricing/settings'
import { sell } from '@core/data/stock/holds'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { applyEvent, type Member } from '@core/domain/members/member'
import { nextState, type Order, piecesBySku } from '@core/domain/orders/order'
import { paid } from '@core/domain/orders/transitions'
import { applyTransfers, type PointsTransfer, transfer } from '@core/domain/points/points'
import { addGrowth } from '@core/domain/tiers/tier'
import { fail, ok, type Result } from '@core/kernel/result'
import { memberIn } from '@core/operations/lifecycle/customer'
import type { Transaction } from '../../data/transaction'
import { earningsOf } from '../../domain/pricing/earnings'
import type { Context } from '../context'
import type { PaymentCallback } from '../ports'

/** What became of a payment. `REFUNDING`: the order was closed before the money came. */
export type Settlement = { outcome: 'SETTLED' | 'ALREADY_SETTLED' | 'REFUNDING' }

/** Why a payment was not booked; nothing has changed then. */
export type SettleError = { code: 'ORDER_UNKNOWN' } | { code: 'WRONG_AMOUNT'; totalFen: number }

/** A payment as it is booked; an order that costs nothing has no transaction at the provider. */
type Settled = Omit<PaymentCallback, 'transactionId'> & { transactionId: string | null }

/**
 * Books a payment: the order is paid, points are pending, growth and stage rise, the stock is
 * sold. The same payment told twice is booked once; money for a closed order goes back.
 */
export async function settlePayment(
  ctx: Context,
  payment: PaymentCallback,
): Promise<Result<Settlement, SettleError>> {
  const order = await ctx.db.get('orders', payment.orderId)
  if (!order) return fail({ code: 'ORDER_UNKNOWN' })
  const { totalFen } = order.quote
  if (totalFen !== payment.paidFen) return fail({ code: 'WRONG_AMOUNT', totalFen })
  return ok({ outcome: await settle(ctx, order, payment) })
}

/** Books an order that costs nothing as paid; answers it as it is then. */
export async function settleFree(ctx: Context, order: OrderDocument): Promise<OrderDocument> {
  const { _id: orderId } = order
  await settle(ctx, order, { orderId, transactionId: null, paidFen: 0, paidAt: ctx.now })
  return (await ctx.db.get('orders', orderId)) ?? order
}

async function settle(
  ctx: Context,
  order: OrderDocument,
  payment: Settled,
): Promise<Settlement['outcome']> {
  const { lifecycle } = await tradeSettings(ctx.db, ctx.program)
  const outcome = await ctx.db.transact((transaction) =>
    settleIn(transaction, ctx, { payment, lifecycle }),
  )
  if (outcome !== 'REFUNDING') await spendTaken(ctx, order)
  return outcome
}

/** What the order had set apart is used for good. Each step may be repeated. */
async function spendTaken(ctx: Context, order: OrderDocument): Promise<void> {
  const { _id: orderId, lines, uses } = order
  const productOf = (skuId: string) => lines.find((line) => line.skuId === skuId)?.productId ?? ''
  const pieces = [...piecesBySku(lines), ...uses.activityPieces]
  await Promise.all([
    ...pieces.map((one) =>
      sell(ctx.db, orderId, { ...one, productId: productOf(one.skuId), at: ctx.now }),
    ),
    ...(uses.grantId === null ? [] : [spendGrant(ctx.db, uses.grantId, { orderId, at: ctx.now })]),
  ])
}

type Settling = { payment: Settled; lifecycle: LifecycleSettings }

async function settleIn(
  transaction: Transaction,
  ctx: Context,
  { payment, lifecycle }: Settling,
): Promise<Settlement['outcome']> {
  const order = await transaction.get('orders', payment.orderId)
  if (!order) throw new Error(`order ${payment.orderId} vanished`)
  if (order.state === 'closed' && order.paidAt === null) {
    return refundLater(transaction, ctx, { order, payment })
  }
  if (nextState(order.state, 'pay') === null) return 'ALREADY_SETTLED'
  const before = await memberIn(transaction, order.memberId)
  const earns = earnedBy(order, toMember(before), ctx)
  const { transactionId } = payment
  const changed = paid(toOrder(order), { at: ctx.now, transactionId, earns })
  await transaction.put('orders', changedOrder(order, changed))
  const transfers = transfersOf(changed, ctx)
  for (const one of transfers) await transaction.add('pointsLedger', transferDocument(one))
  const event = {
    kind: 'pay' as const,
    at: ctx.now,
    fen: payment.paidFen,
    effect: (one: Member) => rewarded(one, { transfers, growth: earns.growth }, ctx),
  }
  await saveChange(transaction, before, {
    change: applyEvent(toMember(before), event, lifecycle),
    happening: {
      _id: `pay:${order._id}`,
      kind: 'pay',
      at: ctx.now,
      orderId: order._id,
      fen: payment.paidFen,
      points: earns.points,
    },
  })
  return 'SETTLED'
}

/** What is earned is decided when the money comes: by the tier held then, by members alone. */
function earnedBy(order: OrderDocument, member: Member, ctx: Context): Order['earns'] {
  const buyer = member.joinedAt === null ? null : { tier: member.tier }
  const paidFen = order.lines.reduce((all, line) => all + line.payableFen, 0)
  const { points, growth } = earningsOf(paidFen, buyer, ctx.program)
  return { points, growth }
}

/** The held points are spent, the earned ones pending. */
function transfersOf({ id: orderId, memberId, uses, earns }: Order, ctx: Context) {
  const cause = { memberId, orderId, at: ctx.now }
  return [
    ...(uses.points > 0 ? [transfer('spend', { ...cause, points: uses.points })] : []),
    ...(earns.points > 0 ? [transfer('earn', { ...cause, points: earns.points })] : []),
  ]
}

function rewarded(
  member: Member,
  { transfers, growth }: { transfers: PointsTransfer[]; growth: number },
  ctx: Context,
): Member {
  if (member.joinedAt === null) return member
  return {
    ...member,
    tier: addGrowth(member.tier, { growth, at: ctx.now }, ctx.program),
    points: applyTransfers(member.points, ...transfers),
  }
}

/** The money came too late: it is sent back by the outbox, once per payment. */
async function refundLater(
  transaction: Transaction,
  ctx: Context,
  { order, payment }: { order: OrderDocument; payment: Settled },
): Promise<Settlement['outcome']> {
  const { transactionId, paidFen: fen } = payment
  if (transactionId === null) return 'ALREADY_SETTLED'
  const message = lateRefundMessage({ orderId: order._id, transactionId, fen })
  await enqueue(transaction, message, ctx.now)
  return 'REFUNDING'
}
