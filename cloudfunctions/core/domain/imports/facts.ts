import { type MemberFacts, type PaidOrder, withOrders } from '@core/domain/members/facts'
import { dayOf, type Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'

/** What is known of a customer's buying: paid orders, and cancellations of other systems. */
export type PurchaseRecord = {
  orders: readonly (Omit<PaidOrder, 'day'> & { at: Instant })[]
  refunds: readonly { at: Instant; unmatchedFen: Fen }[]
}

/**
 * The facts with the purchases recalculated from the orders; all other facts stay. A refund
 * that no order accounts for makes what the customer is worth less, and no order less kept.
 */
export function factsFromPurchases(
  facts: MemberFacts,
  { orders, refunds }: PurchaseRecord,
): MemberFacts {
  const bought = withOrders(
    facts,
    orders.map((order) => ({ ...order, day: dayOf(order.at) })),
  )
  const moments = [...orders, ...refunds].map(({ at }) => at)
  const own = moments.length > 0 && facts.channel === 'import' ? NOTHING_OWN : facts
  return {
    ...bought,
    ordersPlaced: Math.max(own.ordersPlaced, orders.length),
    refundedFen: refunds.reduce((sum, one) => sum + one.unmatchedFen, bought.refundedFen),
    firstContactAt: moments.reduce((a, b) => Math.min(a, b), own.firstContactAt),
    lastInteractionAt: moments.reduce((a, b) => Math.max(a, b), own.lastInteractionAt),
  }
}

/** An imported customer is known by their purchases alone, of which some may be taken back. */
const NOTHING_OWN = { ordersPlaced: 0, firstContactAt: Infinity, lastInteractionAt: -Infinity }
