import { command, type Database } from '@core/data/database'
import { type DocumentPage, findPage } from '@core/data/pages'
import type { Difference, Total } from '@core/domain/reconciliation/reconciliation'
import type { Day, Instant } from '@core/kernel/calendar'

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
export const findReconciliations = (
  db: Database,
  cursor: string | undefined,
): Promise<DocumentPage<ReconciliationDocument>> =>
  findPage(db, 'reconciliations', {
    where: { at: command.gte(0) },
    sortBy: ['at', 'desc'],
    cursor,
  })

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
