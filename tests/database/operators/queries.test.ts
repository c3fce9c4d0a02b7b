import { filterOf } from '@local/database/language'
import { LOGICAL_OPERATORS } from '@local/database/matching/filter'
import { LEAF_OPERATORS } from '@local/database/matching/leaves'
import { OPERATORS } from '@local/database/operators'
import type { Document, Value } from '@local/database/values'

import { FAILS, outcomeOf, REFUSED } from './cases'

/** The MongoDB 4.4 manual, "Query and Projection Operators", and its pages on null and arrays. */
type Case = [rule: string, condition: Document, document: Document, isMet: boolean | symbol]

const at = (day: number) => new Date(Date.UTC(2026, 0, day))

const CASES: Case[] = [
  ['eq of an element', { a: { $eq: 2 } }, { a: [1, 2] }, true],
  ['eq of an element of an element', { a: { $eq: 2 } }, { a: [[1, 2]] }, false],
  ['eq of a whole array', { a: { $eq: [1, 2] } }, { a: [1, 2] }, true],
  ['eq of an array within', { a: { $eq: [1, 2] } }, { a: [[1, 2]] }, true],
  ['eq of an array in another order', { a: { $eq: [2, 1] } }, { a: [1, 2] }, false],
  ['eq of an object sees the order', { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, false],
  ['eq of an object is the whole', { a: { x: 1 } }, { a: { x: 1, y: 2 } }, false],
  ['eq of a date', { a: at(1) }, { a: at(1) }, true],
  ['eq null finds null', { a: null }, { a: null }, true],
  ['eq null finds what is missing', { a: null }, {}, true],
  ['eq null finds a null element', { a: null }, { a: [1, null] }, true],
  ['eq null below a scalar', { 'a.b': null }, { a: 1 }, true],
  ['eq null below scalars in an array', { 'a.b': null }, { a: [1] }, false],
  ['eq null below an empty array', { 'a.b': null }, { a: [] }, false],
  ['eq null below an array of objects', { 'a.b': null }, { a: [{ b: 1 }, {}] }, true],
  ['eq of a place in an array', { 'a.1': 2 }, { a: [1, 2] }, true],
  ['a field called constructor', { constructor: null }, {}, true],
  ['ne', { a: { $ne: 2 } }, { a: [1, 2] }, false],
  ['ne of what is missing', { a: { $ne: 2 } }, {}, true],
  ['gt of another type', { a: { $gt: 1 } }, { a: '2' }, false],
  ['gt of two elements', { a: { $gt: 4, $lt: 2 } }, { a: [1, 5] }, true],
  ['gt of null', { a: { $gt: null } }, { a: null }, false],
  ['gt of arrays', { a: { $gt: [1, 2] } }, { a: [1, 3] }, true],
  ['gt of texts by code point', { a: { $gt: '\uffff' } }, { a: '😀' }, true],
  ['gte of null', { a: { $gte: null } }, {}, true],
  ['gte of a date', { a: { $gte: at(2) } }, { a: at(2) }, true],
  ['lt of a boolean', { a: { $lt: true } }, { a: false }, true],
  ['lt of NaN', { a: { $lt: 5 } }, { a: Number.NaN }, false],
  ['lte of NaN', { a: { $lte: Number.NaN } }, { a: Number.NaN }, true],
  ['lte of a regex', { a: { $lte: /a/ } }, { a: 'a' }, FAILS],
  ['in', { a: { $in: [3, 2] } }, { a: [1, 2] }, true],
  ['in with a pattern', { a: { $in: [/^b/] } }, { a: ['ab', 'bc'] }, true],
  ['in with null', { a: { $in: [null] } }, {}, true],
  ['in with an array', { a: { $in: [[1, 2]] } }, { a: [1, 2] }, true],
  ['in without an array', { a: { $in: 1 } }, { a: 1 }, FAILS],
  ['in of operators', { a: { $in: [{ $gt: 1 }] } }, { a: 2 }, FAILS],
  ['nin', { a: { $nin: [2] } }, { a: [1, 2] }, false],
  ['nin of null', { a: { $nin: [null] } }, {}, false],
  ['and', { $and: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }, true],
  ['and of nothing', { $and: [] }, {}, FAILS],
  ['or', { $or: [{ a: 1 }, { b: 2 }] }, { b: 2 }, true],
  ['or of no array', { $or: { a: 1 } }, { a: 1 }, FAILS],
  ['nor', { $nor: [{ a: 1 }, { b: 2 }] }, { a: 2 }, true],
  ['not', { a: { $not: { $gt: 1 } } }, {}, true],
  ['not of a pattern', { a: { $not: /b/ } }, { a: 'abc' }, false],
  ['not of two is not of both', { a: { $not: { $gt: 1, $lt: 3 } } }, { a: 5 }, true],
  ['not of a value', { a: { $not: 1 } }, { a: 2 }, FAILS],
  ['exists of null', { a: { $exists: true } }, { a: null }, true],
  ['exists of an empty array', { a: { $exists: true } }, { a: [] }, true],
  ['exists in an array of objects', { 'a.b': { $exists: true } }, { a: [{}, { b: 1 }] }, true],
  ['exists not', { 'a.b': { $exists: false } }, { a: [1] }, true],
  ['mod', { a: { $mod: [4, 1] } }, { a: 5 }, true],
  ['mod of a text', { a: { $mod: [4, 1] } }, { a: '5' }, false],
  ['mod of an array of texts', { a: { $mod: [4, 1] } }, { a: ['5', '9'] }, false],
  ['mod of a boolean', { a: { $mod: [2, 1] } }, { a: true }, false],
  ['mod of null', { a: { $mod: [2, 0] } }, { a: null }, false],
  ['mod of a date', { a: { $mod: [2, 0] } }, { a: new Date(2) }, false],
  ['mod of an element', { a: { $mod: [4, 1] } }, { a: ['x', 9] }, true],
  ['mod rounds towards zero', { a: { $mod: [4, 1] } }, { a: 9.5 }, true],
  ['mod rounds divisor and remainder', { a: { $mod: [4.5, 1.9] } }, { a: 5 }, true],
  ['mod of a negative', { a: { $mod: [4, -3] } }, { a: -7 }, true],
  ['mod of a negative multiple', { a: { $mod: [4, 0] } }, { a: -8 }, true],
  ['mod by zero', { a: { $mod: [0, 1] } }, { a: 1 }, FAILS],
  ['mod of one number', { a: { $mod: [4] } }, { a: 4 }, FAILS],
  ['mod of three numbers', { a: { $mod: [4, 0, 0] } }, { a: 4 }, FAILS],
  ['regex', { a: { $regex: '^b', $options: 'i' } }, { a: 'Bc' }, true],
  ['regex of an element', { a: /b$/ }, { a: ['x', 'ab'] }, true],
  ['regex of a number', { a: /1/ }, { a: 1 }, false],
  ['regex with an option it lacks', { a: { $regex: 'b', $options: 'x' } }, { a: 'b' }, REFUSED],
  ['regex that is none', { a: { $regex: '(' } }, { a: 'b' }, FAILS],
  ['options alone', { a: { $options: 'i' } }, { a: 'b' }, FAILS],
  ['expr', { $expr: { $gt: ['$a', '$b'] } }, { a: 2, b: 1 }, true],
  ['expr does not look into arrays', { $expr: { $eq: ['$a', 1] } }, { a: [1] }, false],
  ['all', { a: { $all: [1, 2] } }, { a: [2, 1, 3] }, true],
  ['all of a scalar', { a: { $all: [1] } }, { a: 1 }, true],
  ['all of a whole array', { a: { $all: [[1, 2]] } }, { a: [1, 2] }, true],
  ['all of nothing', { a: { $all: [] } }, { a: [] }, false],
  ['all of elemMatch', { a: { $all: [{ $elemMatch: { x: 1 } }] } }, { a: [{ x: 1 }] }, true],
  ['all of elemMatch not', { a: { $all: [{ $elemMatch: { x: 1 } }] } }, { a: [{ x: 2 }] }, false],
  ['size', { a: { $size: 2 } }, { a: [1, [2, 3]] }, true],
  ['size of an element', { a: { $size: 2 } }, { a: [[2, 3]] }, false],
  ['size of no array', { a: { $size: 0 } }, {}, false],
  ['size of a fraction', { a: { $size: 1.5 } }, { a: [1] }, FAILS],
  ['elemMatch of numbers', { a: { $elemMatch: { $gte: 80, $lt: 85 } } }, { a: [82, 90] }, true],
  [
    'elemMatch by two elements',
    { a: { $elemMatch: { $gte: 80, $lt: 85 } } },
    { a: [75, 88] },
    false,
  ],
  ['elemMatch of a scalar', { a: { $elemMatch: { $eq: 1 } } }, { a: 1 }, false],
  ['elemMatch of nothing', { a: { $elemMatch: { $exists: false } } }, { a: [] }, false],
  ['elemMatch ne', { a: { $elemMatch: { $ne: 1 } } }, { a: [1, 2] }, true],
  ['elemMatch ne of all', { a: { $elemMatch: { $ne: 1 } } }, { a: [1, 1] }, false],
  ['elemMatch not', { a: { $elemMatch: { $not: { $gt: 1 } } } }, { a: [5, 1] }, true],
  ['elemMatch nin', { a: { $elemMatch: { $nin: [1, 2] } } }, { a: [1, 2] }, false],
  ['elemMatch in', { a: { $elemMatch: { $in: ['x', 'y'] } } }, { a: ['y'] }, true],
  ['elemMatch mod', { a: { $elemMatch: { $mod: [2, 1] } } }, { a: ['3', 2] }, false],
  ['elemMatch regex', { a: { $elemMatch: { $regex: '^b' } } }, { a: ['ab', 'ba'] }, true],
  ['elemMatch looks into no element', { a: { $elemMatch: { $gt: 1 } } }, { a: [[2, 3]] }, false],
  [
    'elemMatch of elemMatch does',
    { a: { $elemMatch: { $elemMatch: { $gt: 1 } } } },
    { a: [[0], [2, 3]] },
    true,
  ],
  ['elemMatch size', { a: { $elemMatch: { $size: 1 } } }, { a: [[1, 2], [3]] }, true],
  ['elemMatch of fields and scalars', { a: { $elemMatch: { x: 'r' } } }, { a: ['r'] }, false],
  ['elemMatch of null and scalars', { a: { $elemMatch: { x: null } } }, { a: ['r', 1] }, false],
  ['elemMatch of ne and scalars', { a: { $elemMatch: { x: { $ne: 1 } } } }, { a: [1] }, false],
  ['elemMatch of null and objects', { a: { $elemMatch: { x: null } } }, { a: [{ y: 1 }] }, true],
  [
    'elemMatch of or',
    { a: { $elemMatch: { $or: [{ x: 1 }, { y: 1 }] } } },
    { a: [{ y: 1 }, 1] },
    true,
  ],
  ['elemMatch or of values', { a: { $elemMatch: { $or: [{ $gt: 1 }] } } }, { a: [2] }, FAILS],
  ['elemMatch of no object', { a: { $elemMatch: 1 } }, { a: [1] }, FAILS],
  ['an operator MongoDB lacks', { a: { $nonsense: 1 } }, { a: 1 }, FAILS],
  ['an operator beside a field', { a: { $gt: 1, b: 2 } }, { a: 2 }, FAILS],
  ['an operator in place of a field', { $gt: 1 }, {}, FAILS],
]

/** Every operator that a written condition names. */
function namesIn(part: Value): string[] {
  if (typeof part !== 'object' || part === null || part instanceof Date) return []
  return Object.entries(part).flatMap(([name, inner]) => [name, ...namesIn(inner as Value)])
}

describe('query operators', () => {
  it.each(CASES)('%s', (_rule, condition, document, isMet) => {
    expect(outcomeOf(() => filterOf(condition)(document))).toBe(isMet)
  })

  it('each that is imitated has its cases and its implementation', () => {
    const imitated = [...OPERATORS.query.imitated].sort()
    const named = new Set(CASES.flatMap(([, condition]) => namesIn(condition)))
    expect(imitated.filter((name) => !named.has(name))).toEqual([])
    const implemented = [...LEAF_OPERATORS, ...LOGICAL_OPERATORS, '$options']
    expect(implemented.sort()).toEqual(imitated)
  })

  it.each(OPERATORS.query.refused)('%s is refused', (name) => {
    expect(outcomeOf(() => filterOf({ a: { [name]: 1 } })({}))).toBe(REFUSED)
    expect(outcomeOf(() => filterOf({ [name]: 1 })({}))).toBe(REFUSED)
  })
})
