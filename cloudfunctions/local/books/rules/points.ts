import type { OrderDocument } from '@core/data/orders/documents'
import { type Books, type Finding, grouped, type Rule, same, sum } from '../books'
import { isPaid, ownOrders } from './order-facts'

/** A member's balance is the sum of their ledger. */
function* checkBalances(books: Books): Iterable<Finding> {
  const ledger = grouped(books.all('pointsLedger'), ({ memberId }) => memberId)
  for (const { _id, points } of books.all('members')) {
    const own = ledger.get(_id) ?? []
    const { available, pending, held } = points
    const expected = {
      available: sum(own.map((row) => row.available)),
      pending: sum(own.map((row) => row.pending)),
      held: sum(own.map((row) => row.held)),
    }
    yield* same(_id, { available, pending, held }, expected)
  }
  for (const [memberId, rows] of ledger) {
    if (!books.get('members', memberId)) yield* same(memberId, rows.length, 0)
  }
}

/** Every transfer belongs to an order, and an order has exactly those that it should, once. */
function* checkTransfers(books: Books): Iterable<Finding> {
  const ledger = grouped(books.all('pointsLedger'), ({ orderId }) => orderId)
  for (const order of ownOrders(books)) {
    const rows = ledger.get(order._id) ?? []
    const pointsOf = (kind: string) =>
      rows
        .filter((row) => row.kind === kind)
        .map((row) => Math.max(...[row.available, row.pending, row.held].map(Math.abs)))
    const once = ['hold', 'spend', 'void', 'earn', 'post'].map((kind) => [kind, pointsOf(kind)])
    yield* same(order._id, Object.fromEntries(once as [string, number[]][]), expectedOf(order))
    yield* same(`${order._id} returned`, sum(pointsOf('return')), order.takenBack.points)
    yield* same(`${order._id} clawed`, sum(pointsOf('clawback')), order.takenBack.clawedPoints)
    const strangers = rows.filter(({ memberId }) => memberId !== order.memberId)
    yield* same(`${order._id} owner`, strangers.length, 0)
  }
  for (const [orderId, rows] of ledger) {
    if (!books.get('orders', orderId)) yield* same(orderId, rows.length, 0)
  }
}

/** The transfers of each kind that an order has made, by their points. */
function expectedOf(order: OrderDocument) {
  const { uses, earns, takenBack, state, completedAt } = order
  const used = uses.points > 0 ? [uses.points] : []
  const earned = isPaid(order) && earns.points > 0 ? [earns.points] : []
  const isClosedUnpaid = state === 'closed' && !isPaid(order)
  return {
    hold: used,
    spend: isPaid(order) ? used : [],
    void: isClosedUnpaid ? used : [],
    earn: earned,
    post: completedAt === null ? [] : posted(earns.points - takenBack.clawedPoints, order),
  }
}

/** Completion posts what refunds had left by then; of later ones only the bounds are known. */
function posted(left: number, { earns }: OrderDocument): number[] {
  return left > 0 && earns.points > 0 ? [left] : []
}

/** A member's growth is what paid orders have earned and refunds have not taken back. */
function* checkGrowth(books: Books): Iterable<Finding> {
  const orders = grouped(ownOrders(books).filter(isPaid), ({ memberId }) => memberId)
  for (const { _id, tier } of books.all('members')) {
    const own = (orders.get(_id) ?? []).map(
      ({ earns, takenBack }) => earns.growth - takenBack.clawedGrowth,
    )
    yield* same(_id, tier.growth, sum(own))
  }
}

/** Points and growth. */
export const POINT_RULES: readonly Rule[] = [
  { name: 'points-balance', check: checkBalances },
  { name: 'points-transfers', check: checkTransfers },
  { name: 'growth', check: checkGrowth },
]
