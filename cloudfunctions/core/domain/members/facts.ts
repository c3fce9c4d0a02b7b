import { type Day, dayOf, daysBetween, type Instant } from '@core/kernel/calendar'
import { KEPT_DAYS_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'

/** How a customer became known to the shop. */
export const CHANNELS = ['wechat', 'import'] as const
export type Channel = (typeof CHANNELS)[number]

/**
 * What is known of a customer's behaviour: the one shape that lifecycle, tiers and segments read.
 * Counts are of all time; `keptDays` are the latest distinct days with a kept order, oldest first.
 */
export type MemberFacts = {
  channel: Channel
  firstContactAt: Instant
  lastInteractionAt: Instant
  views: number
  viewDays: number
  lastViewDay: Day | null
  favourites: number
  searchClicks: number
  cartAdds: number
  ordersPlaced: number
  /** Lines in the cart and orders awaiting payment at this moment. */
  cartLines: number
  openOrders: number
  /** What those orders hold; absent until the first order. */
  unpaid?: UnpaidFacts
  keptOrders: number
  paidFen: Fen
  refundedFen: Fen
  keptDays: Day[]
  lastReferralRewardedAt: Instant | null
}

/** Pieces held by orders that wait for payment, and what was done on the last such day. */
export type UnpaidFacts = {
  openPieces: number
  onDay: { day: Day | null; placed: number; givenUp: number; givenUpPieces: number }
}

export const NOTHING_UNPAID: UnpaidFacts = {
  openPieces: 0,
  onDay: { day: null, placed: 0, givenUp: 0, givenUpPieces: 0 },
}

/** The facts of a customer seen for the first time. */
export const initialFacts = (channel: Channel, at: Instant): MemberFacts => ({
  channel,
  firstContactAt: at,
  lastInteractionAt: at,
  views: 0,
  viewDays: 0,
  lastViewDay: null,
  favourites: 0,
  searchClicks: 0,
  cartAdds: 0,
  ordersPlaced: 0,
  cartLines: 0,
  openOrders: 0,
  keptOrders: 0,
  paidFen: 0,
  refundedFen: 0,
  keptDays: [],
  lastReferralRewardedAt: null,
})

/** What a customer can do that the shop remembers. */
export const EVENT_KINDS = [
  'view',
  'search',
  'searchClick',
  'read',
  'favourite',
  'cart',
  'arrive',
  'order',
  'pay',
  'confirm',
  'rate',
  'ask',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** Every kind of line in a customer's history: events, and what the shop itself did or saw. */
export type HistoryKind =
  | EventKind
  | 'firstContact'
  | 'join'
  | 'close'
  | 'complete'
  | 'refund'
  | 'review'
  | 'import'
  | 'block'
  | 'unblock'

/** The events a phone may report; the others are written by the operations themselves. */
export const REPORTED_EVENTS = [
  'view',
  'search',
  'searchClick',
  'arrive',
  'read',
] as const satisfies EventKind[]

/** One thing that happened; `fen` is what was paid (`pay`). */
export type FactEvent = { kind: EventKind; at: Instant; fen?: Fen }

/** The facts after an event. Any event is a meaningful interaction. */
export function withEvent(facts: MemberFacts, event: FactEvent): MemberFacts {
  const seen = {
    ...facts,
    lastInteractionAt: Math.max(facts.lastInteractionAt, event.at),
  }
  switch (event.kind) {
    case 'view':
      return withView(seen, dayOf(event.at))
    case 'searchClick':
      return { ...seen, searchClicks: seen.searchClicks + 1 }
    case 'favourite':
      return { ...seen, favourites: seen.favourites + 1 }
    case 'cart':
      return { ...seen, cartAdds: seen.cartAdds + 1 }
    case 'order':
      return { ...seen, ordersPlaced: seen.ordersPlaced + 1, openOrders: seen.openOrders + 1 }
    case 'pay':
      return withKeptOrder(
        { ...seen, openOrders: Math.max(0, seen.openOrders - 1) },
        { day: dayOf(event.at), paidFen: event.fen ?? 0, refundedFen: 0 },
      )
    case 'search':
    case 'arrive':
    case 'rate':
    case 'ask':
    case 'read':
    case 'confirm':
      return seen
  }
}

/** A view reported late counts as a view, but its day may have been counted before. */
function withView(facts: MemberFacts, day: Day): MemberFacts {
  const views = facts.views + 1
  if (facts.lastViewDay !== null && day <= facts.lastViewDay) return { ...facts, views }
  return { ...facts, views, viewDays: facts.viewDays + 1, lastViewDay: day }
}

/** A paid order as the facts see it. It is kept while less than all of it was refunded. */
export type PaidOrder = { day: Day; paidFen: Fen; refundedFen: Fen }

/** Paid and not wholly refunded; an order of 0 fen is kept unless something was refunded. */
export const isKept = ({ paidFen, refundedFen }: Omit<PaidOrder, 'day'>): boolean =>
  refundedFen < paidFen || (paidFen === 0 && refundedFen === 0)

/** The facts after one more paid order. */
export function withKeptOrder(facts: MemberFacts, order: PaidOrder): MemberFacts {
  const sums = {
    ...facts,
    paidFen: facts.paidFen + order.paidFen,
    refundedFen: facts.refundedFen + order.refundedFen,
  }
  if (!isKept(order)) return sums
  return {
    ...sums,
    keptOrders: facts.keptOrders + 1,
    keptDays: latestDays([...facts.keptDays, order.day]),
  }
}

/** What a refund does to an order that had been paid on `day`. */
export type RefundedOrder = {
  day: Day
  fen: Fen
  /** Nothing of the order's money is kept any more, and it had been until now. */
  isLost: boolean
  /** Another kept order was paid the same day, so the day stays. */
  isDayKept: boolean
}

/** The facts after an unpaid order was closed. */
export const withOrderClosed = (facts: MemberFacts): MemberFacts => ({
  ...facts,
  openOrders: Math.max(0, facts.openOrders - 1),
})

/** The facts with so many lines in the cart. */
export const withCartLines = (facts: MemberFacts, cartLines: number): MemberFacts => ({
  ...facts,
  cartLines,
})

/** The facts after a refund. It is an action of the shop and no interaction. */
export function withRefund(facts: MemberFacts, order: RefundedOrder): MemberFacts {
  const sums = { ...facts, refundedFen: facts.refundedFen + order.fen }
  if (!order.isLost) return sums
  return {
    ...sums,
    keptOrders: Math.max(0, facts.keptOrders - 1),
    keptDays: order.isDayKept ? facts.keptDays : facts.keptDays.filter((day) => day !== order.day),
  }
}

/** The order facts recalculated from all paid orders; all other facts stay. */
export function withOrders(facts: MemberFacts, orders: readonly PaidOrder[]): MemberFacts {
  const none = { ...facts, keptOrders: 0, paidFen: 0, refundedFen: 0, keptDays: [] }
  const kept = orders.filter(isKept)
  return {
    ...none,
    keptOrders: kept.length,
    paidFen: orders.reduce((sum, order) => sum + order.paidFen, 0),
    refundedFen: orders.reduce((sum, order) => sum + order.refundedFen, 0),
    keptDays: latestDays(kept.map((order) => order.day)),
  }
}

const latestDays = (days: Day[]): Day[] => [...new Set(days)].sort().slice(-KEPT_DAYS_MAX)

/** Days between a customer's consecutive order days, oldest first. */
export const orderGaps = (facts: MemberFacts): number[] =>
  facts.keptDays.slice(1).map((day, at) => daysBetween(facts.keptDays[at] ?? day, day))
