import { lifecycleSettings, toMember, type Happening } from '../../data/members'
import { changedOrder, toOrder } from '../../data/orders'
import { transferDocument } from '../../data/history'
import type { OrderDocument } from '../../data/documents'
import { post } from '../../data/outbox'
import { sell } from '../../data/stock'
import type { Transaction } from '../../data/transaction'
import type { Member } from '../../domain/member'
import { nextState, paid, type Order } from '../../domain/order'
import { book, earn, type PointsTransfer } from '../../domain/points'
import { earningsOf } from '../../domain/pricing'
import { fail, ok, type Result } from '../../domain/result'
import { addGrowth } from '../../domain/tier'
import type { LifecycleSettings } from '../../domain/lifecycle'
import type { Context } from '../context'
import { customerIn, live } from '../members/customer'
import type { PaymentNotice } from '../ports'

/** What became of a payment. `REFUNDING`: the order was closed before the money came. */
export type Settlement = { outcome: 'SETTLED' | 'ALREADY_SETTLED' | 'REFUNDING' }

/** Why a payment was not booked; nothing has changed then. */
export type SettleError = { code: 'ORDER_UNKNOWN' } | { code: 'WRONG_AMOUNT'; totalFen: number }

/**
 * Books a payment: the order is paid, points are pending, growth and stage rise, the stock is
 * sold. The same payment told twice is booked once; money for a closed order goes back.
 */
export async function settlePayment(
  ctx: Context,
  payment: PaymentNotice,
): Promise<Result<Settlement, SettleError>> {
  const [order, settings] = await Promise.all([
    ctx.db.get('orders', payment.orderId),
    lifecycleSettings(ctx.db, ctx.program),
  ])
  if (!order) return fail({ code: 'ORDER_UNKNOWN' })
  const { totalFen } = order.quote
  if (totalFen !== payment.paidFen) return fail({ code: 'WRONG_AMOUNT', totalFen })
  const outcome = await ctx.db.transact((transaction) =>
    settleIn(transaction, ctx, { payment, settings }),
  )
  if (outcome !== 'REFUNDING') {
    await Promise.all(order.lines.map((line) => sell(ctx.db, order._id, { ...line, at: ctx.now })))
  }
  return ok({ outcome })
}

type Settling = { payment: PaymentNotice; settings: LifecycleSettings }

async function settleIn(
  transaction: Transaction,
  ctx: Context,
  { payment, settings }: Settling,
): Promise<Settlement['outcome']> {
  const order = await transaction.get('orders', payment.orderId)
  if (!order) throw new Error(`order ${payment.orderId} vanished`)
  if (order.state === 'closed') return refundLater(transaction, ctx, { order, payment })
  if (nextState(order.state, 'pay') === null) return 'ALREADY_SETTLED'
  const member = toMember(await customerIn(transaction, order.memberId))
  const earns = earnedBy(order, member, ctx)
  const changed = paid(toOrder(order), {
    at: ctx.now,
    transactionId: payment.transactionId,
    earns,
  })
  await transaction.put('orders', changedOrder(order, changed))
  const cause = { memberId: member.id, orderId: order._id, points: earns.points, at: ctx.now }
  const transfer = earns.points > 0 ? earn(cause) : null
  if (transfer) await transaction.add('pointsLedger', transferDocument(transfer))
  await live(transaction, {
    memberId: member.id,
    event: {
      kind: 'pay',
      at: ctx.now,
      fen: payment.paidFen,
      effect: (one) => rewarded(one, { transfer, growth: earns.growth }, ctx),
    },
    happening: payLine(order, { fen: payment.paidFen, points: earns.points }),
    settings,
  })
  return 'SETTLED'
}

/** What is earned is decided when the money comes: by the tier held then, by members alone. */
function earnedBy(order: OrderDocument, member: Member, ctx: Context): Order['earns'] {
  const buyer = member.joinedAt === null ? null : { tier: member.tier }
  const { points, growth } = earningsOf(order.quote.goodsFen, buyer, ctx.program)
  return { points, growth }
}

const payLine = (
  order: OrderDocument,
  sums: { fen: number; points: number },
): Omit<Happening, 'at'> => ({
  _id: `pay:${order._id}`,
  kind: 'pay',
  orderId: order._id,
  ...sums,
})

function rewarded(
  member: Member,
  { transfer, growth }: { transfer: PointsTransfer | null; growth: number },
  ctx: Context,
): Member {
  if (member.joinedAt === null) return member
  return {
    ...member,
    tier: addGrowth(member.tier, { growth, at: ctx.now }, ctx.program),
    points: transfer ? book(member.points, transfer) : member.points,
  }
}

/** The money came too late: it is sent back by the outbox, once per payment. */
async function refundLater(
  transaction: Transaction,
  ctx: Context,
  { order, payment }: { order: OrderDocument; payment: PaymentNotice },
): Promise<Settlement['outcome']> {
  const { transactionId, paidFen: fen } = payment
  const message = { kind: 'refundLatePayment' as const, orderId: order._id, transactionId, fen }
  await post(transaction, message, ctx.now)
  return 'REFUNDING'
}
