import { invalidOperator } from '../errors'
import { failed } from './language'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/**
 * How far a time zone is from UTC at an instant, in minutes. It is a name of the tz database or
 * ±hh:mm.
 */
export function offsetMinutes(zone: string, at: number): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(zone) ?? []
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>
  const { year = 0, month = 1, day, hour, minute, second } = parts
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  return Math.round((local - Math.floor(at / 1000) * 1000) / MINUTE_MS)
}

const FORMATTERS = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(timeZone)
  if (known) return known
  // Beyond the names, `Intl` accepts offsets and cases that the server does not.
  if (!/^[A-Z]/.test(timeZone)) throw failed(`unrecognized time zone identifier: "${timeZone}"`)
  try {
    const number = 'numeric' as const
    const fields = { year: number, month: number, day: number, hour: number, minute: number }
    const options = { timeZone, ...fields, second: number, hourCycle: 'h23' as const }
    const made = new Intl.DateTimeFormat('en-US', options)
    FORMATTERS.set(timeZone, made)
    return made
  } catch {
    throw failed(`unrecognized time zone identifier: "${timeZone}"`)
  }
}

/** What the calendar of a time zone says of an instant. */
export type CalendarDay = {
  year: number
  month: number
  dayOfMonth: number
  hour: number
  minute: number
  second: number
  millisecond: number
  /** 1 to 366. */
  dayOfYear: number
  /** 1 is Sunday. */
  dayOfWeek: number
  /** Weeks begin on Sundays; days before the first Sunday are week 0. */
  week: number
  /** 1 is Monday. */
  isoDayOfWeek: number
  isoWeek: number
  isoWeekYear: number
  offsetMinutes: number
}

/** Reads the calendar. */
export function calendarDay(at: Date, zone: string | undefined): CalendarDay {
  const offset = zone === undefined ? 0 : offsetMinutes(zone, at.getTime())
  const local = new Date(at.getTime() + offset * MINUTE_MS)
  const year = local.getUTCFullYear()
  if (!(year >= 0 && year <= 9999)) throw failed('a date is not between the years 0 and 9999')
  const dayOfYear = Math.floor((local.getTime() - utc(year)) / DAY_MS) + 1
  const weekday = local.getUTCDay()
  // The ISO year of a week is that of its Thursday.
  const thursday = new Date(local.getTime() + (4 - (weekday || 7)) * DAY_MS)
  const isoWeekYear = thursday.getUTCFullYear()
  return {
    year,
    month: local.getUTCMonth() + 1,
    dayOfMonth: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
    dayOfYear,
    dayOfWeek: weekday + 1,
    week: Math.floor((dayOfYear - 1 + 7 - weekday) / 7),
    isoDayOfWeek: weekday || 7,
    isoWeek: Math.floor((thursday.getTime() - utc(isoWeekYear)) / (7 * DAY_MS)) + 1,
    isoWeekYear,
    offsetMinutes: offset,
  }
}

/** The first instant of a year in UTC; `Date.UTC` reads 0 to 99 as years after 1900. */
function utc(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1)
}

/** Parts of a date; what is beyond its range carries over into the next part. */
export type DateParts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millisecond: number
}

/** The instant at which the clocks of a time zone show these parts. */
export function instantOf(parts: DateParts, zone: string | undefined): Date {
  const { year, month, day, hour, minute, second, millisecond } = parts
  const date = new Date(utc(year))
  date.setUTCMonth(month - 1, day)
  date.setUTCHours(hour, minute, second, millisecond)
  return inZone(date.getTime(), zone)
}

/** The instant of a week day of an ISO year. */
export function isoInstantOf(parts: DateParts, zone: string | undefined): Date {
  const { year, month: week, day: weekday, ...time } = parts
  // The 4th of January is always in week 1.
  const fourth = new Date(utc(year) + 3 * DAY_MS)
  const monday = 4 - ((fourth.getUTCDay() || 7) - 1)
  return instantOf({ year, month: 1, day: monday + (week - 1) * 7 + weekday - 1, ...time }, zone)
}

function inZone(local: number, zone: string | undefined): Date {
  if (zone === undefined) return new Date(local)
  const guess = local - offsetMinutes(zone, local) * MINUTE_MS
  return new Date(local - offsetMinutes(zone, guess) * MINUTE_MS)
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:?\d\d)?)?$/

/**
 * Reads `2026-02-03`, with a time and an offset if need be. The server understands many more
 * forms; they are refused here, since reading them differently would be worse.
 */
export function parsedDate(text: string, zone: string | undefined): Date {
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction = '', own] =
    ISO.exec(text) ?? []
  const parts = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction.padEnd(3, '0')),
  }
  if (year === undefined || !isReal(parts)) {
    throw invalidOperator(
      `$dateFromString of '${text}' is not available in the local cloud: ` +
        'write 2026-02-03T04:05:06Z',
    )
  }
  if (own !== undefined && zone !== undefined) {
    throw failed('$dateFromString: the text has an offset of its own besides the timezone argument')
  }
  return instantOf(parts, own === 'Z' ? undefined : (own ?? zone))
}

function isReal(parts: DateParts): boolean {
  const days = new Date(new Date(0).setUTCFullYear(parts.year, parts.month, 0)).getUTCDate()
  const isDay = parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.day <= days
  return isDay && parts.hour < 24 && parts.minute < 60 && parts.second < 60
}
