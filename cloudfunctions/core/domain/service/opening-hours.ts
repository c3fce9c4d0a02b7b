import { addDays, DAY_MS, dayOf, HOUR_MS, type Instant, startOf } from '@core/kernel/calendar'
import type { Program } from '@core/kernel/settings'

/** The hours of every day in which the staff answers, in Shanghai time. */
export type OpeningHours = Pick<Program, 'serviceFromHour' | 'serviceToHour'>

/** Days that are walked when time is counted; what is further apart is counted as that far. */
const DAYS_MAX = 400

/** Whether the service is open at this moment. The closing hour itself is closed. */
export function isOpenAt(at: Instant, hours: OpeningHours): boolean {
  const { from, to } = openOn(dayOf(at), hours)
  return at >= from && at < to
}

/** Milliseconds of opening time between two moments; 0 when the second is not later. */
export function openTimeBetween(start: Instant, end: Instant, hours: OpeningHours): number {
  const days = Math.min(DAYS_MAX, Math.ceil((end - startOf(dayOf(start))) / DAY_MS))
  let passed = 0
  for (let at = 0; at < days; at += 1) {
    const { from, to } = openOn(addDays(dayOf(start), at), hours)
    passed += Math.max(0, Math.min(to, end) - Math.max(from, start))
  }
  return passed
}

/** The moment by which so much opening time has passed; `openMs` is positive. */
export function addOpenTime(start: Instant, openMs: number, hours: OpeningHours): Instant {
  const perDay = (hours.serviceToHour - hours.serviceFromHour) * HOUR_MS
  let left = openMs
  for (let at = 0; at < DAYS_MAX; at += 1) {
    const { from, to } = openOn(addDays(dayOf(start), at), hours)
    const begin = Math.max(from, start)
    const there = Math.max(0, to - begin)
    if (left <= there) return begin + left
    left -= there
  }
  return start + Math.ceil(openMs / perDay) * DAY_MS
}

const openOn = (day: string, hours: OpeningHours) => ({
  from: startOf(day) + hours.serviceFromHour * HOUR_MS,
  to: startOf(day) + hours.serviceToHour * HOUR_MS,
})
