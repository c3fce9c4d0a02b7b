import { command, type Database } from '@core/data/database'
import { type DocumentPage, fromCursor, pageOf } from '@core/data/pages'
import type { Difference, Total } from '@core/domain/reconciliation/reconciliation'
import type { Day, Instant } from '@core/kernel/calendar'
import { PAGE_SIZE } from '@core/kernel/limits'

/** A difference as stored; `settled` and `resolved` ones are done with. */
export type StoredDifference = Difference & {
  state: 'open' | 'settled' | 'resolved'
  /** What the staff wrote when they resolved it. */
  note: string
}

/** A day's comparison: `_id` is the day. `failed`: the bill could not be had; `reason` says why. */
export type ReconciliationDocument = {
  _id: Day
  /** The day's first moment, for the order of the list. */
  at: Instant
  state: 'balanced' | 'different' | 'failed'
  checkedAt: Instant
  reason: string
  paid: { there: Total; here: Total }
  refunded: { there: Total; here: Total }
  differences: StoredDifference[]
  /** Differences beyond those that are kept. */
  more: number
}

/** Days that were compared, latest first. */
export async function findReconciliations(
  db: Database,
  cursor: string | undefined,
): Promise<DocumentPage<ReconciliationDocument>> {
  const sort = { path: 'at', direction: 'desc', cursor } as const
  const read = await db.find('reconciliations', {
    where: fromCursor({ at: command.gte(0) }, sort),
    orderBy: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit: PAGE_SIZE + 1,
  })
  return pageOf(read, PAGE_SIZE, (one) => ({ at: one.at, id: one._id }))
}

/** The days from `from` on that were compared, latest first, at most `limit`. */
export const reconciledSince = (
  db: Database,
  from: Instant,
  limit: number,
): Promise<ReconciliationDocument[]> =>
  db.find('reconciliations', {
    where: { at: command.gte(from) },
    orderBy: [['at', 'desc']],
    limit,
  })
