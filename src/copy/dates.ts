import {
  DAY_MS,
  type Day,
  dayOf,
  daysBetween,
  HOUR_MS,
  type Instant,
  MINUTE_MS,
  startOf,
} from '@core/kernel/calendar'

/** Up to this many days ago are counted; older dates are written out. */
const COUNTED_DAYS = 30

/** `3 月 14 日`, with the year when it is not this one. */
export function formatDate(day: Day, today: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  const short = `${month} 月 ${date} 日`
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${year} 年 ${short}`
}

/** `3 月 1 日到 3 月 14 日`; both dates show the year when the years differ. */
export function formatSpan(from: Day, to: Day, today: Day): string {
  const year = to.slice(0, 4)
  const end = from.slice(0, 4) === year ? formatDate(to, today) : `${year} 年 ${formatDate(to, to)}`
  return `${formatDate(from, today)}到 ${end}`
}

/** 今天, 昨天, 明天, or the date. */
export function formatDay(day: Day, today: Day): string {
  const relative: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天' }
  return relative[daysBetween(today, day)] ?? formatDate(day, today)
}

/** How long ago: 今天, 昨天, `12 天前`, or the date after 30 days. */
export function formatAgo(at: Instant, today: Day): string {
  const days = daysBetween(dayOf(at), today)
  return days > 1 && days <= COUNTED_DAYS ? `${days} 天前` : formatDay(dayOf(at), today)
}

/** `14:05` in Shanghai. */
const formatTime = (at: Instant): string => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)

/** Today and yesterday with the time, then `12 天前`, then the date. */
export const formatWhen = (at: Instant, today: Day): string =>
  daysBetween(dayOf(at), today) <= 1 ? formatMoment(at, today) : formatAgo(at, today)

/** Day and time: `今天 14:05`, `3 月 14 日 09:30`. */
export const formatMoment = (at: Instant, today: Day): string =>
  `${formatDay(dayOf(at), today)} ${formatTime(at)}`

/** Until when something holds: its last day, with the time when it ends within a day. */
export function untilCopy(endsAt: Instant, today: Day): string {
  const isWholeDay = startOf(dayOf(endsAt)) === endsAt
  return `至 ${isWholeDay ? formatDate(dayOf(endsAt - 1), today) : formatMoment(endsAt, today)}`
}

/** The time left: `2 天 3 小时`; `03:12:45` on the last day; then the cloud is being asked. */
export function countdownCopy(left: number): string {
  if (left <= 0) return '正在更新'
  if (left >= DAY_MS) {
    return `${Math.floor(left / DAY_MS)} 天 ${Math.floor((left % DAY_MS) / HOUR_MS)} 小时`
  }
  const twoDigits = (number: number) => String(Math.floor(number)).padStart(2, '0')
  const [hours, minutes] = [left / HOUR_MS, (left % HOUR_MS) / MINUTE_MS]
  return `${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits((left % MINUTE_MS) / 1_000)}`
}
