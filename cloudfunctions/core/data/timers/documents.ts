import type { Instant } from '@core/kernel/calendar'

/** What the timers read before anything else. */
export type TimersDocument = {
  _id: 'shop'
  /** About when something was last written that a timer may have to finish. */
  wroteAt: Instant
  rests: Readonly<Record<string, Rest>>
}

/**
 * Until when nothing is due for a timer, as long as the last write is that of `wroteAt`; `ranAt` is
 * its last whole run. `nextDue` is the moment that was looked up, before which a rest may end;
 * `null`: nothing was due at all.
 */
export type Rest = {
  until: Instant
  wroteAt: Instant
  ranAt?: Instant
  nextDue?: Instant | null
}

declare module '@core/data/documents' {
  interface Documents {
    timers: TimersDocument
  }
}
