import { type Day, dayOf } from '@core/kernel/calendar'
import { ON_DEVCLOUD } from './build'
import { requestDevcloud } from './transport'

let offsetMs = 0

/** The moment in epoch milliseconds, as the shop's cloud sees it. */
export const now = (): number => Date.now() + offsetMs

/**
 * Learns how far the devcloud's movable clock is ahead of ours; in WeChat's cloud there is nothing to
 * learn.
 */
export async function syncDevcloudClock(): Promise<void> {
  if (!ON_DEVCLOUD) return
  try {
    const answer = await requestDevcloud('/devcloud/clock')
    if (typeof answer !== 'object' || answer === null || !('now' in answer)) return
    const at = typeof answer.now === 'string' ? Date.parse(answer.now) : Number(answer.now)
    if (Number.isFinite(at)) offsetMs = at - Date.now()
  } catch {
    // Without the devcloud's clock only the words 今天 and 昨天 may be off.
  }
}

/** Today in Shanghai. */
export const today = (): Day => dayOf(now())
