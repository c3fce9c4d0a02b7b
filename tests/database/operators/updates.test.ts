import { updated } from '@local/database/language'
import { OPERATORS } from '@local/database/operators'
import { EDITS } from '@local/database/updating/update'
import type { Document } from '@local/database/values'

import { type Expected, FAILS, outcomeOf, REFUSED } from './cases'

/** The MongoDB 4.4 manual, "Update Operators". */
type Case = [rule: string, before: Document, change: Document, after: Expected]

const at = (day: number) => new Date(Date.UTC(2026, 0, day))

const CASES: Case[] = [
  ['set makes the way', {}, { $set: { 'a.b': 1 } }, { a: { b: 1 } }],
  ['set pads an array with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  ['set in an object of an array', { a: [{}] }, { $set: { 'a.0.b': 1 } }, { a: [{ b: 1 }] }],
  ['set a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }, FAILS],
  ['set through a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, FAILS],
  ['set through null', { a: null }, { $set: { 'a.b': 1 } }, FAILS],
  ['set a number in an object', {}, { $set: { 'a.0': 1 } }, { a: { 0: 1 } }],
  ['set nothing', { a: 1 }, { $set: {} }, FAILS],
  ['set the id', { _id: 1 }, { $set: { _id: 2 } }, FAILS],
  ['set the same id', { _id: 1 }, { $set: { _id: 1, a: 1 } }, { _id: 1, a: 1 }],
  ['set an empty name', {}, { $set: { 'a.': 1 } }, FAILS],
  ['set a path and one below it', {}, { $set: { a: {}, 'a.b': 1 } }, FAILS],
  ['set every element', { a: [1] }, { $set: { 'a.$[]': 1 } }, REFUSED],
  ['unset', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  ['unset in an array leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  ['unset below a scalar', { a: 1 }, { $unset: { 'a.b': '' } }, { a: 1 }],
  ['inc', { a: 1 }, { $inc: { a: -3 } }, { a: -2 }],
  ['inc of what is missing', {}, { $inc: { 'a.b': 2 } }, { a: { b: 2 } }],
  ['inc of null', { a: null }, { $inc: { a: 1 } }, FAILS],
  ['inc by a text', { a: 1 }, { $inc: { a: '1' } }, FAILS],
  ['mul of what is missing', {}, { $mul: { a: 5 } }, { a: 0 }],
  ['mul', { a: 4 }, { $mul: { a: 2.5 } }, { a: 10 }],
  ['min', { a: 4 }, { $min: { a: 1 } }, { a: 1 }],
  ['min keeps null, which is below numbers', { a: null }, { $min: { a: 1 } }, { a: null }],
  ['min of what is missing', {}, { $min: { a: 1 } }, { a: 1 }],
  ['max', { a: 4 }, { $max: { a: 1 } }, { a: 4 }],
  ['max over types', { a: 4 }, { $max: { a: 'x' } }, { a: 'x' }],
  ['max of dates', { a: at(1) }, { $max: { a: at(2) } }, { a: at(2) }],
  ['rename', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
  ['rename over a field', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['rename of nothing', { b: 2 }, { $rename: { a: 'b' } }, { b: 2 }],
  ['rename to itself', { a: 1 }, { $rename: { a: 'a' } }, FAILS],
  ['rename out of an array', { a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'c' } }, FAILS],
  ['bit and', { a: 13 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
  ['bit or', {}, { $bit: { a: { or: 5 } } }, { a: 5 }],
  ['bit xor', { a: 1 }, { $bit: { a: { xor: 5 } } }, { a: 4 }],
  ['bit beyond 32 bits', { a: 2 ** 40 }, { $bit: { a: { or: 1 } } }, { a: 2 ** 40 + 1 }],
  ['bit of a fraction', { a: 1.5 }, { $bit: { a: { or: 1 } } }, FAILS],
  ['bit not', { a: 1 }, { $bit: { a: { not: 1 } } }, FAILS],
  ['push', { a: [1] }, { $push: { a: [2] } }, { a: [1, [2]] }],
  ['push each', {}, { $push: { a: { $each: [1, 2] } } }, { a: [1, 2] }],
  ['push at a place', { a: [1] }, { $push: { a: { $each: [0], $position: 0 } } }, { a: [0, 1] }],
  [
    'push before the last',
    { a: [1, 2] },
    { $push: { a: { $each: [9], $position: -1 } } },
    { a: [1, 9, 2] },
  ],
  ['push of none cuts', { a: [1, 2] }, { $push: { a: { $each: [], $slice: 0 } } }, { a: [] }],
  [
    'push keeps the last',
    { a: [1, 2] },
    { $push: { a: { $each: [3], $slice: -2 } } },
    { a: [2, 3] },
  ],
  [
    'push sorts by a field',
    { a: [{ n: 2 }, 5] },
    { $push: { a: { $each: [{ n: 1 }], $sort: { n: -1 } } } },
    { a: [{ n: 2 }, { n: 1 }, 5] },
  ],
  [
    'push sorts over types',
    { a: ['x', 2] },
    { $push: { a: { $each: [1], $sort: 1 } } },
    { a: [1, 2, 'x'] },
  ],
  ['push with a word it lacks', {}, { $push: { a: { $each: [], $first: 1 } } }, FAILS],
  ['push each of one', {}, { $push: { a: { $each: 1 } } }, FAILS],
  ['push onto null', { a: null }, { $push: { a: 1 } }, FAILS],
  ['addToSet', { a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
  ['addToSet of an array', { a: [1] }, { $addToSet: { a: [1] } }, { a: [1, [1]] }],
  [
    'addToSet of an object in another order',
    { a: [{ x: 1, y: 2 }] },
    { $addToSet: { a: { y: 2, x: 1 } } },
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  ['addToSet each', {}, { $addToSet: { a: { $each: [1, 1] } } }, { a: [1] }],
  ['pop', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
  ['pop the first', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
  ['pop of nothing', {}, { $pop: { a: 1 } }, {}],
  ['pop of 2', { a: [1, 2] }, { $pop: { a: 2 } }, FAILS],
  ['pull', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['pull looks into no element', { a: [[1], 1] }, { $pull: { a: 1 } }, { a: [[1]] }],
  ['pull of operators', { a: [1, 5, '7'] }, { $pull: { a: { $gt: 2 } } }, { a: [1, '7'] }],
  ['pull of a pattern', { a: ['ab', 'b', 1] }, { $pull: { a: /^a/ } }, { a: ['b', 1] }],
  [
    'pull of a condition',
    { a: [{ k: 1, n: 5 }, { k: 1, n: 1 }, 1] },
    { $pull: { a: { k: 1, n: { $gt: 2 } } } },
    { a: [{ k: 1, n: 1 }, 1] },
  ],
  ['pull of nothing', {}, { $pull: { a: 1 } }, {}],
  ['pull from a number', { a: 1 }, { $pull: { a: 1 } }, FAILS],
  ['pullAll', { a: [1, 2, [1]] }, { $pullAll: { a: [1, 2] } }, { a: [[1]] }],
  ['pullAll of one', { a: [1] }, { $pullAll: { a: 1 } }, FAILS],
  ['an operator MongoDB lacks', { a: 1 }, { $nonsense: { a: 1 } }, FAILS],
  ['no operator', { a: 1 }, { a: 2 }, FAILS],
]

const LINES = {
  l: [
    { k: 'a', n: 1 },
    { k: 'b', n: 2 },
  ],
}

describe('update operators', () => {
  it.each(CASES)('%s', (_rule, before, change, after) => {
    expect(outcomeOf(() => updated(structuredClone(before), change, {}))).toEqual(after)
  })

  it.each<[rule: string, condition: Document, after: Expected]>([
    ['by a field of its elements', { 'l.k': 'b' }, 1],
    ['by elemMatch', { l: { $elemMatch: { k: 'b', n: 2 } } }, 1],
    ['by a condition in an and', { $and: [{ 'l.n': { $lt: 2 } }] }, 0],
    ['by two that find one element', { 'l.k': 'b', 'l.n': 2 }, 1],
    ['by two that find different ones', { 'l.k': 'b', 'l.n': 1 }, REFUSED],
    ['by nothing', {}, FAILS],
  ])('$ is the element found %s', (_rule, condition, after) => {
    const run = () => {
      const { l } = updated(structuredClone(LINES), { $set: { 'l.$.m': 7 } }, condition)
      return (l as Document[]).findIndex((line) => line.m === 7)
    }
    expect(outcomeOf(run)).toBe(after)
  })

  it('each that is imitated has its cases and its implementation', () => {
    const imitated = [...OPERATORS.update.imitated].sort()
    const named = new Set(CASES.map(([, , change]) => Object.keys(change)[0]))
    expect(imitated.filter((name) => !named.has(name))).toEqual([])
    expect(Object.keys(EDITS).sort()).toEqual(imitated)
  })

  it.each(OPERATORS.update.refused)('%s is refused', (name) => {
    expect(outcomeOf(() => updated({ a: 1 }, { [name]: { a: 1 } }, {}))).toBe(REFUSED)
  })
})
