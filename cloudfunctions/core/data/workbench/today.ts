import { command, type Database } from '@core/data/database'
import { MEMBER_PATHS } from '@core/data/members/member-section'
import { MONEY_UNDER_WAY_STATES } from '@core/domain/after-sales/after-sale'
import type { RefundsUnderWay, Takings } from '@core/domain/workbench/today'
import type { Instant } from '@core/kernel/calendar'

const ONE_ROW = { limit: 1, rowBytes: 100 }

/** What was paid from one moment until before another. */
export async function takingsBetween(db: Database, from: Instant, to: Instant): Promise<Takings> {
  const [sum] = await db.aggregate<Takings>(
    'orders',
    [
      ['match', { paidAt: command.gte(from).and(command.lt(to)) }],
      [
        'group',
        {
          _id: null,
          orders: command.aggregate.sum(1),
          fen: command.aggregate.sum('$quote.totalFen'),
        },
      ],
    ],
    ONE_ROW,
  )
  return { orders: sum?.orders ?? 0, fen: sum?.fen ?? 0 }
}

/** The money on its way back, that whose refund has failed included. */
export async function refundsUnderWay(db: Database): Promise<RefundsUnderWay> {
  const [sum] = await db.aggregate<RefundsUnderWay>(
    'afterSales',
    [
      ['match', { state: command.in([...MONEY_UNDER_WAY_STATES]) }],
      [
        'group',
        {
          _id: null,
          refunds: command.aggregate.sum(1),
          fen: command.aggregate.sum('$refundFen'),
        },
      ],
    ],
    ONE_ROW,
  )
  return { refunds: sum?.refunds ?? 0, fen: sum?.fen ?? 0 }
}

/** Customers who have done something since a moment. */
export const customersSince = (db: Database, since: Instant): Promise<number> =>
  db.count('members', { [MEMBER_PATHS.lastInteractionAt]: command.gte(since) })
