import { HOUR_MS, type Instant, MINUTE_MS, startOf } from '@core/kernel/calendar'
import { cellText } from './cell'

/** Whether `1/2/2011` is the second of January or (day first) the first of February. */
export type DateOrder = 'monthFirst' | 'dayFirst'

/** `2010-12-01`, `2010/12/1`, `2010.12.1`, `2010年12月1日`. */
const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(.*)$/
/** `12/1/2010`, `1.12.2010`, `1-12-2010`. */
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(.*)$/
/** ` 8:26`, `T08:26:00.000+08:00`, ` 8:26 PM`; nothing at all is midnight. */
const CLOCK =
  /^(?:[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AP]M)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

/**
 * No shop's computer wrote orders before. A spreadsheet's day 0 is in 1900, a computer's second 0
 * in 1970, and `Date.UTC` reads years below 100 as 19xx.
 */
const YEAR_MIN = 1980

/** `2010/12/1 下午 8:26`, as a Chinese Windows writes it. */
const CHINESE_HALF = /^(.*?)\s*(上午|下午)\s*(.*)$/

/** Days since 1900 as a spreadsheet counts them, from 1982 to 2119, with the time as a fraction. */
const SERIAL_DAY = /^[345678]\d{4}(?:\.\d+)?$/

/** How far Shanghai is ahead of UTC. */
const AHEAD_MS = -startOf('1970-01-01')

/**
 * Reads a date with or without a time of day, as exports write them. Without a zone it is the
 * shop's own wall clock, Asia/Shanghai. `null` when the calendar or the clock knows no such time.
 */
export function readTime(text: string, order: DateOrder): Instant | null {
  const cut = cutDay(withEnglishHalf(cellText(text)), order)
  const midnight = cut && utcMidnight(cut)
  const clock = cut && CLOCK.exec(cut.rest.trimEnd())
  if (midnight === null || !clock) return null
  const sinceMidnight = clockMs(clock)
  if (sinceMidnight === null) return null
  const zone = clock[5]
  return midnight + sinceMidnight - (zone === undefined ? AHEAD_MS : zoneMs(zone))
}

/** Whether a text is a spreadsheet's number of a day; calendars differ, so it is no time. */
export const isSerialDay = (text: string): boolean => SERIAL_DAY.test(cellText(text))

function withEnglishHalf(text: string): string {
  const [, day, half, clock] = CHINESE_HALF.exec(text) ?? []
  return half === undefined ? text : `${day} ${clock} ${half === '上午' ? 'AM' : 'PM'}`
}

type CutDay = { year: number; month: number; day: number; rest: string }

function cutDay(text: string, order: DateOrder): CutDay | null {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) {
    const [, year, month, day, rest = ''] = yearFirst
    return { year: Number(year), month: Number(month), day: Number(day), rest }
  }
  const yearLast = YEAR_LAST.exec(text)
  if (!yearLast) return null
  const [, one, two, year, rest = ''] = yearLast
  const [month, day] = order === 'monthFirst' ? [one, two] : [two, one]
  return { year: Number(year), month: Number(month), day: Number(day), rest }
}

/** The day's first moment in UTC; `null` when no calendar has it: `Date.UTC` rolls over. */
function utcMidnight({ year, month, day }: CutDay): Instant | null {
  const midnight = Date.UTC(year, month - 1, day)
  const date = new Date(midnight)
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal && year >= YEAR_MIN ? midnight : null
}

function clockMs(clock: RegExpExecArray): number | null {
  const [, hours = '0', minutes = '0', seconds = '0', half] = clock
  const hour = half ? hourOfHalf(Number(hours), half) : Number(hours)
  if (hour === null || hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  return hour * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * 1_000
}

function hourOfHalf(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0)
}

/** How far a written zone is ahead of UTC. */
function zoneMs(zone: string): number {
  if (/z/i.test(zone)) return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone.startsWith('-') ? -minutes : minutes) * MINUTE_MS
}
