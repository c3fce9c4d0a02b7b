import type { Database } from '../data/database'
import { isMissingCollection } from '../data/failures'
import type { Meter } from '../data/meter'
import { programOf, readProgram } from '../data/program/program'
import { type Instant, MINUTE_MS } from '../kernel/calendar'
import { type AnyAreaSettings, defaultsOf, type Program } from '../kernel/settings'
import type { Log } from '../operations/context'

/**
 * How long a warm worker uses the programme that it has read. An owner who has saved a setting sees
 * it in every worker within seconds, and a busy shop reads it six times a minute per worker.
 */
const FRESH_MS = 10_000

/**
 * The same for a timer, which comes every minute or less often: re-reading at every run would
 * double the calls of a shop without customers, and sweeps apply a new setting soon enough.
 */
export const TIMER_FRESH_MS = 10 * MINUTE_MS

/** What this worker has read last; it outlives the invocation. */
let kept: { program: Program; readAt: Instant } | null = null

/** What the programme of an invocation is read with. */
export type ProgramSource = {
  db: Database
  meter: Meter
  areas: readonly AnyAreaSettings[]
  now: Instant
  log: Log
  /** How old the programme of this worker may be; `FRESH_MS` when absent. */
  freshMs?: number
}

/** The programme of one invocation, which is the same from its start to its end. */
export type InvocationProgram = {
  program: Program
  /** Waits for the programme; for what needs it before the first read of the database. */
  ready(): Promise<void>
}

/**
 * Reads the programme beside the first call of an invocation to the database, so that it costs no
 * round, unless this worker has read it within `freshMs`. The object is returned immediately and
 * can be passed on; its settings can be read after the first call is answered, and throw before.
 */
export function openProgram(source: ProgramSource): InvocationProgram {
  let loaded: Program | null = null
  const { meter } = source
  meter.accompany(async () => {
    loaded = await currentProgram(source)
  })
  const current = (): Program => {
    if (loaded && meter.hasAnswered) return loaded
    throw new Error('the programme is not read yet: read the database first or await ctx.ready()')
  }
  const program = {}
  for (const name of Object.keys(defaultsOf(source.areas)) as (keyof Program)[]) {
    Object.defineProperty(program, name, { enumerable: true, get: () => current()[name] })
  }
  return { program: program as Program, ready: () => meter.ready() }
}

/**
 * A programme that cannot be used is logged, and the last good one stays in force: the one this
 * worker had, or else the defaults. A read that fails rejects, and the invocation with it.
 */
async function currentProgram(source: ProgramSource): Promise<Program> {
  const { db, areas, now, log, freshMs = FRESH_MS } = source
  const age = kept ? now - kept.readAt : Number.POSITIVE_INFINITY
  if (kept && age >= 0 && age < freshMs) return kept.program
  const saved = await readProgram(db).catch((error: unknown) => {
    // An environment that is being set up has no collections yet.
    if (isMissingCollection(error)) return null
    throw error
  })
  const usable = programOf(saved, areas)
  if (!usable.ok) log.error('program-unusable', usable.error)
  const program = usable.ok ? usable.value : (kept?.program ?? defaultsOf(areas))
  kept = { program, readAt: now }
  return program
}
