import { refundMessage, returnsMessage } from '@core/data/after-sales/outbox'
import { command, type Database } from '@core/data/database'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { countPurchases } from '@core/data/orders/purchase-counters'
import { enqueue } from '@core/data/outbox/outbox'
import { transferDocument } from '@core/data/points/transfers'
import type { Transaction } from '@core/data/transaction'
import { applyRefund, type RefundPlan, type RefundRequest } from '@core/domain/after-sales/refund'
import { piecesToStock } from '@core/domain/after-sales/returned-pieces'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { isKept, withRefund } from '@core/domain/members/facts'
import { withFacts } from '@core/domain/members/member'
import type { Order } from '@core/domain/orders/order'
import { clawback, transfer, withTransfers } from '@core/domain/points/points'
import { withoutGrowth } from '@core/domain/tiers/tier'
import { DAY_MS, dayOf, startOf } from '@core/kernel/calendar'
import { own, setOwn } from '@core/kernel/own'
import type { Context } from '@core/operations/context'
import { recordAdjustment } from '@core/operations/lifecycle/record-event'
import { reportAllSent } from '@core/operations/orders/report-shipping'

/** A refund to record; `refundId` is the id of the after-sale and of the refund at the provider. */
export type RefundBasis = {
  refundId: string
  /** Why pieces come back, and what is given for them: computed for the order as it is now. */
  own: RefundRequest['own']
  plan: RefundPlan
  lifecycle: LifecycleSettings
  /** Whether returned pieces can be sold again; pieces that were never shipped always can. */
  isRestocked: boolean
  /** The member id of the staff who decided. */
  by: string | null
  /** Whether another order of that day was paid and kept. */
  isDayKept: boolean
}

/** A recorded refund. */
export type RecordedRefund = {
  /** Whether the provider pays money out; a free order has none to refund. */
  isMoney: boolean
}

/**
 * Records a refund in a transaction: the order; points returned and clawed back; growth; the
 * customer's facts and stage; and the messages that pay the money out and return stock and coupon.
 */
export async function recordRefund(
  transaction: Transaction,
  ctx: Context,
  { document, basis }: { document: OrderDocument; basis: RefundBasis },
): Promise<RecordedRefund> {
  const order = toOrder(document)
  const { refundId, plan } = basis
  const after = applyRefund(order, plan, {
    at: ctx.now,
    own: basis.own ?? [],
    program: ctx.program,
  })
  await transaction.put('orders', changedOrder(document, after))
  await reportAllSent(transaction, { before: order, after }, ctx.now)
  await updateMember(transaction, ctx, { order, after, plan, basis })
  await countPurchases(transaction, order.memberId, { uses: returnedUses(order, plan), sign: -1 })
  const { id: orderId, quote, uses } = order
  const isMoney = plan.totalFen > 0 && order.transactionId !== null
  if (isMoney) {
    const money = { refundId, orderId, fen: plan.totalFen, totalFen: quote.totalFen }
    await enqueue(transaction, refundMessage(money), ctx.now)
  }
  const grantId = plan.isWhole ? uses.grantId : null
  const pieces = returnedPieces(order, plan, basis.isRestocked)
  const { by } = basis
  const returns = returnsMessage({ refundId, orderId, pieces, grantId, by })
  await enqueue(transaction, returns, ctx.now)
  return { isMoney }
}

type Change = { order: Order; after: Order; plan: RefundPlan; basis: RefundBasis }

async function updateMember(
  transaction: Transaction,
  ctx: Context,
  { order, after, plan, basis }: Change,
): Promise<void> {
  const transfers = transfersOf(ctx, order, { plan, refundId: basis.refundId })
  for (const one of transfers) await transaction.add('pointsLedger', transferDocument(one))
  const loss = { growth: plan.clawGrowth, at: ctx.now }
  const refund = {
    day: dayOf(order.paidAt ?? order.placedAt),
    fen: plan.totalFen,
    isLost: isKeptOrder(order) && !isKeptOrder(after),
    isDayKept: basis.isDayKept,
  }
  await recordAdjustment(transaction, {
    member: order.memberId,
    at: ctx.now,
    effect: (member) =>
      withFacts(withTransfers(withoutGrowth(member, loss, ctx.program), transfers), (facts) =>
        withRefund(facts, refund),
      ),
    entry: {
      _id: `refund:${basis.refundId}`,
      kind: 'refund',
      orderId: order.id,
      fen: plan.totalFen,
      points: plan.points - plan.clawPoints,
    },
    settings: basis.lifecycle,
  })
}

/**
 * Whether the customer kept something of a paid order. A full refund keeps nothing, even where the
 * shop retains freight or the price of a gift; neither does an imported order refunded in full.
 */
const isKeptOrder = ({ quote, refundedFen, closeReason }: Pick<Order, Kept>): boolean =>
  closeReason !== 'REFUNDED' && isKept({ paidFen: quote.totalFen, refundedFen })

type Kept = 'quote' | 'refundedFen' | 'closeReason'

/** Returns spent points and claws back earned ones, from the pending ones before completion. */
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

/** Pieces that return to the stock: what was never sent, and what came back in good condition. */
const returnedPieces = (order: Order, { lines }: RefundPlan, isRestocked: boolean) =>
  piecesToStock(
    order,
    lines.map((line) => (isRestocked ? line : { ...line, quantity: line.cancelled })),
  )

/** The purchase counters to undo: pieces by product; promotions only for a full refund. */
function returnedUses({ lines, uses, closeReason }: Order, plan: RefundPlan) {
  const products: Record<string, number> = {}
  for (const { key, quantity } of plan.lines) {
    const line = lines.find((one) => one.key === key)
    if (line?.kind !== 'goods' || own(uses.products, line.productId) === undefined) continue
    setOwn(products, line.productId, (own(products, line.productId) ?? 0) + quantity)
  }
  // A gift may still come back after that: by then they have been undone.
  const isNowWhole = plan.isWhole && closeReason !== 'REFUNDED'
  return { products, promotions: isNowWhole ? uses.promotions : {} }
}

/**
 * Whether another kept order of this member was paid on the same day; the member's facts count such
 * a day once.
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
    fields: KEPT_FIELDS,
  })
  return near.some(
    (one) =>
      one._id !== order._id &&
      one.paidAt !== null &&
      startOf(dayOf(one.paidAt)) === start &&
      isKeptOrder(one),
  )
}

/** What decides whether an order keeps its day. */
const KEPT_FIELDS = ['paidAt', 'quote.totalFen', 'refundedFen', 'closeReason']

/** Orders of two days; more than any customer places. */
const ORDERS_OF_A_DAY_MAX = 100
