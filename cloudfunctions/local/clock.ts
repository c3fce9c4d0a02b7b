import type { WorkerTime } from './functions/protocol'
import type { Clock } from './ports'
import type { DevcloudRecords } from './records'

/**
 * How the clock goes: `frozen` stands at `start` until moved; else it runs, from `start` if given.
 */
export type ClockOptions = { frozen?: boolean; start?: number | string }

/** The devcloud's clock: WeChat's servers and every function read it. It moves forward only. */
export interface MovableClock extends Clock {
  readonly isFrozen: boolean
  /** Puts the clock at an instant, or leaves it when it is already past. */
  moveTo(instant: number): void
  /** Back to where a fresh devcloud begins; only together with forgetting everything else. */
  restart(): void
  /** What a worker's `Date` must be told to read the same. */
  workerTime(): WorkerTime
}

type Kept = { kind: 'running'; offsetMs: number } | { kind: 'stopped'; at: number }

const instantOf = (kept: Kept) => (kept.kind === 'stopped' ? kept.at : Date.now() + kept.offsetMs)

/** Opens the clock as it was left: a devcloud started again goes on in the same time. */
export const openClock = (records: DevcloudRecords, options: ClockOptions = {}): MovableClock => {
  const isFrozen = options.frozen === true
  const kept = records.get<Kept>('clock', 'now')
  const start = () => (options.start === undefined ? Date.now() : new Date(options.start).getTime())
  let at = kept ? instantOf(kept) : start()
  let offsetMs = at - Date.now()

  const now = () => (isFrozen ? at : Date.now() + offsetMs)
  const state = (): Kept => (isFrozen ? { kind: 'stopped', at } : { kind: 'running', offsetMs })
  const keep = () => records.put('clock', 'now', state())
  // Kept from the first moment: a devcloud that was never moved must not begin elsewhere next time.
  if (!kept) keep()
  return {
    isFrozen,
    now,
    moveTo: (instant) => {
      if (instant <= now()) return
      at = instant
      offsetMs = instant - Date.now()
      keep()
    },
    restart: () => {
      at = start()
      offsetMs = at - Date.now()
      keep()
    },
    workerTime: state,
  }
}
