import { ACCUMULATORS } from '@local/database/expressions/accumulators'
import { aggregationOf } from '@local/database/language'
import { OPERATORS } from '@local/database/operators'
import { STAGES } from '@local/database/stages/pipeline'
import type { Document } from '@local/database/values'

import { type Expected, FAILS, outcomeOf, REFUSED } from './cases'

/** The MongoDB 4.4 manual, "Aggregation Pipeline Stages". */
type Case = [rule: string, stage: Document, expected: Expected]

const DOCUMENTS: Document[] = [
  { _id: 1, k: 'a', n: 4, list: [1, 2], o: { x: 1, y: 2 } },
  { _id: 2, k: 'b', n: 2, list: [], l: [{ x: 1 }, 5, { y: 2 }] },
  { _id: 3, k: 'a', n: null, o: { x: null } },
]

const OTHERS: Document[] = [{ _id: 'p', n: 4 }, { _id: 'q', n: [2, 4] }, { _id: 'r' }]

const ids = (list: Document[]) => list.map(({ _id }) => _id ?? null)

const ID_CASES: Case[] = [
  ['match', { $match: { k: 'a' } }, [1, 3]],
  ['sort', { $sort: { n: 1 } }, [3, 2, 1]],
  ['sort down', { $sort: { k: -1, _id: -1 } }, [2, 3, 1]],
  ['sort by an object, field by field', { $sort: { o: -1 } }, [1, 3, 2]],
  ['sort by 2', { $sort: { n: 2 } }, FAILS],
  ['sort by nothing', { $sort: {} }, FAILS],
  ['skip', { $skip: 2 }, [3]],
  ['skip of a negative', { $skip: -1 }, FAILS],
  ['limit', { $limit: 2 }, [1, 2]],
  ['limit of zero', { $limit: 0 }, FAILS],
  ['sample of more than there are', { $sample: { size: 0 } }, []],
  ['sample of a text', { $sample: { size: '1' } }, FAILS],
  ['unwind', { $unwind: '$list' }, [1, 1]],
  ['unwind of what is no array', { $unwind: '$n' }, [1, 2]],
  [
    'unwind keeps the empty',
    { $unwind: { path: '$list', preserveNullAndEmptyArrays: true } },
    [1, 1, 2, 3],
  ],
  ['unwind does not go through an array', { $unwind: '$l.x' }, []],
  ['unwind without $', { $unwind: 'list' }, FAILS],
]

const CASES: Case[] = [
  ['count', { $count: 'n' }, [{ n: 3 }]],
  ['count of a name with a dot', { $count: 'a.b' }, FAILS],
  ['count of a name with $', { $count: '$n' }, FAILS],
  [
    'unwind numbers the elements',
    { $unwind: { path: '$o', includeArrayIndex: 'at' } },
    [
      { ...DOCUMENTS[0], at: null },
      { ...DOCUMENTS[2], at: null },
    ],
  ],
  ['project keeps', { $project: { k: 1, _id: 0 } }, [{ k: 'a' }, { k: 'b' }, { k: 'a' }]],
  [
    'project keeps in arrays what are objects',
    { $project: { 'l.x': 1, 'o.x': true } },
    [
      { _id: 1, o: { x: 1 } },
      { _id: 2, l: [{ x: 1 }, {}] },
      { _id: 3, o: { x: null } },
    ],
  ],
  [
    'project drops in arrays',
    { $project: { 'l.x': 0, list: 0, k: 0, n: 0, o: false } },
    [{ _id: 1 }, { _id: 2, l: [{}, 5, { y: 2 }] }, { _id: 3 }],
  ],
  ['project of both', { $project: { k: 1, n: 0 } }, FAILS],
  ['project of nothing', { $project: {} }, FAILS],
  ['project of a path and one below', { $project: { o: 1, 'o.x': 1 } }, FAILS],
  [
    'project computes in an object',
    { $project: { _id: 0, o: { x: '$n' } } },
    [{ o: { x: 4 } }, { o: { x: 2 } }, { o: { x: null } }],
  ],
  [
    'addFields sets in an object and in each element',
    { $addFields: { 'o.x': '$k', l: { z: 1 }, list: '$none', n: '$$REMOVE' } },
    [
      { _id: 1, k: 'a', o: { x: 'a', y: 2 }, l: { z: 1 } },
      { _id: 2, k: 'b', o: { x: 'b' }, l: [{ x: 1, z: 1 }, { z: 1 }, { y: 2, z: 1 }] },
      { _id: 3, k: 'a', o: { x: 'a' }, l: { z: 1 } },
    ],
  ],
  [
    'group: null and what is missing are one, missing values are not pushed',
    { $group: { _id: '$o.x', all: { $push: '$o.y' }, first: { $first: '$l' } } },
    [
      { _id: 1, all: [2], first: null },
      { _id: null, all: [], first: [{ x: 1 }, 5, { y: 2 }] },
    ],
  ],
  [
    'group does not look into arrays',
    { $group: { _id: null, sum: { $sum: '$list' }, set: { $addToSet: '$k' } } },
    [{ _id: null, sum: 0, set: ['a', 'b'] }],
  ],
  [
    'group: the other accumulators',
    {
      $group: {
        _id: null,
        avg: { $avg: '$n' },
        last: { $last: '$k' },
        max: { $max: '$n' },
        min: { $min: '$n' },
        merged: { $mergeObjects: '$o' },
        pop: { $stdDevPop: '$n' },
        samp: { $stdDevSamp: { $multiply: ['$_id', 1] } },
      },
    },
    [{ _id: null, avg: 3, last: 'a', max: 4, min: 2, merged: { x: null, y: 2 }, pop: 1, samp: 1 }],
  ],
  ['group by a list', { $group: { _id: null, n: { $sum: ['$n'] } } }, FAILS],
  ['group without an id', { $group: { n: { $sum: 1 } } }, FAILS],
  ['group with a plain value', { $group: { _id: 1, n: 1 } }, FAILS],
  ['group with a dot in a name', { $group: { _id: 1, 'a.b': { $sum: 1 } } }, FAILS],
  [
    'sortByCount',
    { $sortByCount: '$k' },
    [
      { _id: 'a', count: 2 },
      { _id: 'b', count: 1 },
    ],
  ],
  ['sortByCount of a text', { $sortByCount: 'k' }, FAILS],
  [
    'bucket',
    { $bucket: { groupBy: '$_id', boundaries: [1, 3, 9] } },
    [
      { _id: 1, count: 2 },
      { _id: 3, count: 1 },
    ],
  ],
  ['bucket without a default', { $bucket: { groupBy: '$n', boundaries: [0, 9] } }, FAILS],
  ['bucket of one boundary', { $bucket: { groupBy: '$n', boundaries: [0] } }, FAILS],
  ['bucket of unordered boundaries', { $bucket: { groupBy: '$n', boundaries: [2, 1] } }, FAILS],
  [
    'bucket with a default inside',
    { $bucket: { groupBy: '$n', boundaries: [0, 9], default: 5 } },
    FAILS,
  ],
  [
    'bucketAuto',
    { $bucketAuto: { groupBy: '$_id', buckets: 2, output: { ids: { $push: '$_id' } } } },
    [
      { _id: { min: 1, max: 3 }, ids: [1, 2] },
      { _id: { min: 3, max: 3 }, ids: [3] },
    ],
  ],
  [
    'bucketAuto keeps equal values together',
    { $bucketAuto: { groupBy: '$k', buckets: 3 } },
    [
      { _id: { min: 'a', max: 'b' }, count: 2 },
      { _id: { min: 'b', max: 'b' }, count: 1 },
    ],
  ],
  [
    'bucketAuto by a series',
    { $bucketAuto: { groupBy: '$n', buckets: 2, granularity: 'R5' } },
    REFUSED,
  ],
  ['replaceRoot of what is no object', { $replaceRoot: { newRoot: '$k' } }, FAILS],
  ['replaceRoot', { $replaceRoot: { newRoot: { i: '$_id' } } }, [{ i: 1 }, { i: 2 }, { i: 3 }]],
  ['two stages in one', { $skip: 1, $limit: 1 }, FAILS],
]

