import { countingOf, type DayCounts } from '@core/domain/members/allowance'
import { blockAt } from '@core/domain/members/block'

const today = '2026-03-04'
const addition = { key: 'x', weight: 1, most: 3, today }
const on = (day: string, x?: number): DayCounts => ({
  day,
  counts: x === undefined ? {} : { x },
})

test.each([
  ['nothing counted yet', null, { step: 'begin', day: today, before: null }],
  ['another day', on('2026-03-03', 3), { step: 'begin', day: today, before: '2026-03-03' }],
  ['a day far ahead', on('2026-03-09', 3), { step: 'begin', day: today, before: '2026-03-09' }],
  ['nothing of it today', on(today), { step: 'add', day: today }],
  ['one less than allowed', on(today, 2), { step: 'add', day: today }],
  ['as many as allowed', on(today, 3), { step: 'refuse' }],
  ['midnight elsewhere already', on('2026-03-05', 1), { step: 'add', day: '2026-03-05' }],
  ['used up at that midnight', on('2026-03-05', 3), { step: 'refuse' }],
] as const)('one more after: %s', (_words, stored, expected) => {
  expect(countingOf(stored, addition)).toEqual(expected)
})

test('several at once fit as a whole or not at all', () => {
  expect(countingOf(on(today, 1), { ...addition, weight: 2 }).step).toBe('add')
  expect(countingOf(on(today, 2), { ...addition, weight: 2 }).step).toBe('refuse')
  expect(countingOf(null, { ...addition, weight: 4 }).step).toBe('refuse')
})

test.each([
  ['none', null, false],
  ['for good', { until: null }, true],
  ['until later', { until: 101 }, true],
  ['until now', { until: 100 }, false],
] as const)('a block is in force: %s', (_words, block, isInForce) => {
  const stored = block && { ...block, reason: '', at: 0, by: '' }
  expect(blockAt(stored, 100) !== null).toBe(isInForce)
})
