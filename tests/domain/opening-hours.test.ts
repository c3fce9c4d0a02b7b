import { addOpenTime, isOpenAt, openTimeBetween } from '@core/domain/service/opening-hours'
import { HOUR_MS, MINUTE_MS } from '@core/kernel/calendar'

const HOURS = { serviceFromHour: 9, serviceToHour: 21 }
const at = (text: string) => Date.parse(`2026-03-${text}:00+08:00`)

it.each([
  ['04T08:59', false],
  ['04T09:00', true],
  ['04T20:59', true],
  ['04T21:00', false],
  ['04T00:00', false],
])('at %s customer service is open: %s', (moment, isOpen) => {
  expect(isOpenAt(at(moment), HOURS)).toBe(isOpen)
})

it.each([
  ['within a day', '04T10:00', '04T10:30', 30],
  ['over a night: the evening and the morning', '04T20:00', '05T10:00', 120],
  ['at night alone: nothing', '04T22:00', '05T08:00', 0],
  ['before opening: from nine on', '04T07:00', '04T09:10', 10],
  ['over two nights', '04T20:59', '06T09:01', 1 + 720 + 1],
  ['backwards: nothing', '05T10:00', '04T10:00', 0],
])('opening time %s', (_words, from, to, minutes) => {
  expect(openTimeBetween(at(from), at(to), HOURS)).toBe(minutes * MINUTE_MS)
})

it.each([
  ['asked in the morning', '04T10:00', 24, '06T10:00'],
  ['asked at night: the clock starts at nine', '04T23:00', 2, '05T11:00'],
  ['exactly to the closing hour', '04T09:00', 12, '04T21:00'],
  ['one hour after closing counts from the next day', '04T20:30', 1, '05T09:30'],
])('%s is due in time', (_words, asked, hours, due) => {
  const open = addOpenTime(at(asked), hours * HOUR_MS, HOURS)
  expect(new Date(open).toISOString()).toBe(new Date(at(due)).toISOString())
  expect(openTimeBetween(at(asked), open, HOURS)).toBe(hours * HOUR_MS)
})

it('a shop that is open day and night counts all time', () => {
  const always = { serviceFromHour: 0, serviceToHour: 24 }
  expect(openTimeBetween(at('04T10:00'), at('06T11:00'), always)).toBe(49 * HOUR_MS)
  expect(isOpenAt(at('04T23:59'), always)).toBe(true)
})
