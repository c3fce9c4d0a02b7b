import type { Database } from '@core/data/database'
import { isMissingCollection } from '@core/data/failures'
import { HOUR_MS, type Instant } from '@core/kernel/calendar'
import type { TimersDocument } from './documents'

const ID = 'shop'

/**
 * How long after a write the timers work at every run. Whatever a write leaves unfinished without
 * a due date of its own (a lock, a hold, a count, a payment to be asked for) is settled by then.
 */
const BUSY_MS = HOUR_MS
/**
 * The longest rest. A crash between a write and its note, or documents that were edited in the
 * console, wait no longer.
 */
const REST_MAX_MS = 3 * HOUR_MS

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

/** Whether a timer can end at once: nothing was written since it went to rest, nothing is due. */
export function isResting(timers: TimersDocument | null, name: string, now: Instant): boolean {
  const rest = timers?.rests[name]
  if (!timers || !rest || rest.wroteAt !== timers.wroteAt) return false
  return now < rest.until && rest.until - now <= REST_MAX_MS
}

/**
 * Lets a timer rest until `nextDue`, if nothing was written for an hour before its run; `timers` is
 * what it read then. `nextDue` is `null` when nothing is due at all.
 */
export async function rest(
  db: Database,
  { timers, name, now }: { timers: TimersDocument | null; name: string; now: Instant },
  nextDue: () => Promise<Instant | null>,
): Promise<void> {
  if (!timers || isBusy(timers, now)) return
  const until = Math.min((await nextDue()) ?? Number.POSITIVE_INFINITY, now + REST_MAX_MS)
  const { wroteAt } = timers
  await db.update('timers', { _id: ID }, { rests: { [name]: { until, wroteAt } } })
}

/** Notes that something was written which a timer may have to finish. */
export async function noteWrite(db: Database, now: Instant): Promise<void> {
  if ((await db.update('timers', { _id: ID }, { wroteAt: now })) > 0) return
  await db.addOnce('timers', { _id: ID, wroteAt: now, rests: {} })
}
