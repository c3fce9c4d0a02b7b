import type { Fen } from '@core/kernel/money'

/** Tenths of a percent in a whole. */
const TENTHS = 1_000
const TENTH = 10

/** How what was paid today compares with yesterday at the same time. */
export function changeCopy(today: Fen, yesterday: Fen): string {
  if (yesterday === 0) return today === 0 ? '昨天此时也还没有' : '昨天此时还没有'
  const percent = Math.round((Math.abs(today - yesterday) * TENTHS) / yesterday) / TENTH
  if (percent === 0) return '和昨天此时一样'
  return `比昨天此时${today > yesterday ? '多' : '少'} ${percent}%`
}
