import { type Day, dayOf, type Instant } from '@core/kernel/calendar'
import { Elapsed, type PhoneReading } from './elapsed'

/**
 * The cloud's time, which every answer carries. This is the only file that reads the phone's clock:
 * a phone that is wrong, or set while a page is open, shows what the others show.
 */

/** Reads the phone's date and, in a browser, its counter. */
const readPhone = (): PhoneReading => ({
  dateMs: Date.now(),
  countedMs: typeof performance === 'undefined' ? null : performance.now(),
})

const startedAt = Date.now()
const elapsed = new Elapsed(readPhone)

/** Between which two values the cloud's time at the start lies, by the answers so far. */
let start: { earliest: Instant; latest: Instant } = { earliest: startedAt, latest: startedAt }
let isKnown = false

/** The current time in epoch milliseconds, according to the cloud; the phone's until it answers. */
export const now = (): Instant => Math.round((start.earliest + start.latest) / 2 + elapsed.ms())

/** Today in Shanghai. */
export const today = (): Day => dayOf(now())

/** Whether the phone was set, or slept, since the cloud last told the time. */
export const isClockDoubtful = (): boolean => elapsed.isDoubtful()

/** Begins a call; tell the result to `noteCloudTime` with the time in the answer. */
export const callStarted = (): number => elapsed.ms()

/**
 * Learns the cloud's time from an answer, which was made between the call and its arrival. Answers
 * that agree narrow it down; one that contradicts those before replaces them.
 */
export function noteCloudTime(at: Instant, callStartedMs: number): void {
  const told = { earliest: at - elapsed.ms(), latest: at - callStartedMs }
  const both = {
    earliest: Math.max(start.earliest, told.earliest),
    latest: Math.min(start.latest, told.latest),
  }
  const isAgreed = isKnown && !elapsed.isDoubtful() && both.earliest <= both.latest
  start = isAgreed ? both : told
  isKnown = true
  elapsed.settle()
}
