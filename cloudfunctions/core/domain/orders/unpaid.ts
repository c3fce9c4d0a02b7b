import type { Told } from '@core/domain/members/allowance'
import { type MemberFacts, NOTHING_UNPAID, type UnpaidFacts } from '@core/domain/members/facts'
import type { Day } from '@core/kernel/calendar'
import { type OrderLine, piecesBySku } from './order'

/** A bound on what is held without having been paid, and what the customer is told at it. */
export type UnpaidBound = { most: number; told: Told }

/** Orders and pieces that wait for payment at one time, and those given up in one day. */
export type UnpaidBounds = Readonly<
  Record<'openOrders' | 'openPieces' | 'givenUpOrders' | 'givenUpPieces', UnpaidBound>
>

/** The bound that one more order of so many pieces would pass; `null`: it may be placed. */
export function unpaidRefusal(
  facts: MemberFacts,
  { pieces, today }: { pieces: number; today: Day },
  bounds: UnpaidBounds,
): { per: 'day' | 'open'; bound: UnpaidBound } | null {
  const { openPieces, givenUp } = unpaidOn(facts, today)
  if (facts.openOrders >= bounds.openOrders.most) return { per: 'open', bound: bounds.openOrders }
  // The first open order may be as large as a cart can be; a gift more does not matter.
  if (openPieces > 0 && openPieces + pieces > bounds.openPieces.most) {
    return { per: 'open', bound: bounds.openPieces }
  }
  if (givenUp.orders >= bounds.givenUpOrders.most) {
    return { per: 'day', bound: bounds.givenUpOrders }
  }
  if (givenUp.pieces >= bounds.givenUpPieces.most) {
    return { per: 'day', bound: bounds.givenUpPieces }
  }
  return null
}

/** All pieces of stock that the lines of an order hold, gifts and samples included. */
export const heldPieces = (lines: readonly OrderLine[]): number =>
  piecesBySku(lines).reduce((all, { quantity }) => all + quantity, 0)

/** The facts after an order of so many pieces was placed and waits for payment. */
export const withUnpaid = (facts: MemberFacts, pieces: number): MemberFacts => {
  const unpaid = facts.unpaid ?? NOTHING_UNPAID
  return { ...facts, unpaid: { ...unpaid, openPieces: unpaid.openPieces + pieces } }
}

/** The facts after an order was paid: it holds nothing any more. */
export const withUnpaidSettled = (facts: MemberFacts, pieces: number): MemberFacts => {
  const unpaid = facts.unpaid ?? NOTHING_UNPAID
  return {
    ...facts,
    unpaid: { ...unpaid, openPieces: Math.max(0, unpaid.openPieces - pieces) },
  }
}

/** The facts after an order was closed without having been paid. */
export function withUnpaidGivenUp(
  facts: MemberFacts,
  { pieces, today }: { pieces: number; today: Day },
): MemberFacts {
  const settled = withUnpaidSettled(facts, pieces)
  const { givenUp, ...rest } = unpaidOn(settled, today)
  const next = { day: today, orders: givenUp.orders + 1, pieces: givenUp.pieces + pieces }
  return { ...settled, unpaid: { ...rest, givenUp: next } }
}

/** What is held and was given up as of a day: another day's count is over. */
function unpaidOn({ unpaid = NOTHING_UNPAID }: MemberFacts, today: Day): UnpaidFacts {
  const { openPieces, givenUp } = unpaid
  return { openPieces, givenUp: givenUp.day === today ? givenUp : { ...NOTHING_UNPAID.givenUp } }
}
