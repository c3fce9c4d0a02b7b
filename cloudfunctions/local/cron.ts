import { Cron as Croner } from 'croner'
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

const FIELDS = ['second', 'minute', 'hour', 'day', 'month', 'weekday', 'year'] as const

/** What a bound of a field may be: croner also takes `L`, `W`, `#`, 7 for Sunday and any year. */
const BOUND = /^(\*|\d+|[a-z]{3})$/i
const BOUNDS: Partial<Record<(typeof FIELDS)[number], RegExp>> = {
  weekday: /^(\*|[0-6]|[a-z]{3})$/i,
  year: /^(\*|19[7-9]\d|20\d\d)$/,
}

/** `firings` adds China's offset; sloppy ranges are those like `7/10`, every ten from seven on. */
const OPTIONS = { utcOffset: 0, sloppyRanges: true } as const

const checkField = (name: (typeof FIELDS)[number], text: string) => {
  const bounds = text.split(',').flatMap((part) => (part.split('/')[0] ?? '').split('-'))
  const wrong = bounds.find((bound) => !(BOUNDS[name] ?? BOUND).test(bound))
  if (wrong !== undefined) throw new Error(`cron: "${wrong}" is not a ${name}`)
  try {
    new Croner(FIELDS.map((other) => (other === name ? text : '*')).join(' '), OPTIONS)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`cron: "${text}" is not a ${name} (${reason})`)
  }
}

/** Where the values of a field are listed from: the second before an arbitrary day. */
const LISTED_FROM = new Date(Date.UTC(2000, 0, 1) - 1000)
const VALUES_MAX = 60

/** The seconds after midnight at which a time of day with one varying field fires, ascending. */
const timesOf = (time: string): number[] => {
  const times = new Croner(`${time} 1 1 * 2000`, OPTIONS).nextRuns(VALUES_MAX, LISTED_FROM)
  return times.map((at) => (at.getTime() - LISTED_FROM.getTime()) / 1000 - 1)
}

/**
 * Reads an expression; throws unless it has seven valid fields. croner checks the fields and
 * decides the days. The times of a day are listed once: a jump of a year has half a million firings
 * of a minutely timer, and asking croner for each of them would take half a minute.
 */
export const parseCron = (expression: string): Cron => {
  const texts = expression.trim().split(/\s+/)
  if (texts.length !== FIELDS.length) {
    throw new Error(`cron: "${expression}" must have ${FIELDS.length} fields`)
  }
  for (const [index, name] of FIELDS.entries()) checkField(name, texts[index] ?? '')
  const [second, minute, hour, ...date] = texts
  const days = new Croner(`0 0 0 ${date.join(' ')}`, OPTIONS)
  const [seconds, minutes] = [timesOf(`${second} 0 0`), timesOf(`0 ${minute} 0`)]
  const secondsOfDay = timesOf(`0 0 ${hour}`).flatMap((h) =>
    minutes.flatMap((m) => seconds.map((s) => h + m + s)),
  )
  return { secondsOfDay, isOnDay: (midnight) => days.match(midnight) }
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
