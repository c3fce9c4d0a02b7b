import type { Told } from '@core/domain/members/allowance'
import { type MemberFacts, NOTHING_UNPAID, type UnpaidFacts } from '@core/domain/members/facts'
import type { Day } from '@core/kernel/calendar'
import { type OrderLine, piecesBySku } from './order'

/** A bound on what is held without having been paid, and what the customer is told at it. */
export type UnpaidBound = { most: number; told: Told }

/** Orders placed in a day, those that wait for payment at one time, and those given up in a day. */
export type UnpaidBounds = Readonly<
  Record<'placed' | 'openOrders' | 'openPieces' | 'givenUpOrders' | 'givenUpPieces', UnpaidBound>
>

/** The bound that one more order of so many pieces would pass; `null`: it may be placed. */
export function unpaidRefusal(
  facts: MemberFacts,
  { pieces, today }: OrderOnDay,
  bounds: UnpaidBounds,
): { per: 'day' | 'open'; bound: UnpaidBound } | null {
  const { openPieces, onDay } = unpaidOn(facts, today)
  if (onDay.placed >= bounds.placed.most) return { per: 'day', bound: bounds.placed }
  if (facts.openOrders >= bounds.openOrders.most) return { per: 'open', bound: bounds.openOrders }
  // The first open order may be as large as a cart can be; a gift more does not matter.
  if (openPieces > 0 && openPieces + pieces > bounds.openPieces.most) {
    return { per: 'open', bound: bounds.openPieces }
  }
  if (onDay.givenUp >= bounds.givenUpOrders.most) {
    return { per: 'day', bound: bounds.givenUpOrders }
  }
  if (onDay.givenUpPieces >= bounds.givenUpPieces.most) {
    return { per: 'day', bound: bounds.givenUpPieces }
  }
  return null
}

/** All pieces of stock that the lines of an order hold, gifts and samples included. */
export const heldPieces = (lines: readonly OrderLine[]): number =>
  piecesBySku(lines).reduce((all, { quantity }) => all + quantity, 0)

/** The pieces of an order, and the day on which it is placed or closed. */
export type OrderOnDay = { pieces: number; today: Day }

/** The facts after an order was placed and waits for payment. */
export function withUnpaid(facts: MemberFacts, { pieces, today }: OrderOnDay): MemberFacts {
  const { openPieces, onDay } = unpaidOn(facts, today)
  const placed = onDay.placed + 1
  return { ...facts, unpaid: { openPieces: openPieces + pieces, onDay: { ...onDay, placed } } }
}

/** The facts after an order was paid: it holds nothing any more. */
export const withUnpaidSettled = (facts: MemberFacts, pieces: number): MemberFacts => {
  const { openPieces, onDay } = facts.unpaid ?? NOTHING_UNPAID
  return { ...facts, unpaid: { openPieces: Math.max(0, openPieces - pieces), onDay } }
}

/** The facts after an order was closed without having been paid. */
export function withUnpaidGivenUp(facts: MemberFacts, { pieces, today }: OrderOnDay): MemberFacts {
  const { openPieces, onDay } = unpaidOn(withUnpaidSettled(facts, pieces), today)
  const { givenUp, givenUpPieces } = onDay
  const next = { ...onDay, givenUp: givenUp + 1, givenUpPieces: givenUpPieces + pieces }
  return { ...facts, unpaid: { openPieces, onDay: next } }
}

/** What is held, and was done on a day: what another day counted is over. */
function unpaidOn({ unpaid = NOTHING_UNPAID }: MemberFacts, today: Day): UnpaidFacts {
  const { openPieces, onDay } = unpaid
  return {
    openPieces,
    onDay: onDay.day === today ? onDay : { ...NOTHING_UNPAID.onDay, day: today },
  }
}
