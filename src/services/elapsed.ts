/**
 * Time that has passed on this phone, whatever its clock is set to. A browser counts it
 * (`performance.now`). WeChat's pages have only the date: there, a step back counts as nothing, and
 * a long step may be a pause of the app as well as a new setting.
 */

/** One reading of the phone: its date, and the browser's counter where there is one. */
export type PhoneReading = { dateMs: number; countedMs: number | null }

/** Date and counter may differ by this before one of them is known to have been moved. */
const APART_MAX_MS = 2_000

/** Without a counter: who waits for a moment reads more often than this. */
const STEP_MAX_MS = 15_000

/** Counts elapsed time from readings of the phone. */
export class Elapsed {
  private last: PhoneReading
  private passedMs = 0
  private apartMs = 0
  private hasJumped = false

  constructor(private readonly read: () => PhoneReading) {
    this.last = read()
  }

  /** Milliseconds since this counter was made. */
  ms(): number {
    const next = this.read()
    const dateStep = next.dateMs - this.last.dateMs
    if (next.countedMs === null || this.last.countedMs === null) {
      this.passedMs += Math.max(0, dateStep)
      this.hasJumped ||= dateStep < 0 || dateStep > STEP_MAX_MS
    } else {
      const step = next.countedMs - this.last.countedMs
      this.passedMs += step
      this.apartMs += dateStep - step
    }
    this.last = next
    return this.passedMs
  }

  /** Whether the phone was set, or slept, since `settle()`: then what `ms()` says may be wrong. */
  isDoubtful(): boolean {
    this.ms()
    return this.hasJumped || Math.abs(this.apartMs) > APART_MAX_MS
  }

  /** From here on the time is known again. */
  settle(): void {
    this.ms()
    this.apartMs = 0
    this.hasJumped = false
  }
}
