import { type Day, dayOf, daysBetween, type Instant } from '@core/kernel/calendar'

/** Days back that people still count instead of naming the date. */
const COUNTED_DAYS = 30

/** `3 月 14 日`, with the year when it is not this one. */
export function dateWords(day: Day, today: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  const short = `${month} 月 ${date} 日`
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${year} 年 ${short}`
}

/** `3 月 1 日到 3 月 14 日`; both ends have their year when they lie in different ones. */
export function spanWords(from: Day, to: Day, today: Day): string {
  const year = to.slice(0, 4)
  const end = from.slice(0, 4) === year ? dateWords(to, today) : `${year} 年 ${dateWords(to, to)}`
  return `${dateWords(from, today)}到 ${end}`
}

/** 今天, 昨天, 明天, or the date. */
export function dayWords(day: Day, today: Day): string {
  const near: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天' }
  return near[daysBetween(today, day)] ?? dateWords(day, today)
}

/** How long ago: 今天, 昨天, `12 天前`, or the date when it is long past. */
export function agoWords(at: Instant, today: Day): string {
  const days = daysBetween(dayOf(at), today)
  return days > 1 && days <= COUNTED_DAYS ? `${days} 天前` : dayWords(dayOf(at), today)
}

/** `14:05` in Shanghai. */
const timeWords = (at: Instant): string => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)

/** When something happened: with its time while it is fresh, then `12 天前`, then the date. */
export const whenWords = (at: Instant, today: Day): string =>
  daysBetween(dayOf(at), today) <= 1 ? momentWords(at, today) : agoWords(at, today)

/** `今天 14:05`, `3 月 14 日 09:30`: a day and its time. */
export const momentWords = (at: Instant, today: Day): string =>
  `${dayWords(dayOf(at), today)} ${timeWords(at)}`
