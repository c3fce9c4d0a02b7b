import { CHINA_OFFSET_MS, DAY_MS } from './time'

/**
 * A timer's expression: second minute hour day month weekday year, in UTC+8 whatever the machine's
 * zone (WeChat docs, functions/triggers). `* , - /` and English names; day and weekday both given
 * means either.
 */
export type Cron = {
  /** Seconds after midnight at which it fires on a day it fires, ascending. */
  readonly secondsOfDay: readonly number[]
  /** Whether it fires on a day, given as the UTC midnight that carries the Chinese date. */
  isOnDay(midnight: Date): boolean
}

type FieldSpec = { name: string; min: number; max: number; names?: readonly string[] }

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

const FIELDS = [
  { name: 'second', min: 0, max: 59 },
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, names: MONTHS },
  { name: 'weekday', min: 0, max: 6, names: WEEKDAYS },
  { name: 'year', min: 1970, max: 2099 },
] as const satisfies readonly FieldSpec[]

const wrong = (spec: FieldSpec, part: string) =>
  new Error(`cron: "${part}" is no ${spec.name} (${spec.min}–${spec.max})`)

const numberOf = (spec: FieldSpec, text: string): number => {
  const named = spec.names?.indexOf(text.toUpperCase()) ?? -1
  const value = named >= 0 ? named + spec.min : /^\d+$/.test(text) ? Number(text) : NaN
  if (!(value >= spec.min && value <= spec.max)) throw wrong(spec, text)
  return value
}

const rangeOf = (spec: FieldSpec, text: string, hasStep: boolean): [number, number] => {
  if (text === '*') return [spec.min, spec.max]
  const [from = '', to, more] = text.split('-')
  if (more !== undefined) throw wrong(spec, text)
  const first = numberOf(spec, from)
  if (to === undefined) return [first, hasStep ? spec.max : first]
  const last = numberOf(spec, to)
  if (last < first) throw wrong(spec, text)
  return [first, last]
}

const valuesOf = (spec: FieldSpec, text: string): Set<number> => {
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const [range = '', step, more] = part.split('/')
    if (more !== undefined || (step !== undefined && !/^[1-9]\d*$/.test(step))) {
      throw wrong(spec, part)
    }
    const [first, last] = rangeOf(spec, range, step !== undefined)
    for (let value = first; value <= last; value += Number(step ?? 1)) values.add(value)
  }
  return values
}

const ascending = (values: Set<number>) => [...values].sort((a, b) => a - b)

/** Reads an expression; throws when it is not seven good fields. */
export const parseCron = (expression: string): Cron => {
  const texts = expression.trim().split(/\s+/)
  if (texts.length !== FIELDS.length) {
    throw new Error(`cron: "${expression}" must have ${FIELDS.length} fields`)
  }
  const [seconds, minutes, hours, days, months, weekdays, years] = FIELDS.map((spec, index) =>
    valuesOf(spec, texts[index] as string),
  ) as [Set<number>, Set<number>, Set<number>, Set<number>, Set<number>, Set<number>, Set<number>]
  const isEither = texts[3] !== '*' && texts[5] !== '*'
  const secondsOfDay = ascending(hours).flatMap((hour) =>
    ascending(minutes).flatMap((minute) =>
      ascending(seconds).map((second) => (hour * 60 + minute) * 60 + second),
    ),
  )
  return {
    secondsOfDay,
    isOnDay: (midnight) => {
      if (!years.has(midnight.getUTCFullYear())) return false
      if (!months.has(midnight.getUTCMonth() + 1)) return false
      const isDay = days.has(midnight.getUTCDate())
      const isWeekday = weekdays.has(midnight.getUTCDay())
      return isEither ? isDay || isWeekday : isDay && isWeekday
    },
  }
}

/** Every instant after `from` and up to and with `to`, in order, epoch ms. */
export function* firings(cron: Cron, from: number, to: number): Generator<number> {
  const firstDay = Math.floor((from + CHINA_OFFSET_MS) / DAY_MS) * DAY_MS
  for (let day = firstDay; day - CHINA_OFFSET_MS <= to; day += DAY_MS) {
    if (!cron.isOnDay(new Date(day))) continue
    for (const second of cron.secondsOfDay) {
      const instant = day - CHINA_OFFSET_MS + second * 1000
      if (instant > to) return
      if (instant > from) yield instant
    }
  }
}
