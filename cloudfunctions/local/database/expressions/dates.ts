import { type Found, isNullish, typeOf } from '../comparison'
import { invalidOperator } from '../errors'
import { type Document, isDocument, type Value } from '../values'
import {
  type CalendarDay,
  calendarDay,
  type DateParts,
  instantOf,
  isoInstantOf,
  parsedDate,
} from './calendar'
import {
  type Expression,
  failed,
  listed,
  named,
  type Operator,
  type Parse,
  type Scope,
  textIn,
} from './language'

function dateIn(value: Value): Date {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value
  throw failed(`can't convert from BSON type ${typeOf(value)} to Date`)
}

/** `{ $year: date }`, `{ $year: [date] }` or `{ $year: { date, timezone } }`. */
const reading =
  (part: keyof CalendarDay): Operator =>
  (argument, parse, name) => {
    const { date, timezone } = dateArgument(argument, parse, name)
    return (scope) => {
      const at = date(scope)
      const zone = timezone?.(scope)
      if (isNullish(at) || (timezone && isNullish(zone))) return null
      return calendarDay(dateIn(at), zoneIn(zone))[part]
    }
  }

type DateArgument = { date: Expression; timezone?: Expression }

function dateArgument(argument: Value, parse: Parse, name: string): DateArgument {
  if (isDocument(argument) && Object.keys(argument)[0]?.startsWith('$') !== true) {
    const parts = named(argument, name, { must: ['date'], may: ['timezone'] })
    const timezone = parts.timezone === undefined ? undefined : parse(parts.timezone)
    return { date: parse(parts.date as Value), timezone }
  }
  const [only, ...more] = listed(argument)
  if (only === undefined || more.length > 0) {
    throw failed(`${name} accepts exactly one argument if given an array`)
  }
  return { date: parse(only) }
}

function zoneIn(value: Found): string | undefined {
  return value === undefined ? undefined : textIn(value, 'timezone')
}

/** The parts of an object argument, each evaluated; absent ones are not there. */
function evaluated(parts: Document, parse: Parse): (scope: Scope) => Map<string, Found> {
  const expressions = Object.entries(parts).map(([key, part]) => [key, parse(part)] as const)
  return (scope) => new Map(expressions.map(([key, expression]) => [key, expression(scope)]))
}

const TIME = ['hour', 'minute', 'second', 'millisecond', 'timezone']
const CALENDAR_PARTS = { must: ['year'], may: ['month', 'day', ...TIME] }
const ISO_PARTS = { must: ['isoWeekYear'], may: ['isoWeek', 'isoDayOfWeek', ...TIME] }

const $dateFromParts: Operator = (argument, parse, name) => {
  const isIso = isDocument(argument) && 'isoWeekYear' in argument
  const parts = named(argument, name, isIso ? ISO_PARTS : CALENDAR_PARTS)
  const valuesOf = evaluated(parts, parse)
  const keys = isIso ? ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] : ['year', 'month', 'day']
  return (scope) => {
    const values = valuesOf(scope)
    if ([...values.values()].some(isNullish)) return null
    const whole = (key: string, otherwise: number): number =>
      values.has(key) ? partIn(values.get(key), key) : otherwise
    const [year = '', month = '', day = ''] = keys
    const read: DateParts = {
      year: whole(year, 1),
      month: whole(month, 1),
      day: whole(day, 1),
      hour: whole('hour', 0),
      minute: whole('minute', 0),
      second: whole('second', 0),
      millisecond: whole('millisecond', 0),
    }
    if (read.year < 1 || read.year > 9999) throw failed(`'${year}' must be between 1 and 9999`)
    const zone = zoneIn(values.get('timezone'))
    return isIso ? isoInstantOf(read, zone) : instantOf(read, zone)
  }
}

/** Parts beyond their range carry over, but not beyond this. */
const PART_MAX = 32_767

function partIn(value: Found, key: string): number {
  const isWhole = typeof value === 'number' && Number.isInteger(value)
  if (!isWhole) throw failed(`'${key}' must evaluate to an integer, found ${typeOf(value)}`)
  if (key === 'second' || key === 'millisecond' || Math.abs(value) <= PART_MAX) return value
  throw failed(`'${key}' must be between -${PART_MAX} and ${PART_MAX}`)
}

