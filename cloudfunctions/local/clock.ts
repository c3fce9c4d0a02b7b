import type { WorkerTime } from './functions/protocol'
import type { Clock } from './ports'
import type { DevcloudRecords } from './records'

/**
 * `frozen`: the clock stays at `start` until it is moved. Otherwise it runs, from `start` if given.
 */
export type ClockOptions = { frozen?: boolean; start?: number | string }

/** The local cloud's clock: WeChat's servers and every function read it. It moves forward only. */
export interface MovableClock extends Clock {
  readonly isFrozen: boolean
  /** Moves the clock to an instant; does nothing when that has passed. */
  moveTo(instant: number): void
  /** Back to where a fresh local cloud begins; only together with forgetting everything else. */
  restart(): void
  /** To an instant, also an earlier one; only together with putting all else back. */
  restore(instant: number): void
  /** How a worker's `Date` is set to read the same. */
  workerTime(): WorkerTime
}

type Kept = { kind: 'running'; offsetMs: number } | { kind: 'stopped'; at: number }

const instantOf = (kept: Kept) => (kept.kind === 'stopped' ? kept.at : Date.now() + kept.offsetMs)

/** Opens the clock as it was left: a restarted local cloud continues at the same time. */
export const openClock = (records: DevcloudRecords, options: ClockOptions = {}): MovableClock => {
  const isFrozen = options.frozen === true
  const kept = records.get<Kept>('clock', 'now')
  const start = () => (options.start === undefined ? Date.now() : new Date(options.start).getTime())
  let at = kept ? instantOf(kept) : start()
  let offsetMs = at - Date.now()

  const now = () => (isFrozen ? at : Date.now() + offsetMs)
  const state = (): Kept => (isFrozen ? { kind: 'stopped', at } : { kind: 'running', offsetMs })
  const keep = () => records.put('clock', 'now', state())
  // Stored at once: a local cloud whose clock never moved must continue at the same time.
  if (!kept) keep()
  const set = (instant: number) => {
    at = instant
    offsetMs = instant - Date.now()
    keep()
  }
  return {
    isFrozen,
    now,
    moveTo: (instant) => {
      if (instant > now()) set(instant)
    },
    restart: () => set(start()),
    restore: set,
    workerTime: state,
  }
}
