import { command, type Database } from '@core/data/database'
import { type DocumentPage, findPage } from '@core/data/pages'
import type { Difference, Total } from '@core/domain/reconciliation/reconciliation'
import type { Day, Instant } from '@core/kernel/calendar'

/** A difference as stored; `settled` and `resolved` ones are closed. */
export type StoredDifference = Difference & {
  state: 'open' | 'settled' | 'resolved'
  /** The staff's note on the resolution. */
  note: string
}

/** A day's comparison; `_id` is the day. `failed`: the bill was not available, see `reason`. */
export type ReconciliationDocument = {
  _id: Day
  /** The day's first moment, for sorting. */
  at: Instant
  state: 'balanced' | 'different' | 'failed'
  checkedAt: Instant
  reason: string
  paid: { there: Total; here: Total }
  refunded: { there: Total; here: Total }
  differences: StoredDifference[]
  /** The number of differences beyond those stored. */
  more: number
}

/** A day in a list: of its differences only whether they are open. */
export type ListedDay = Omit<ReconciliationDocument, 'differences' | 'more'> & {
  differences: Pick<StoredDifference, 'state'>[]
}

const LISTED_FIELDS = [
  ...['_id', 'at', 'state', 'checkedAt', 'reason', 'paid', 'refunded'],
  'differences.state',
]

/** A page of compared days, latest first. */
export const findReconciliations = (
  db: Database,
  cursor: string | undefined,
): Promise<DocumentPage<ListedDay>> =>
  findPage(db, 'reconciliations', {
    where: { at: command.gte(0) },
    sortBy: ['at', 'desc'],
    cursor,
    fields: LISTED_FIELDS,
  })

/** Days whose bill says otherwise than our records, or is not there. */
export const OPEN_DAY = { state: command.in(['different', 'failed']) }

/** A page of those days, the longest open first. */
export const findOpenDays = (
  db: Database,
  cursor: string | undefined,
): Promise<DocumentPage<ListedDay>> =>
  findPage(db, 'reconciliations', {
    where: OPEN_DAY,
    sortBy: ['at', 'asc'],
    cursor,
    fields: LISTED_FIELDS,
  })

/** Of some days those that were compared and agree. */
export const findBalancedDays = async (
  db: Database,
  days: readonly Day[],
): Promise<ListedDay[]> => {
  const read: ListedDay[] = await db.getMany('reconciliations', days, { fields: LISTED_FIELDS })
  return read.filter(({ state }) => state === 'balanced').sort((a, b) => a.at - b.at)
}

/** The compared days from `from` on, latest first, at most `limit`. */
export const reconciledSince = (db: Database, from: Instant, limit: number): Promise<ListedDay[]> =>
  db.find('reconciliations', {
    where: { at: command.gte(from) },
    orderBy: [['at', 'desc']],
    limit,
    fields: LISTED_FIELDS,
  })
