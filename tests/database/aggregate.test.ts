import { type SdkDevcloud, startSdkDevcloud } from './sdk'
import { type Aggregate, type Command, type Fields, failureOf, listOf } from './sdk-types'

let devcloud: SdkDevcloud

const AT = new Date('2026-03-01T17:30:15.250Z')

const SALES = [
  { _id: 'a', sku: 's1', shop: 'x', count: 2, priceFen: 100, at: AT, tags: ['new', 'red'] },
  { _id: 'b', sku: 's2', shop: 'x', count: 1, priceFen: 250, tags: [] },
  { _id: 'c', sku: 's1', shop: 'y', count: 4, priceFen: 90, tags: ['red'] },
  { _id: 'd', sku: 's3', shop: 'y', count: 3, priceFen: 10.5, deep: { n: 7 } },
]
const SKUS = [
  { _id: 's1', title: '山野鞋', kinds: ['shoe'] },
  { _id: 's2', title: '水壶', kinds: [] },
]

beforeAll(async () => {
  devcloud = await startSdkDevcloud({
    collections: [
      {
        name: 'sales',
        indexes: [
          {
            fields: [
              ['shop', 'asc'],
              ['count', 'desc'],
            ],
          },
        ],
      },
      { name: 'skus', indexes: [{ fields: [['title', 'asc']] }] },
      { name: 'many', indexes: [] },
    ],
  })
  await devcloud.db.collection('sales').add({ data: SALES })
  await devcloud.db.collection('skus').add({ data: SKUS })
  await devcloud.db.collection('many').add({ data: Array.from({ length: 50 }, (_, n) => ({ n })) })
})
afterAll(() => devcloud.close())

const sales = () => devcloud.db.collection('sales').aggregate()

type Stages = (start: Aggregate, $: Command['aggregate'], _: Command) => Aggregate

const STAGES: [stage: string, stages: Stages, expected: Fields[]][] = [
  ['match', (s) => s.match({ shop: 'x', count: 2 }).project({ _id: 1 }), [{ _id: 'a' }]],
  [
    'match with commands',
    (s, _$, _) => s.match({ count: _.gte(3) }).project({ sku: 1 }),
    [
      { _id: 'c', sku: 's1' },
      { _id: 'd', sku: 's3' },
    ],
  ],
  [
    'sort, skip, limit',
    (s) => s.sort({ count: -1 }).skip(1).limit(2).project({ _id: 1 }),
    [{ _id: 'd' }, { _id: 'a' }],
  ],
  [
    'a match after a limit sees only those',
    (s) => s.sort({ count: -1 }).limit(2).match({ shop: 'x' }).project({ _id: 1 }),
    [],
  ],
  [
    'group with accumulators',
    (s, $) =>
      s
        .sort({ _id: 1 })
        .group({
          _id: '$sku',
          sum: $.sum('$count'),
          avg: $.avg('$count'),
          max: $.max('$priceFen'),
          min: $.min('$priceFen'),
          first: $.first('$_id'),
          last: $.last('$_id'),
          all: $.push('$count'),
          shops: $.addToSet('$shop'),
        })
        .sort({ _id: 1 })
        .limit(1),
    [
      {
        _id: 's1',
        sum: 6,
        avg: 3,
        max: 100,
        min: 90,
        first: 'a',
        last: 'c',
        all: [2, 4],
        shops: ['x', 'y'],
      },
    ],
  ],
  [
    'group by nothing',
    (s, $) => s.group({ _id: null, total: $.sum($.multiply(['$count', '$priceFen'])) }),
    [{ _id: null, total: 841.5 }],
  ],
  ['count', (s) => s.match({ shop: 'y' }).count('n'), [{ n: 2 }]],
  [
    'addFields',
    (s, $) =>
      s
        .match({ _id: 'a' })
        .addFields({ k: $.add(['$count', 1]) })
        .project({ k: 1 }),
    [{ _id: 'a', k: 3 }],
  ],
  [
    'project renames, leaves out the id, computes',
    (s, $) => s.match({ _id: 'a' }).project({ _id: 0, shop: 1, dear: $.gt(['$priceFen', 50]) }),
    [{ shop: 'x', dear: true }],
  ],
  [
    'unwind',
    (s) => s.match({ shop: 'x' }).unwind('$tags').project({ tags: 1 }),
    [
      { _id: 'a', tags: 'new' },
      { _id: 'a', tags: 'red' },
    ],
  ],
  [
    'unwind keeping the empty',
    (s) =>
      s
        .match({ _id: 'b' })
        .unwind({ path: '$tags', preserveNullAndEmptyArrays: true })
        .project({ _id: 1 }),
    [{ _id: 'b' }],
  ],
  [
    'sortByCount',
    (s) =>
      s
        .match({ sku: { $in: ['s1', 's2'] } })
        .sortByCount('$sku')
        .limit(1),
    [{ _id: 's1', count: 2 }],
  ],
  [
    'bucket',
    (s, $) =>
      s.bucket({
        groupBy: '$priceFen',
        boundaries: [0, 100, 200],
        default: 'more',
        output: { n: $.sum(1) },
      }),
    [
      { _id: 0, n: 2 },
      { _id: 100, n: 1 },
      { _id: 'more', n: 1 },
    ],
  ],
  [
    'bucketAuto',
    (s) => s.bucketAuto({ groupBy: '$count', buckets: 2 }),
    [
      { _id: { min: 1, max: 3 }, count: 2 },
      { _id: { min: 3, max: 4 }, count: 2 },
    ],
  ],
  [
    'lookup by equal fields',
    (s) =>
      s
        .match({ shop: 'x' })
        .sort({ _id: 1 })
        .lookup({ from: 'skus', localField: 'sku', foreignField: '_id', as: 'its' })
        .project({ 'its.title': 1 }),
    [
      { _id: 'a', its: [{ title: '山野鞋' }] },
      { _id: 'b', its: [{ title: '水壶' }] },
    ],
  ],
  [
    'lookup finds nothing',
    (s) =>
      s
        .match({ _id: 'd' })
        .lookup({ from: 'skus', localField: 'sku', foreignField: '_id', as: 'its' })
        .project({ its: 1 }),
    [{ _id: 'd', its: [] }],
  ],
  [
    'lookup with a pipeline',
    (s, $) =>
      s
        .match({ _id: 'a' })
        .lookup({
          from: 'skus',
          let: { sku: '$sku' },
          pipeline: [{ $match: { $expr: $.eq(['$_id', '$$sku']) } }, { $project: { title: 1 } }],
          as: 'its',
        })
        .project({ its: 1 }),
    [{ _id: 'a', its: [{ _id: 's1', title: '山野鞋' }] }],
  ],
  ['replaceRoot', (s) => s.match({ _id: 'd' }).replaceRoot({ newRoot: '$deep' }), [{ n: 7 }]],
]

