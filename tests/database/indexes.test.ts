import type { IndexSpec } from '@core/data/collections'
import { UNINDEXED_EXAMINED_MAX } from '@local/database/reader'

import { type SdkDevcloud, startSdkDevcloud } from './sdk'
import type { Command, Fields, Query } from './sdk-types'

let devcloud: SdkDevcloud

const COUNT = 20_000
const START = Date.UTC(2026, 0, 1)

const index = (...fields: IndexSpec['fields']): IndexSpec => ({ fields })

/** Orders of 400 members; member 7 has had 50. */
const orderOf = (n: number): Fields => ({
  _id: `o${String(n).padStart(5, '0')}`,
  memberId: `m${n % 400}`,
  status: ['paid', 'sent', 'done', 'closed'][n % 4],
  at: new Date(START + n * 60_000),
  totalFen: (n * 37) % 5000,
  tags: n % 1000 === 0 ? ['rare', 'gift'] : ['plain'],
  lines: [{ skuId: `s${n % 50}` }, { skuId: `s${(n * 7) % 50}` }],
  ...(n % 500 === 0 ? {} : { closedAt: n % 499 === 0 ? null : new Date(START + n) }),
})

beforeAll(async () => {
  devcloud = await startSdkDevcloud({
    collections: [
      {
        name: 'orders',
        indexes: [
          index(['memberId', 'asc'], ['at', 'desc'], ['_id', 'desc']),
          index(['status', 'asc'], ['at', 'desc']),
          index(['totalFen', 'asc']),
          index(['tags', 'asc'], ['at', 'asc']),
          index(['lines.skuId', 'asc']),
          index(['closedAt', 'asc']),
        ],
      },
    ],
  })
  for (let n = 0; n < COUNT; n += 2000) {
    const data = Array.from({ length: 2000 }, (_, k) => orderOf(n + k))
    await devcloud.db.collection('orders').add({ data })
  }
}, 120_000)
afterAll(() => devcloud.close())
beforeEach(() => {
  devcloud.queries.length = 0
  devcloud.warnings.length = 0
})

type Ask = (orders: Query, _: Command) => Query
type Case = [rule: string, query: Ask, examinedMax: number, name: string]

const MEMBER = 'memberId_1_at_-1__id_-1'
const at = (n: number) => new Date(START + n * 60_000)

const CASES: Case[] = [
  ['an _id', (o) => o.where({ _id: 'o00010' }), 1, '_id_'],
  ['a list of ids', (o, _) => o.where({ _id: _.in(['o00010', 'o00020', 'no']) }), 2, '_id_'],
  [
    'a page of one member, newest first',
    (o) => o.where({ memberId: 'm7' }).orderBy('at', 'desc').limit(20),
    20,
    MEMBER,
  ],
  [
    'the same backwards',
    (o) => o.where({ memberId: 'm7' }).orderBy('at', 'asc').orderBy('_id', 'asc').limit(20),
    20,
    MEMBER,
  ],
  [
    'the next page by cursor',
    (o, _) =>
      o
        .where({ memberId: 'm7', at: _.lt(at(10_000)) })
        .orderBy('at', 'desc')
        .limit(20),
    20,
    MEMBER,
  ],
  [
    'several statuses, merged in order',
    (o, _) =>
      o
        .where({ status: _.in(['paid', 'done']) })
        .orderBy('at', 'desc')
        .limit(20),
    22,
    'status_1_at_-1',
  ],
  [
    'a page by order alone',
    (o) => o.where({}).orderBy('totalFen', 'desc').limit(20),
    20,
    'totalFen_1',
  ],
  [
    'a range of numbers',
    (o, _) => o.where({ totalFen: _.gte(10).lt(12) }).limit(20),
    8,
    'totalFen_1',
  ],
  [
    'a range of dates after an equal field',
    (o, _) => o.where({ status: 'paid', at: _.gt(at(100)).lte(at(180)) }).limit(20),
    20,
    'status_1_at_-1',
  ],
  ['an element of a list', (o) => o.where({ tags: 'rare' }).limit(20), 20, 'tags_1_at_1'],
  [
    'an element, in the order of another field',
    (o) => o.where({ tags: 'plain' }).orderBy('at', 'asc').limit(20),
    20,
    'tags_1_at_1',
  ],
  [
    'all of a list, through one of them',
    (o, _) => o.where({ tags: _.all(['rare', 'gift']) }).limit(20),
    20,
    'tags_1_at_1',
  ],
  ['a path into a list', (o) => o.where({ 'lines.skuId': 's3' }).limit(20), 20, 'lines.skuId_1'],
  ['null and missing', (o, _) => o.where({ closedAt: _.eq(null) }).limit(100), 80, 'closedAt_1'],
  ['missing alone', (o, _) => o.where({ closedAt: _.exists(false) }).limit(40), 82, 'closedAt_1'],
  [
    'either of two indexed fields',
    (o, _) => o.where(_.or([{ memberId: 'm7' }, { totalFen: 37 }])).limit(100),
    60,
    'union',
  ],
]

