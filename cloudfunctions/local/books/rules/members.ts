import type { OrderDocument } from '@core/data/orders/documents'
import { dayOf } from '@core/kernel/calendar'
import { KEPT_DAYS_MAX } from '@core/kernel/limits'
import { type Books, type Finding, grouped, holds, type Rule, same, sum } from '../books'
import { isPaid, isUnpaid } from './order-facts'

/** Whether a customer kept something of a paid order. */
const isKept = ({ quote, refundedFen, closeReason }: OrderDocument): boolean =>
  closeReason !== 'REFUNDED' &&
  (refundedFen < quote.totalFen || (quote.totalFen === 0 && refundedFen === 0))

/** What is known of a customer's orders is what the orders say. */
function* checkFacts(books: Books): Iterable<Finding> {
  const orders = grouped(books.all('orders'), ({ memberId }) => memberId)
  const elsewhere = grouped(books.all('refunds'), ({ memberId }) => memberId)
  for (const { _id, facts, source } of books.all('members')) {
    const own = orders.get(_id) ?? []
    // The review at the end of an import gives the imported their facts.
    if (source !== undefined && facts.paidFen === 0) continue
    const unmatchedFen = sum((elsewhere.get(_id) ?? []).map((one) => one.unmatchedFen))
    const paid = own.filter(isPaid)
    const kept = paid.filter(isKept)
    const days = [...new Set(kept.map(({ paidAt }) => dayOf(paidAt ?? 0)))].sort()
    const { keptOrders, paidFen, refundedFen, openOrders, keptDays } = facts
    const expected = {
      keptOrders: kept.length,
      paidFen: sum(paid.map(({ quote }) => quote.totalFen)),
      refundedFen: sum(paid.map((order) => order.refundedFen)) + unmatchedFen,
      openOrders: own.filter(isUnpaid).length,
      keptDays: days.slice(-KEPT_DAYS_MAX),
    }
    yield* same(_id, { keptOrders, paidFen, refundedFen, openOrders, keptDays }, expected)
    const isCounted = (order: OrderDocument) => source !== undefined || order.channel === 'wechat'
    const placed = own.filter(isCounted).length
    yield* same(`${_id} ordersPlaced`, facts.ordersPlaced, placed)
  }
}

/** The lines in the cart are counted where the customer's stage is decided. */
function* checkCarts(books: Books): Iterable<Finding> {
  for (const { _id, facts, consent } of books.all('members')) {
    const lines = books.get('carts', _id)?.lines.length ?? 0
    const isCounted = consent?.purposes.includes('insight') === true
    if (isCounted) yield* same(_id, facts.cartLines, lines)
  }
}

/** What is a customer's names one. An identity may be there a moment before its customer is. */
function* checkOwners(books: Books): Iterable<Finding> {
  for (const collection of OWNED) {
    for (const { _id, memberId } of books.all(collection)) {
      // Written before the customer: what a crash leaves between them, their next call completes.
      if (_id === `first:${memberId}`) continue
      const isKnown = books.get('members', memberId) !== undefined
      const id = `${collection} ${_id}`
      yield* holds(id, isKnown, { expected: 'a customer that exists', found: memberId })
    }
  }
}

const OWNED = ['consents', 'events', 'favourites', 'reviews', 'questions'] as const

/** A customer's tier is the one that their growth reaches, by the programme or its defaults. */
function* checkTiers(books: Books): Iterable<Finding> {
  const order = ['basic', 'silver', 'gold', 'black']
  const members = [...books.all('members')].sort((a, b) => a.tier.growth - b.tier.growth)
  for (const [at, { _id, tier }] of members.entries()) {
    const before = members[at - 1]
    if (!before) continue
    const isRising = order.indexOf(tier.tier) >= order.indexOf(before.tier.tier)
    const expected = `${before.tier.tier} or higher: ${before.tier.growth} growth reaches it`
    yield* holds(_id, isRising, { expected, found: tier })
  }
}

/** Customers, and what is known of them. */
export const MEMBER_RULES: readonly Rule[] = [
  { name: 'member-facts', check: checkFacts },
  { name: 'member-carts', check: checkCarts },
  { name: 'member-owners', check: checkOwners },
  { name: 'member-tiers', check: checkTiers },
]