/** What is joined to each of the documents. */
const JOINS: Case[] = [
  ['by equal fields', { localField: 'n', foreignField: 'n' }, [['p', 'q'], ['q'], ['r']]],
  ['by the elements of an array', { localField: 'list', foreignField: 'n' }, [['q'], [], ['r']]],
  ['by a whole array, not', { localField: '_id', foreignField: 'n' }, [[], ['q'], []]],
  [
    'by a pipeline with variables',
    { let: { n: '$n' }, pipeline: [{ $match: { $expr: { $eq: ['$n', '$$n'] } } }] },
    [['p'], [], []],
  ],
  ['by both, as since 5.0', { localField: 'n', foreignField: 'n', pipeline: [] }, FAILS],
  ['by a stage that is refused', { pipeline: [{ $facet: {} }] }, REFUSED],
]

const run = (stage: Document, from = DOCUMENTS) => aggregationOf([stage])(from, () => OTHERS)

describe('stages', () => {
  it.each(ID_CASES)('%s', (_rule, stage, expected) => {
    expect(outcomeOf(() => ids(run(stage)))).toEqual(expected)
  })

  it.each(CASES)('%s', (_rule, stage, expected) => {
    expect(outcomeOf(() => run(stage))).toEqual(expected)
  })

  it.each(JOINS)('lookup %s', (_rule, by, expected) => {
    const $lookup = { from: 'others', as: 'o.its', ...by }
    const joined = () =>
      run({ $lookup }).map(({ o }) => ids((o as Document).its as unknown as Document[]))
    expect(outcomeOf(joined)).toEqual(expected)
  })

  it('sample draws no document twice', () => {
    const drawn = ids(run({ $sample: { size: 9 } })).sort()
    expect(drawn).toEqual([1, 2, 3])
  })

  it('count over nothing is no document', () => {
    expect(run({ $count: 'n' }, [])).toEqual([])
    expect(run({ $group: { _id: null, n: { $sum: 1 } } }, [])).toEqual([])
  })

  it('each that is imitated has its cases and its implementation', () => {
    const imitated = [...OPERATORS.stage.imitated].sort()
    const named = [...ID_CASES, ...CASES].map(([, stage]) => Object.keys(stage)[0] as string)
    expect([...new Set([...named, '$lookup'])].sort()).toEqual(imitated)
    expect(Object.keys(STAGES).sort()).toEqual(imitated)
    expect(Object.keys(ACCUMULATORS).sort()).toEqual([...OPERATORS.accumulator.imitated].sort())
  })

  it.each(OPERATORS.stage.refused)('%s is refused, even where no document is', (name) => {
    expect(outcomeOf(() => run({ [name]: {} }, []))).toBe(REFUSED)
  })

  it.each(OPERATORS.accumulator.refused)('%s of a group is refused', (name) => {
    expect(outcomeOf(() => run({ $group: { _id: null, v: { [name]: '$n' } } }, []))).toBe(REFUSED)
  })
})