describe('aggregate stages', () => {
  it.each(STAGES)('%s', async (_stage, stages, expected) => {
    const { command } = devcloud.db
    const list = await listOf(stages(sales(), command.aggregate, command))
    expect(list).toEqual(expected)
  })

  it('sample answers so many of them', async () => {
    const list = await listOf(sales().sample({ size: 2 }))
    expect(list).toHaveLength(2)
  })

  it.each(['facet', 'graphLookup', 'out', 'redact'] as const)('%s is not in the SDK', (stage) => {
    expect(() => sales()[stage]({})).toThrow()
  })

  it('geoNear is refused', async () => {
    const near = { near: new devcloud.db.Geo.Point(1, 2), distanceField: 'd' }
    const error = await failureOf(listOf(sales().geoNear(near)))
    expect(error.errMsg).toContain('not available in the local cloud')
  })
})

describe('limits of an aggregation', () => {
  const many = () => devcloud.db.collection('many').aggregate()
  it('answers 20 without a limit of its own', async () => {
    expect(await listOf(many().match({}))).toHaveLength(20)
    expect(await listOf(many().sort({ n: 1 }).project({ n: 1 }))).toHaveLength(20)
  })
  it('answers what its limit says', async () => {
    expect(await listOf(many().limit(50))).toHaveLength(50)
  })
  it('groups over everything, whatever it answers', async () => {
    const { aggregate: $ } = devcloud.db.command
    const list = await listOf(many().group({ _id: null, n: $.sum(1) }))
    expect(list).toEqual([{ _id: null, n: 50 }])
  })
})

describe('the first match goes through an index', () => {
  it('examines only what the index narrows to', async () => {
    devcloud.queries.length = 0
    await listOf(sales().match({ shop: 'y' }).sort({ count: -1 }).limit(1))
    expect(devcloud.queries).toEqual([
      { collection: 'sales', index: 'shop_1_count_-1', examined: 1, returned: 1 },
    ])
  })
  it('a lookup reads only what it joins', async () => {
    devcloud.queries.length = 0
    const lookup = { from: 'skus', localField: 'sku', foreignField: '_id', as: 'its' }
    await listOf(sales().match({ _id: 'b' }).lookup(lookup))
    expect(devcloud.queries[1]).toMatchObject({ collection: 'skus', index: '_id_', examined: 1 })
  })
})