const $dateFromString: Operator = (argument, parse, name) => {
  if (isDocument(argument) && ('format' in argument || 'onError' in argument)) {
    throw invalidOperator(`format and onError of ${name} are not available in the local cloud`)
  }
  const parts = named(argument, name, { must: ['dateString'], may: ['timezone', 'onNull'] })
  const valuesOf = evaluated(parts, parse)
  return (scope) => {
    const values = valuesOf(scope)
    const [text, zone] = [values.get('dateString'), values.get('timezone')]
    if (isNullish(text)) return values.has('onNull') ? values.get('onNull') : null
    if (values.has('timezone') && isNullish(zone)) return null
    return parsedDate(textIn(text, name), zoneIn(zone))
  }
}

const UTC_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ'

const $dateToString: Operator = (argument, parse, name) => {
  const may = ['format', 'timezone', 'onNull']
  const parts = named(argument, name, { must: ['date'], may })
  if ('timezone' in parts && !('format' in parts)) {
    // Versions of the server differ in the format of another time zone.
    throw invalidOperator(`${name} with a timezone needs a format in the local cloud`)
  }
  const valuesOf = evaluated(parts, parse)
  return (scope) => {
    const values = valuesOf(scope)
    const [date, zone] = [values.get('date'), values.get('timezone')]
    if (isNullish(date)) return values.has('onNull') ? values.get('onNull') : null
    if (values.has('timezone') && isNullish(zone)) return null
    const format = values.has('format') ? values.get('format') : UTC_FORMAT
    if (isNullish(format)) return null
    return formatted(
      calendarDay(dateIn(date), zoneIn(zone)),
      textIn(format, '$dateToString format'),
    )
  }
}

const padded = (digits: number, n: number): string => String(n).padStart(digits, '0')

const SPECIFIERS: Record<string, (day: CalendarDay) => string> = {
  d: (day) => padded(2, day.dayOfMonth),
  G: (day) => padded(4, day.isoWeekYear),
  H: (day) => padded(2, day.hour),
  j: (day) => padded(3, day.dayOfYear),
  L: (day) => padded(3, day.millisecond),
  m: (day) => padded(2, day.month),
  M: (day) => padded(2, day.minute),
  S: (day) => padded(2, day.second),
  u: (day) => String(day.isoDayOfWeek),
  U: (day) => padded(2, day.week),
  V: (day) => padded(2, day.isoWeek),
  w: (day) => String(day.dayOfWeek),
  Y: (day) => padded(4, day.year),
  z: ({ offsetMinutes: offset }) => {
    const minutes = Math.abs(offset)
    const clock = padded(2, Math.floor(minutes / 60)) + padded(2, minutes % 60)
    return `${offset < 0 ? '-' : '+'}${clock}`
  },
  Z: ({ offsetMinutes: offset }) => `${offset < 0 ? '-' : '+'}${padded(3, Math.abs(offset))}`,
  '%': () => '%',
}

function formatted(day: CalendarDay, format: string): string {
  return format.replace(/%(.?)/gs, (_, letter: string) => {
    const write = Object.hasOwn(SPECIFIERS, letter) ? SPECIFIERS[letter] : undefined
    if (write) return write(day)
    throw failed(`Invalid format character '%${letter}' in format string`)
  })
}

/** Operators on dates. */
export const DATES: Record<string, Operator> = {
  $dateFromParts,
  $dateFromString,
  $dateToString,
  $dayOfMonth: reading('dayOfMonth'),
  $dayOfWeek: reading('dayOfWeek'),
  $dayOfYear: reading('dayOfYear'),
  $hour: reading('hour'),
  $isoDayOfWeek: reading('isoDayOfWeek'),
  $isoWeek: reading('isoWeek'),
  $isoWeekYear: reading('isoWeekYear'),
  $millisecond: reading('millisecond'),
  $minute: reading('minute'),
  $month: reading('month'),
  $second: reading('second'),
  $week: reading('week'),
  $year: reading('year'),
}
