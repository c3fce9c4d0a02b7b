import type { Database } from '../data/database'
import { noteWrite } from '../data/timers/rest'
import { type Instant, MINUTE_MS } from '../kernel/calendar'

/**
 * How long a note of this worker stands for its later writes too. It is short against the hour for
 * which the timers work after a note (`data/timers/rest.ts`).
 */
const NOTE_STANDS_MS = 10 * MINUTE_MS

/** When this worker noted a write last; it outlives the invocation. */
let notedAt: Instant | null = null

/**
 * Notes a write for the timers, beside the write itself, unless this worker has just done so. A
 * note that fails does not fail the write: the timers' rest is short (`data/timers/rest.ts`).
 */
export async function wake(db: Database, now: Instant): Promise<void> {
  const age = notedAt === null ? Number.POSITIVE_INFINITY : now - notedAt
  if (age >= 0 && age < NOTE_STANDS_MS) return
  notedAt = now
  try {
    await noteWrite(db, now)
  } catch {
    notedAt = null
  }
}
