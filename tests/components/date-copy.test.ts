import { startOf } from '@core/kernel/calendar'
import {
  formatAgo,
  formatDate,
  formatDay,
  formatMoment,
  formatSpan,
  formatWhen,
} from '@/copy/dates'

const TODAY = '2026-03-14'

describe('date copy', () => {
  test.each([
    ['2026-03-01', '3 月 1 日'],
    ['2026-12-31', '12 月 31 日'],
    ['2011-12-09', '2011 年 12 月 9 日'],
    ['2027-01-02', '2027 年 1 月 2 日'],
  ])('%s shows the year only when it is not this one', (day, text) => {
    expect(formatDate(day, TODAY)).toBe(text)
  })

  test.each([
    ['2026-03-13', '昨天'],
    ['2026-03-14', '今天'],
    ['2026-03-15', '明天'],
    ['2026-03-16', '3 月 16 日'],
  ])('%s is named relative to today', (day, text) => {
    expect(formatDay(day, TODAY)).toBe(text)
  })

  test.each([
    ['2026-03-14', '今天'],
    ['2026-03-13', '昨天'],
    ['2026-03-12', '2 天前'],
    ['2026-02-12', '30 天前'],
    ['2026-02-11', '2 月 11 日'],
    ['2011-12-09', '2011 年 12 月 9 日'],
  ])('%s is counted for 30 days and written out after', (day, text) => {
    expect(formatAgo(startOf(day), TODAY)).toBe(text)
  })

  test.each([
    ['2026-03-14', '今天 00:00'],
    ['2026-03-13', '昨天 00:00'],
    ['2026-03-12', '2 天前'],
    ['2026-02-11', '2 月 11 日'],
  ])('a moment on %s has its time only today and yesterday', (day, text) => {
    expect(formatWhen(startOf(day), TODAY)).toBe(text)
  })

  test.each([
    ['2026-01-02', '2026-03-14', '1 月 2 日到 3 月 14 日'],
    ['2025-11-20', '2026-03-14', '2025 年 11 月 20 日到 2026 年 3 月 14 日'],
    ['2010-12-01', '2011-12-09', '2010 年 12 月 1 日到 2011 年 12 月 9 日'],
    ['2011-01-04', '2011-12-09', '2011 年 1 月 4 日到 2011 年 12 月 9 日'],
  ])('from %s to %s shows years where they differ', (from, to, text) => {
    expect(formatSpan(from, to, TODAY)).toBe(text)
  })

  test('the last minute of a day in Shanghai belongs to that day', () => {
    expect(formatMoment(startOf('2026-03-14') - 60_000, TODAY)).toBe('昨天 23:59')
    expect(formatMoment(startOf('2026-03-14'), TODAY)).toBe('今天 00:00')
  })
})
