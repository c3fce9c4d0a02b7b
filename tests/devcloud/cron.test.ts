import { firings, parseCron } from '@local/cron'

const china = (text: string) => Date.parse(`${text}+08:00`)
const ofChina = (instant: number) =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** The first firings after an instant, in Chinese time. */
const next = (expression: string, after: string, count: number) => {
  const seen: string[] = []
  const to = china(after) + 5 * 366 * 86_400_000
  for (const instant of firings(parseCron(expression), china(after), to)) {
    seen.push(ofChina(instant))
    if (seen.length === count) break
  }
  return seen
}

describe('a timer of seven fields, in UTC+8', () => {
  test.each([
    ['every minute', '0 * * * * * *', ['2026-03-14 10:01:00', '2026-03-14 10:02:00']],
    ['every five minutes', '0 */5 * * * * *', ['2026-03-14 10:05:00', '2026-03-14 10:10:00']],
    ['from minute 7 by tens', '0 7/10 * * * * *', ['2026-03-14 10:07:00', '2026-03-14 10:17:00']],
    ['nightly at two in China', '0 0 2 * * * *', ['2026-03-15 02:00:00', '2026-03-16 02:00:00']],
    ['a list of hours', '0 30 9,21 * * * *', ['2026-03-14 21:30:00', '2026-03-15 09:30:00']],
    ['a range of hours', '0 0 11-12 * * * *', ['2026-03-14 11:00:00', '2026-03-14 12:00:00']],
    ['a range with a step', '15 0 10-20/5 * * * *', ['2026-03-14 10:00:15', '2026-03-14 15:00:15']],
    [
      'the 31st, where there is one',
      '0 0 0 31 * * *',
      ['2026-03-31 00:00:00', '2026-05-31 00:00:00'],
    ],
    ['the 29th of February', '0 0 0 29 2 * *', ['2028-02-29 00:00:00']],
    ['a month by name', '0 0 0 1 JUN * *', ['2026-06-01 00:00:00', '2027-06-01 00:00:00']],
    ['weekdays by name', '0 0 8 * * MON-FRI *', ['2026-03-16 08:00:00', '2026-03-17 08:00:00']],
    ['Sunday is 0', '0 0 8 * * 0 *', ['2026-03-15 08:00:00', '2026-03-22 08:00:00']],
    [
      'day or weekday when both are given',
      '0 0 8 20 * 1 *',
      ['2026-03-16 08:00:00', '2026-03-20 08:00:00', '2026-03-23 08:00:00'],
    ],
    ['one year alone', '0 0 0 1 1 * 2028', ['2028-01-01 00:00:00']],
    ['a year that is over', '0 0 0 1 1 * 2020', []],
  ])('%s', (_, expression, expected) => {
    // 2026-03-14 is a Saturday.
    expect(next(expression, '2026-03-14T10:00:00', Math.max(expected.length, 1))).toEqual(expected)
  })

  test.each([
    ['0 * * * * *', 'seven fields'],
    ['60 * * * * * *', 'second'],
    ['* * 24 * * * *', 'hour'],
    ['* * * 0 * * *', 'day'],
    ['* * * * 13 * *', 'month'],
    ['* * * * * 7 *', 'weekday'],
    ['*/0 * * * * * *', 'second'],
    ['5-1 * * * * * *', 'second'],
    ['1-2-3 * * * * * *', 'second'],
    ['a * * * * * *', 'second'],
    ['1,, * * * * * *', 'second'],
    ['-1 * * * * * *', 'second'],
  ])('%s is refused, naming the %s', (expression, field) => {
    expect(() => parseCron(expression)).toThrow(field === 'seven fields' ? '7 fields' : field)
  })
})
