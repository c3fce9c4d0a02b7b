import { findBalancedDays, type ListedDay } from '@core/data/reconciliation/days'
import { findStuck, type StuckDocuments } from '@core/data/reconciliation/stuck-money'
import type { Day } from '@core/kernel/calendar'
import type { Context } from '../context'
import { rowsOf } from './stuck-rows'

/** Rows of each kind that are looked through for their days. */
const ROWS_MAX = 300

/** How many payments and refunds of a day are stuck. */
export type StuckDays = (day: Day) => number

/** Days that are listed for their stuck money alone, the latest ones. */
const LISTED_DAYS_MAX = 50

/** The money that is stuck, read once for all that is said of days. */
export const readStuck = (ctx: Context): Promise<StuckDocuments> =>
  findStuck(ctx.db, ctx.now, ROWS_MAX)

/** Days whose bill agrees, and on which money is stuck all the same; the first page lists them. */
export function balancedStuckDays({ db }: Context, stuck: StuckDocuments): Promise<ListedDay[]> {
  const days = [...new Set(rowsOf(stuck).flatMap((row) => row.days))].sort()
  return findBalancedDays(db, days.slice(-LISTED_DAYS_MAX))
}

/** The days on which money is stuck. */
export const stuckDays = async (ctx: Context): Promise<StuckDays> =>
  countByDay(await readStuck(ctx))

/**
 * How much is stuck on which day. With more rows than are read, every day from the first one on
 * counts as having some: none is taken for balanced because there are too many.
 */
export function countByDay(stuck: StuckDocuments): StuckDays {
  const counts = new Map<Day, number>()
  for (const { days } of rowsOf(stuck)) {
    for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  const isCut = Object.values(stuck).some(({ length }) => length >= ROWS_MAX)
  const rest = isCut ? [...counts.keys()].sort()[0] : undefined
  return (day) => counts.get(day) ?? (rest !== undefined && day >= rest ? 1 : 0)
}
