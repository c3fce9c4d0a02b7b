import {
  hasOnlyAged,
  isResting,
  readTimers,
  rest,
  restOn,
  type TimerRun,
} from '@core/data/timers/rest'
import type { SweepJob } from '../area'
import type { Context } from '../context'
import { type DueSource, nextDue } from './next-due'

/** What a timer does. `isAsked`: somebody wants it now, whatever is due. */
export type TimerWork = (ctx: Context, run: { isAsked: boolean }) => Promise<unknown>

/** A timer by the name of its function, and the documents whose moments it waits for. */
export type Waiting = { name: string; due: readonly DueSource[] }

/**
 * Lets a timer rest: it ends with `null` after one read until something is written that it may have
 * to finish, or the first of these documents is due. After a while without writes only time makes
 * something due, and the end of a run knows when; a rest that is over begins with that question. A
 * run that failed at something is no end: the next one tries again.
 */
export const whenDue =
  ({ name, due }: Waiting, work: SweepJob): TimerWork =>
  async (ctx, { isAsked }) => {
    const { db, now } = ctx
    const timers = await db.meter.alone(() => readTimers(db))
    const run = { timers, name, now }
    if (!isAsked && (isResting(timers, name, now) || (await mayRestOn(ctx, run, due)))) return null
    const done = await work(ctx)
    if (!done['failed']) await rest(db, run, () => nextDue(ctx, due))
    return done
  }

/** Lets a timer rest on for which nothing was written, if nothing has become due. */
async function mayRestOn(ctx: Context, run: TimerRun, due: readonly DueSource[]): Promise<boolean> {
  if (!hasOnlyAged(run.timers, run.name, run.now)) return false
  const next = await nextDue(ctx, due)
  if (next !== null && next <= run.now) return false
  await restOn(ctx.db, run, next)
  return true
}
