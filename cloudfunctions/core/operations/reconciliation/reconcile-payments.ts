import { reconciledSince } from '@core/data/reconciliation/days'
import { addDays, type Day, type Instant, startOf } from '@core/kernel/calendar'
import type { Context } from '../context'
import { forgetDone, isolate } from '../isolate'
import { compareDay } from './compare-day'

/** Missed days that one run catches up on; the staff start older ones by hand. */
const CATCH_UP_DAYS = 7
/** How long one run may work; the function's time limit is 60 s. */
const RUN_MS = 40_000

/** The days compared in a run. */
export type Reconciliation = { days: { day: Day; state: string; open: number }[] }

/**
 * Compares yesterday and the earlier days that were missed or had no bill, oldest first. A new shop
 * starts with yesterday. A second run on the same day has nothing to do.
 */
export async function reconcilePayments(
  ctx: Context,
  clock: () => Instant,
): Promise<Reconciliation> {
  const end = clock() + RUN_MS
  const days: Reconciliation['days'] = []
  const comparing = { duty: 'comparePayments', collection: 'reconciliations' } as const
  const { done, missing } = await recentDays(ctx)
  for (const id of missing) {
    if (clock() >= end) break
    await isolate(ctx, { ...comparing, ids: [id] }, async (day) => {
      const { state, differences } = await compareDay(ctx, day)
      days.push({ day, state, open: differences.filter((one) => one.state === 'open').length })
    })
  }
  await forgetDone(ctx, comparing.duty, done)
  return { days }
}

/** The days of the last week that are compared, and those that are not, oldest first. */
async function recentDays(ctx: Context): Promise<Record<'done' | 'missing', Day[]>> {
  const yesterday = addDays(ctx.today, -1)
  const first = addDays(ctx.today, -CATCH_UP_DAYS)
  const known = await reconciledSince(ctx.db, startOf(first), CATCH_UP_DAYS)
  const done = known.filter(({ state }) => state !== 'failed').map(({ _id }) => _id)
  const isNew = known.length === 0 && (await reconciledSince(ctx.db, 0, 1)).length === 0
  const from = isNew ? yesterday : first
  const all = Array.from({ length: CATCH_UP_DAYS }, (_, at) => addDays(first, at))
  return { done, missing: all.filter((day) => day >= from && !done.includes(day)) }
}
