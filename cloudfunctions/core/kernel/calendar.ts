import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** A calendar day in Shanghai, `YYYY-MM-DD`. Days compare and sort as strings. */
export type Day = string

/** A moment in epoch milliseconds. */
export type Instant = number

/** China keeps one offset all year since 1991, so a day is arithmetic and needs no zone data. */
const SHANGHAI_MINUTES = 8 * 60
const DAY_MS = 86_400_000
const SHANGHAI_MS = SHANGHAI_MINUTES * 60_000

/** Milliseconds in one minute, hour and day, for terms counted from an instant. */
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export { DAY_MS }

/** The beginning of the minute that holds a moment: people choose moments to the minute. */
export const startOfMinute = (at: Instant): Instant => at - (at % MINUTE_MS)

/** The day in Shanghai that holds this moment. */
export const dayOf = (at: Instant): Day => new Date(at + SHANGHAI_MS).toISOString().slice(0, 10)

/** The first moment of a day. */
export const startOf = (day: Day): Instant => Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_MS

/** The first moment after a day. */
export const endOf = (day: Day): Instant => startOf(day) + DAY_MS

/** The day `days` later (earlier when negative). */
export const addDays = (day: Day, days: number): Day => dayOf(startOf(day) + days * DAY_MS)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((startOf(to) - startOf(from)) / DAY_MS)

/** The same day `months` later, or the last day of that month when it is shorter. */
export const addMonths = (day: Day, months: number): Day =>
  dayjs.utc(day).add(months, 'month').format('YYYY-MM-DD')

/** The earlier of some days; `undefined` entries do not count. */
export function earliest(...days: (Day | null | undefined)[]): Day | null {
  const known = days.filter((day): day is Day => typeof day === 'string')
  return known.length === 0 ? null : known.reduce((a, b) => (b < a ? b : a))
}

/** True for a real calendar day written `YYYY-MM-DD` (not 2026-02-30). */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(text).format('YYYY-MM-DD') === text
