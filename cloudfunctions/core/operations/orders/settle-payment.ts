import { spendGrant } from '@core/data/coupons/grants'
import type { MemberDocument } from '@core/data/members/documents'
import { isMember } from '@core/data/members/member-section'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { lateRefundMessage } from '@core/data/orders/outbox'
import { enqueue } from '@core/data/outbox/outbox'
import { transferDocument } from '@core/data/points/transfers'
import { tradeSettings } from '@core/data/pricing/settings'
import { sellAll } from '@core/data/stock/holds'
import { tierStateOf } from '@core/data/tiers/member-section'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { type Member, withFacts } from '@core/domain/members/member'
import { nextOrderState, type Order, piecesBySku } from '@core/domain/orders/order'
import { markPaid } from '@core/domain/orders/transitions'
import { heldPieces, withUnpaidSettled } from '@core/domain/orders/unpaid'
import { type PointsTransfer, transfer, withTransfers } from '@core/domain/points/points'
import { withGrowth } from '@core/domain/tiers/tier'
import { fail, ok, type Result } from '@core/kernel/result'
import { recordMemberEvent } from '@core/operations/lifecycle/record-event'
import { memberIn } from '@core/operations/members/find-caller'
import type { Transaction } from '../../data/transaction'
import { earningsOf } from '../../domain/pricing/earnings'
import type { Context } from '../context'
import type { PaymentCallback } from '../ports'

/** The outcome of a payment. `REFUNDING`: the order was closed before it was paid. */
export type Settlement = { outcome: 'SETTLED' | 'ALREADY_SETTLED' | 'REFUNDING' }

/** Why a payment was rejected; nothing has changed then. */
export type SettleError = { code: 'ORDER_UNKNOWN' } | { code: 'WRONG_AMOUNT'; totalFen: number }

/** A payment to record; a free order has no transaction at the provider. */
type Settled = Omit<PaymentCallback, 'transactionId'> & { transactionId: string | null }

/**
 * Records a payment: the order becomes paid, points pending, growth and stage rise, the stock is
 * sold. Idempotent; a payment for a closed order is refunded.
 */
export async function settlePayment(
  ctx: Context,
  payment: PaymentCallback,
): Promise<Result<Settlement, SettleError>> {
  const settled = await settle(ctx, payment)
  return settled.ok ? ok({ outcome: settled.value.outcome }) : settled
}

/** Marks a free order as paid; returns the current order. */
export async function settleFree(ctx: Context, order: OrderDocument): Promise<OrderDocument> {
  const { _id: orderId } = order
  await settle(ctx, { orderId, transactionId: null, paidFen: 0, paidAt: ctx.now })
  return (await ctx.db.get('orders', orderId)) ?? order
}

/** The outcome, and the order as it was before. */
type SettledOrder = Settlement & { order: OrderDocument }

async function settle(ctx: Context, payment: Settled): Promise<Result<SettledOrder, SettleError>> {
  // Read beside the start of the transaction.
  const settings = tradeSettings(ctx)
  settings.catch(() => undefined)
  const settled = await ctx.db.transact((transaction) =>
    settleIn(transaction, ctx, { payment, settings }),
  )
  if (settled.ok && settled.value.outcome !== 'REFUNDING') {
    await spendUses(ctx, settled.value.order)
  }
  return settled
}

/** Turns what the order reserved into sales and a used coupon; each step is idempotent. */
async function spendUses(ctx: Context, order: OrderDocument): Promise<void> {
  const { _id: orderId, lines, uses } = order
  const productOf = (skuId: string) => lines.find((line) => line.skuId === skuId)?.productId ?? ''
  const pieces = [...piecesBySku(lines), ...uses.activityPieces]
  const sales = pieces.map((one) => ({ ...one, productId: productOf(one.skuId), at: ctx.now }))
  await Promise.all([
    sellAll(ctx.db, orderId, sales),
    ...(uses.grantId === null ? [] : [spendGrant(ctx.db, uses.grantId, { orderId, at: ctx.now })]),
  ])
}

type Settling = { payment: Settled; settings: Promise<{ lifecycle: LifecycleSettings }> }

async function settleIn(
  transaction: Transaction,
  ctx: Context,
  { payment, settings }: Settling,
): Promise<Result<SettledOrder, SettleError>> {
  const order = await transaction.get('orders', payment.orderId)
  if (!order) return fail({ code: 'ORDER_UNKNOWN' })
  const { totalFen } = order.quote
  if (totalFen !== payment.paidFen) return fail({ code: 'WRONG_AMOUNT', totalFen })
  if (order.state === 'closed' && order.paidAt === null) {
    return ok({ outcome: await refundLater(transaction, ctx, { order, payment }), order })
  }
  if (nextOrderState(order.state, 'pay') === null) return ok({ outcome: 'ALREADY_SETTLED', order })
  const before = await memberIn(transaction, order.memberId)
  const earns = earnedBy(order, before, ctx)
  const { transactionId } = payment
  const changed = markPaid(toOrder(order), { at: ctx.now, transactionId, earns })
  await transaction.put('orders', changedOrder(order, changed))
  const transfers = transfersOf(changed, ctx)
  for (const one of transfers) await transaction.add('pointsLedger', transferDocument(one))
  const { paidFen: fen } = payment
  await recordMemberEvent(transaction, {
    member: before,
    event: {
      kind: 'pay',
      at: ctx.now,
      fen,
      effect: (one) =>
        withFacts(rewarded(one, { transfers, growth: earns.growth }, ctx), (facts) =>
          withUnpaidSettled(facts, heldPieces(order.lines)),
        ),
    },
    entry: {
      _id: `pay:${order._id}`,
      kind: 'pay',
      orderId: order._id,
      fen,
      points: earns.points,
    },
    settings: (await settings).lifecycle,
  })
  return ok({ outcome: 'SETTLED', order })
}

/** What the order earns, by the tier at the time of payment; only members earn. */
function earnedBy(order: OrderDocument, member: MemberDocument, ctx: Context): Order['earns'] {
  const buyer = isMember(member) ? { tier: tierStateOf(member) } : null
  const paidFen = order.lines.reduce((all, line) => all + line.payableFen, 0)
  const { points, growth } = earningsOf(paidFen, buyer, ctx.program)
  return { points, growth }
}

/** Transfers that spend the held points and make the earned ones pending. */
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
  return withTransfers(withGrowth(member, { growth, at: ctx.now }, ctx.program), transfers)
}

/** Enqueues the refund of a payment that came too late, once per payment. */
async function refundLater(
  transaction: Transaction,
  ctx: Context,
  { order, payment }: { order: OrderDocument; payment: Settled },
): Promise<Settlement['outcome']> {
  const { transactionId, paidFen: fen, paidAt } = payment
  if (transactionId === null) return 'ALREADY_SETTLED'
  const late = { orderId: order._id, transactionId, fen }
  const message = lateRefundMessage(Number.isNaN(paidAt) ? late : { ...late, paidAt })
  await enqueue(transaction, message, ctx.now)
  return 'REFUNDING'
}
