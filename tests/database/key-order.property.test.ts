import { compareValues, identityOf } from '@local/database/comparison'
import { inverted, keyOf } from '@local/database/key'
import type { Document, Value } from '@local/database/values'
import fc from 'fast-check'

/**
 * Indexes and sorts compare bytes, expressions compare values: both give MongoDB's order, by type,
 * then by value, objects field by field.
 */

const leaf: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(null, true, false, '', 'a', 'a\0', '\uffff', '😀', '山'),
  fc.constantFrom(0, -1.5, 2 ** 40, -Infinity, Number.NaN),
  fc.integer({ min: 0, max: 2 }).map((day) => new Date(day)),
)
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'é'), tie('value'), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  ),
}))
const pair = fc.tuple(value, value)

it.each<[way: string, order: (a: Buffer, b: Buffer) => number]>([
  ['upwards', (a, b) => Buffer.compare(a, b)],
  ['downwards', (a, b) => Buffer.compare(inverted(b), inverted(a))],
])('bytes have the order of values, %s', (_way, order) => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      // Inside an object: alone, an empty array is below null.
      const [x, y]: [Document, Document] = [{ v: a }, { v: b }]
      expect(Math.sign(order(keyOf(x), keyOf(y)))).toBe(Math.sign(compareValues(x, y)))
    }),
    { numRuns: 3000, seed: 5 },
  )
})

it('an identity is shared by equal values alone', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      expect(identityOf(a) === identityOf(b)).toBe(compareValues(a, b) === 0)
    }),
    { numRuns: 3000, seed: 5 },
  )
})

it.each<[rule: string, less: Value, more: Value]>([
  ['types in their order', { a: 9 }, { a: 'x' }],
  ['the type before the name', { b: 1 }, { a: 'x' }],
  ['the name before the value', { a: 9 }, { b: 1 }],
  ['fewer fields first', { a: 1 }, { a: 1, b: 1 }],
  ['numbers, not their digits', { a: 9 }, { a: 10 }],
  ['arrays item by item', [9, [2]], [10, [1]]],
])('objects and arrays are ordered by %s', (_rule, less, more) => {
  expect(Buffer.compare(keyOf(less), keyOf(more))).toBe(-1)
  expect(compareValues(less, more)).toBeLessThan(0)
})