describe(`among ${COUNT} documents an index finds`, () => {
  it.each(CASES)('%s', async (_rule, query, examinedMax, name) => {
    const { data } = await query(devcloud.db.collection('orders'), devcloud.db.command).get()
    const [report] = devcloud.queries
    expect(report?.index).toBe(name)
    expect(report?.returned).toBe(data.length)
    expect(data.length).toBeGreaterThan(0)
    expect(report?.examined).toBeLessThanOrEqual(examinedMax)
    expect(devcloud.warnings).toEqual([])
  })

  it('the ids of a merged page in the right order', async () => {
    const { command } = devcloud.db
    const { data } = await devcloud.db
      .collection('orders')
      .where({ status: command.in(['paid', 'done']) })
      .orderBy('at', 'desc')
      .limit(4)
      .get()
    expect(data.map(({ _id }) => _id)).toEqual(['o19998', 'o19996', 'o19994', 'o19992'])
  })

  it('a count without reading a document', async () => {
    const { total } = await devcloud.db.collection('orders').where({ status: 'paid' }).count()
    expect(total).toBe(COUNT / 4)
    expect(devcloud.queries).toEqual([
      { collection: 'orders', index: 'status_1_at_-1', examined: 0, returned: 1 },
    ])
  })

  it('what an update or a removal is about', async () => {
    const one = devcloud.db.collection('orders').where({ memberId: 'm7', at: at(7) })
    await one.update({ data: { remark: 'x' } })
    await one.remove()
    expect(devcloud.queries.map(({ examined }) => examined)).toEqual([1, 1])
  })
})

describe('a scan without an index', () => {
  it('warns above the limit and names what it read', async () => {
    await devcloud.db.collection('orders').where({ remark: 'none' }).get()
    expect(devcloud.warnings).toEqual([
      `unindexed scan: orders examined ${COUNT - 1} documents for 0 (index none)`,
    ])
  })

  it('warns when an order alone is walked too far', async () => {
    const query = devcloud.db.collection('orders').where({ remark: 'none' })
    await query.orderBy('totalFen', 'asc').limit(20).get()
    expect(devcloud.warnings).toHaveLength(1)
  })

  it('of an aggregation warns too', async () => {
    const { aggregate } = devcloud.db.command
    const counted = { _id: '$status', n: aggregate.sum(1) }
    await devcloud.db.collection('orders').aggregate().group(counted).end()
    expect(devcloud.warnings).toHaveLength(1)
  })

  it('of few documents is silent', async () => {
    await devcloud.db.createCollection('few')
    const data = Array.from({ length: UNINDEXED_EXAMINED_MAX }, (_, n) => ({ n }))
    await devcloud.db.collection('few').add({ data })
    await devcloud.db.collection('few').where({ n: -1 }).get()
    expect(devcloud.warnings).toEqual([])
  })
})
