import type { Database } from '@core/data/database'
import { isMissingCollection } from '@core/data/failures'
import { DAY_MS, HOUR_MS, type Instant } from '@core/kernel/calendar'
import type { Rest, TimersDocument } from './documents'

const ID = 'shop'

/**
 * How long after a write the timers work at every run. Whatever a write leaves unfinished without
 * a due date of its own (a lock, a hold, a count, a payment to be asked for) is settled by then.
 */
const BUSY_MS = HOUR_MS
/** The longest rest: documents whose due date was edited in the console wait no longer. */
const REST_MAX_MS = 3 * HOUR_MS
/** How often a timer works in any case: a crash between a write and its note waits no longer. */
const WHOLE_RUN_MS = DAY_MS

/** What is known of the timers; `null` before the first write, and in an older environment. */
export async function readTimers(db: Database): Promise<TimersDocument | null> {
  try {
    return await db.get('timers', ID)
  } catch (error) {
    if (isMissingCollection(error)) return null
    throw error
  }
}

/** Whether something may have been written within the hour; a time to come proves nothing. */
const isBusy = ({ wroteAt }: TimersDocument, now: Instant): boolean =>
  now < wroteAt || now - wroteAt < BUSY_MS

/** The rest of a timer, if nothing was written since it went there. */
function restOf(timers: TimersDocument | null, name: string): Rest | null {
  const rest = timers?.rests[name]
  return timers && rest && rest.wroteAt === timers.wroteAt ? rest : null
}

/** Whether a timer can end at once: nothing was written since it went to rest, nothing is due. */
export function isResting(timers: TimersDocument | null, name: string, now: Instant): boolean {
  const rest = restOf(timers, name)
  return rest !== null && now < rest.until && rest.until - now <= REST_MAX_MS
}

/** Whether only time can have made something due: nothing was written since its last whole run. */
export function hasOnlyAged(timers: TimersDocument | null, name: string, now: Instant): boolean {
  const ranAt = restOf(timers, name)?.ranAt
  return ranAt !== undefined && now >= ranAt && now - ranAt < WHOLE_RUN_MS
}

/**
 * Whether a run could only find out again what the last one did: nothing was written since, and
 * nothing is due. Unlike `isResting` it trusts that nobody edits due dates and nothing crashes.
 */
export function hasNothingToDo(timers: TimersDocument | null, name: string, now: Instant): boolean {
  const nextDue = restOf(timers, name)?.nextDue
  return nextDue !== undefined && (nextDue === null || now < nextDue)
}

/** A run of a timer: when, and what it had read of the timers. */
export type TimerRun = { timers: TimersDocument | null; name: string; now: Instant }

/**
 * Lets a timer rest after a whole run, until `nextDue`, if nothing was written for an hour before
 * it. `nextDue` is `null` when nothing is due at all.
 */
export async function rest(
  db: Database,
  { timers, name, now }: TimerRun,
  nextDue: () => Promise<Instant | null>,
): Promise<void> {
  if (!timers || isBusy(timers, now)) return
  const { wroteAt } = timers
  const next = await nextDue()
  const fresh = { until: restUntil(next, now), wroteAt, ranAt: now, nextDue: next }
  await db.update('timers', { _id: ID }, { rests: { [name]: fresh } })
}

/** Lets a timer rest on that found nothing due. */
export async function restOn(
  db: Database,
  { name, now }: TimerRun,
  nextDue: Instant | null,
): Promise<void> {
  const until = restUntil(nextDue, now)
  await db.update('timers', { _id: ID }, { rests: { [name]: { until, nextDue } } })
}

const restUntil = (nextDue: Instant | null, now: Instant): Instant =>
  Math.min(nextDue ?? Number.POSITIVE_INFINITY, now + REST_MAX_MS)

/** Notes that something was written which a timer may have to finish. */
export async function noteWrite(db: Database, now: Instant): Promise<void> {
  if ((await db.update('timers', { _id: ID }, { wroteAt: now })) > 0) return
  await db.addOnce('timers', { _id: ID, wroteAt: now, rests: {} })
}
