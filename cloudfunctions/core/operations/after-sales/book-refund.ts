import { refundMessage, returnsMessage } from '@core/data/after-sales/outbox'
import { saveChange, toMember } from '@core/data/members/members'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { countPurchases } from '@core/data/orders/purchase-counters'
import { enqueue } from '@core/data/outbox/outbox'
import { transferDocument } from '@core/data/points/transfers'
import {
  type Pieces,
  type RefundPlan,
  type RefundRequest,
  refundedOrder,
  refundPlan,
} from '@core/domain/after-sales/refund'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { isKept, withRefund } from '@core/domain/members/facts'
import { applyAdjustment, type Member } from '@core/domain/members/member'
import type { Order } from '@core/domain/orders/order'
import { applyTransfers, clawback, transfer } from '@core/domain/points/points'
import { loseGrowth } from '@core/domain/tiers/tier'
import { DAY_MS, dayOf, startOf } from '@core/kernel/calendar'
import { memberIn } from '@core/operations/lifecycle/customer'
import { command, type Database } from '../../data/database'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'

/** A refund that is to be booked: `refundId` is the after-sale's id and the provider's number. */
export type RefundRecord = {
  refundId: string
  request: RefundRequest
  /** The pieces that had been asked for and are decided by this. */
  own: readonly Pieces[]
  lifecycle: LifecycleSettings
  /** What came back can be sold again. What never left always can. */
  isRestocked: boolean
  /** The member of staff who decided. */
  by: string | null
  /** Another order that is kept was paid on the same day. */
  isDayKept: boolean
}

/** What was booked: the order as it is now, and what the refund came to. */
export type RecordedRefund = {
  order: OrderDocument
  plan: RefundPlan
  /** Whether money goes back through the provider; nothing is sent of what cost nothing. */
  isMoney: boolean
}

/**
 * Books a refund within a transaction: the order, the points and the growth that come back or are
 * taken back, the customer's facts and stage, and the messages that send the money and put stock
 * and coupon back.
 */
export async function recordRefund(
  transaction: Transaction,
  ctx: Context,
  { document, booking }: { document: OrderDocument; booking: RefundRecord },
): Promise<RecordedRefund> {
  const order = toOrder(document)
  const { refundId, request, own } = booking
  const plan = refundPlan(order, request)
  const after = refundedOrder(order, plan, { at: ctx.now, own, program: ctx.program })
  const changed = changedOrder(document, after)
  await transaction.put('orders', changed)
  await bookMember(transaction, ctx, { order, after, plan, booking })
  await countPurchases(transaction, order.memberId, { uses: backUses(order, plan), sign: -1 })
  const { id: orderId, quote, uses } = order
  const isMoney = plan.totalFen > 0 && order.transactionId !== null
  if (isMoney) {
    const money = { refundId, orderId, fen: plan.totalFen, totalFen: quote.totalFen }
    await enqueue(transaction, refundMessage(money), ctx.now)
  }
  const grantId = plan.isWhole ? uses.grantId : null
  const pieces = piecesBack(order, plan, booking.isRestocked)
  const { by } = booking
  const returns = returnsMessage({ refundId, orderId, pieces, grantId, by })
  await enqueue(transaction, returns, ctx.now)
  return { order: changed, plan, isMoney }
}

type Change = { order: Order; after: Order; plan: RefundPlan; booking: RefundRecord }

async function bookMember(
  transaction: Transaction,
  ctx: Context,
  { order, after, plan, booking }: Change,
): Promise<void> {
  const before = await memberIn(transaction, order.memberId)
  const transfers = transfersOf(ctx, order, { plan, refundId: booking.refundId })
  for (const one of transfers) await transaction.add('pointsLedger', transferDocument(one))
  const effect = (member: Member): Member => ({
    ...member,
    tier: loseGrowth(member.tier, { growth: plan.clawGrowth, at: ctx.now }, ctx.program),
    points: applyTransfers(member.points, ...transfers),
    facts: withRefund(member.facts, {
      day: dayOf(order.paidAt ?? order.placedAt),
      fen: plan.totalFen,
      isLost: isKeptOrder(order) && !isKeptOrder(after),
      isDayKept: booking.isDayKept,
    }),
  })
  await saveChange(transaction, before, {
    change: applyAdjustment(toMember(before), { at: ctx.now, effect }, booking.lifecycle),
    happening: {
      _id: `refund:${booking.refundId}`,
      kind: 'refund',
      at: ctx.now,
      orderId: order.id,
      fen: plan.totalFen,
      points: plan.points - plan.clawPoints,
    },
  })
}

/**
 * Whether something of a paid order is kept. Given back whole it is not, even where freight or the
 * price of a gift stays with the shop; nor is one of another system whose money all went back.
 */
const isKeptOrder = ({ quote, refundedFen, closeReason }: Pick<Order, Kept>): boolean =>
  closeReason !== 'REFUNDED' && isKept({ paidFen: quote.totalFen, refundedFen })

type Kept = 'quote' | 'refundedFen' | 'closeReason'

/** Spent points come back, earned ones are taken: from the pending ones while there are any. */
function transfersOf(
  ctx: Context,
  { id: orderId, memberId, completedAt }: Order,
  { plan, refundId }: { plan: RefundPlan; refundId: string },
) {
  const cause = { memberId, orderId, at: ctx.now, id: refundId }
  return [
    ...(plan.points > 0 ? [transfer('return', { ...cause, points: plan.points })] : []),
    ...(plan.clawPoints > 0
      ? [clawback({ ...cause, points: plan.clawPoints }, completedAt === null)]
      : []),
  ]
}

/** Pieces that go back onto the shelf, by SKU. */
function piecesBack({ lines }: Order, plan: RefundPlan, isRestocked: boolean) {
  const bySku = new Map<string, { skuId: string; productId: string; quantity: number }>()
  for (const { key, quantity, cancelled } of plan.lines) {
    const line = lines.find((one) => one.key === key)
    const back = isRestocked ? quantity : cancelled
    if (!line || line.kind === 'service' || back === 0) continue
    const { skuId, productId } = line
    const before = bySku.get(skuId)?.quantity ?? 0
    bySku.set(skuId, { skuId, productId, quantity: before + back })
  }
  return [...bySku.values()]
}

/** What a member may buy again after a refund: the pieces; the turns only of a whole one. */
function backUses({ lines, uses }: Order, plan: RefundPlan) {
  const products: Record<string, number> = {}
  for (const { key, quantity } of plan.lines) {
    const line = lines.find((one) => one.key === key)
    if (line?.kind !== 'goods' || !(line.productId in uses.products)) continue
    products[line.productId] = (products[line.productId] ?? 0) + quantity
  }
  return { products, promotions: plan.isWhole ? uses.promotions : {} }
}

/**
 * Whether another kept order of this member was paid on the day of this one, which the member's
 * facts count as one day.
 */
export async function isDayKeptByOthers(db: Database, order: OrderDocument): Promise<boolean> {
  const start = startOf(dayOf(order.paidAt ?? order.placedAt))
  const near = await db.find('orders', {
    where: {
      memberId: order.memberId,
      placedAt: command.and([command.gte(start - DAY_MS), command.lt(start + DAY_MS)]),
    },
    orderBy: [['placedAt', 'desc']],
    limit: ORDERS_OF_A_DAY_MAX,
  })
  return near.some(
    (one) =>
      one._id !== order._id &&
      one.paidAt !== null &&
      startOf(dayOf(one.paidAt)) === start &&
      isKeptOrder(one),
  )
}

/** Orders of two days that are looked at; nobody has more. */
const ORDERS_OF_A_DAY_MAX = 100
