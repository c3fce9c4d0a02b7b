import { type Day, dayOf } from '@core/kernel/calendar'
import { ON_DEVCLOUD } from './build'
import { requestDevcloud } from './transport'

let offsetMs = 0

/** The current time in epoch milliseconds, according to the cloud. */
export const now = (): number => Date.now() + offsetMs

/**
 * Reads how far the devcloud's clock is ahead of the phone's; does nothing in WeChat's cloud.
 */
export async function syncDevcloudClock(): Promise<void> {
  if (!ON_DEVCLOUD) return
  try {
    const answer = await requestDevcloud('/devcloud/clock')
    if (typeof answer !== 'object' || answer === null || !('now' in answer)) return
    const at = typeof answer.now === 'string' ? Date.parse(answer.now) : Number(answer.now)
    if (Number.isFinite(at)) offsetMs = at - Date.now()
  } catch {
    // Without the offset only relative dates such as 今天 may be wrong.
  }
}

/** Today in Shanghai. */
export const today = (): Day => dayOf(now())
