import type { Instant } from '@core/kernel/calendar'
import { isClockDoubtful, now } from './clock'

const SECOND_MS = 1_000

/**
 * After a moment the cloud is asked at once, and then after these seconds: about seven minutes in
 * all, because what a timer does in the cloud (an unpaid order is closed) comes up to five minutes
 * later.
 */
const ASK_AGAIN_SECONDS = [1, 2, 4, 8, 15, 30, 60, 60, 60, 60, 60, 60] as const

/** How often a watch asks for the time alone; without a connection it would ask for ever. */
const DOUBTS_MAX = 5

/** How often the clock is looked at while waiting: it may have been set, or be known better. */
const LOOK_MS = 5 * SECOND_MS

/**
 * Waits for each moment in turn and asks the cloud again until its answer stops the watch, or until
 * it was asked often enough. Asks too when the phone's clock was set meanwhile. Call the result to
 * stop: whoever gets an answer with other moments watches those.
 */
export function watchMoments(moments: readonly Instant[], ask: () => Promise<void>): () => void {
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms)
    })
  let doubts = 0
  const arrive = async (moment: Instant) => {
    for (let left = moment - now(); left > 0 && !isStopped; left = moment - now()) {
      await wait(Math.min(left, LOOK_MS))
      if (isStopped || !isClockDoubtful() || doubts === DOUBTS_MAX) continue
      doubts += 1
      await ask()
    }
  }
  const watch = async () => {
    for (const moment of [...new Set(moments)].sort((a, b) => a - b)) {
      // Whoever opens the page after it has just been answered.
      if (moment <= now()) await wait(SECOND_MS)
      for (const seconds of ASK_AGAIN_SECONDS) {
        // Again each time: an answer may have shown that the moment is still to come.
        await arrive(moment)
        if (isStopped) return
        await ask()
        await wait(seconds * SECOND_MS)
      }
    }
  }
  void watch()
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
