import { type SdkDevcloud, startSdkDevcloud } from './sdk'
import { failureOf } from './sdk-types'

let devcloud: SdkDevcloud

beforeAll(async () => {
  devcloud = await startSdkDevcloud({
    collections: [
      {
        name: 'orders',
        indexes: [
          {
            fields: [
              ['memberId', 'asc'],
              ['at', 'desc'],
            ],
          },
        ],
      },
      { name: 'codes', indexes: [{ fields: [['code', 'asc']], unique: true }] },
    ],
  })
})
afterAll(() => devcloud.close())
beforeEach(() => devcloud.store.reset())

const orders = () => devcloud.db.collection('orders')

describe('add', () => {
  it('keeps a given _id and every kind of value', async () => {
    const at = new Date(Date.UTC(2026, 1, 3))
    const document = {
      _id: 'o1',
      int: 3,
      big: 2 ** 40 + 1,
      float: 0.1,
      negative: -0.5,
      text: '山野 "x" \0',
      flag: true,
      nothing: null,
      at,
      list: [1, 'a', { at }, []],
      deep: { a: { b: {} } },
    }
    await expect(orders().add({ data: document })).resolves.toMatchObject({ _id: 'o1' })
    const { data } = await orders().doc('o1').get()
    expect(data).toEqual(document)
    expect((data as { at: unknown }).at).toBeInstanceOf(Date)
  })

  it('makes an _id of 32 hexadecimal characters when none is given', async () => {
    const { _id } = await orders().add({ data: { a: 1 } })
    expect(_id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('adds a list at once and answers the ids in order', async () => {
    const { _ids } = await orders().add({ data: [{ _id: 'b' }, { _id: 'a' }] })
    expect(_ids).toEqual(['b', 'a'])
    expect((await orders().count()).total).toBe(2)
  })

  it('reports a duplicate _id with E11000 in the text and -502001', async () => {
    await orders().add({ data: { _id: 'o1' } })
    const error = await failureOf(orders().add({ data: { _id: 'o1' } }))
    expect(error.errCode).toBe(-502001)
    expect(error.errMsg).toContain('E11000 duplicate key error')
    expect(error.errMsg).toContain('_id_')
  })
})

describe('doc', () => {
  it('a missing document is null', async () => {
    expect((await orders().doc('none').get()).data).toBeNull()
  })

  it('an _id may be a number, which is not the text', async () => {
    await orders().add({
      data: [
        { _id: 7, is: 'number' },
        { _id: '7', is: 'text' },
      ],
    })
    expect((await orders().doc(7).get()).data?.is).toBe('number')
    expect((await orders().doc('7').get()).data?.is).toBe('text')
  })

  it('set creates, then replaces the document', async () => {
    const made = await orders()
      .doc('o')
      .set({ data: { a: 1, b: 2 } })
    expect(made.stats).toEqual({ created: 1, updated: 0 })
    const replaced = await orders()
      .doc('o')
      .set({ data: { c: 3 } })
    expect(replaced.stats).toEqual({ created: 0, updated: 1 })
    expect((await orders().doc('o').get()).data).toEqual({ _id: 'o', c: 3 })
  })

  it('remove says how many', async () => {
    await orders().add({ data: { _id: 'o' } })
    expect((await orders().doc('o').remove()).stats.removed).toBe(1)
    expect((await orders().doc('o').remove()).stats.removed).toBe(0)
  })

  it('field keeps some, or leaves some out', async () => {
    await orders().add({ data: { _id: 'o', a: 1, b: { c: 2, d: 3 } } })
    const only = await orders().doc('o').field({ a: true, 'b.c': true }).get()
    expect(only.data).toEqual({ _id: 'o', a: 1, b: { c: 2 } })
    const without = await orders().doc('o').field({ b: false, _id: false }).get()
    expect(without.data).toEqual({ a: 1 })
  })
})

describe('where', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ _id: `o${n}`, memberId: 'm', n, even: n % 2 === 0 }))

  it('get answers 100 when nothing is said, and never more than 1000', async () => {
    await orders().add({ data: rows(1010) })
    const all = orders().where({ memberId: 'm' })
    expect((await all.get()).data).toHaveLength(100)
    expect((await all.limit(0).get()).data).toHaveLength(100)
    expect((await all.limit(5000).get()).data).toHaveLength(1000)
    expect((await all.count()).total).toBe(1010)
  })

  it('orderBy twice, skip and limit', async () => {
    await orders().add({ data: rows(6) })
    const { data } = await orders()
      .orderBy('even', 'desc')
      .orderBy('n', 'desc')
      .skip(1)
      .limit(3)
      .get()
    expect(data.map(({ n }) => n)).toEqual([2, 0, 5])
  })

  it('sorts by type as MongoDB does: null, numbers, texts, objects, booleans, dates', async () => {
    const values = [new Date(0), true, { a: 1 }, 'x', 2, -1, null]
    await orders().add({ data: values.map((v, n) => ({ _id: `${n}`, v })) })
    await orders().add({ data: { _id: 'none' } })
    const ids = async (direction: 'asc' | 'desc') =>
      (await orders().orderBy('v', direction).orderBy('_id', direction).get()).data.map(
        ({ _id }) => _id,
      )
    const ascending = ['6', 'none', '5', '4', '3', '2', '1', '0']
    expect(await ids('asc')).toEqual(ascending)
    expect(await ids('desc')).toEqual([...ascending].reverse())
  })

  it('remove takes all that match', async () => {
    await orders().add({ data: rows(5) })
    expect((await orders().where({ even: true }).remove()).stats.removed).toBe(3)
    expect((await orders().count()).total).toBe(2)
  })

  it('field applies to every document', async () => {
    await orders().add({ data: rows(2) })
    const { data } = await orders().where({ memberId: 'm' }).field({ n: true, _id: false }).get()
    expect(data).toEqual([{ n: 0 }, { n: 1 }])
  })
})

describe('collections', () => {
  it('are not made by writing: a missing one has its own code', async () => {
    const missing = devcloud.db.collection('nowhere')
    const works: [() => Promise<unknown>, number][] = [
      [() => missing.add({ data: {} }), -502005],
      [() => missing.get(), -502005],
      [() => missing.doc('x').update({ data: { a: 1 } }), -502005],
      [() => missing.doc('x').remove(), -502005],
      [() => missing.count(), -502005],
      [() => missing.doc('x').get(), -502005],
      // Of an aggregation the SDK keeps the service's code, and gives no number.
      [() => missing.aggregate().match({}).end(), -1],
    ]
    for (const [work, code] of works) {
      const error = await failureOf(work())
      expect(error.errMsg).toContain('Db or Table not exist: nowhere')
      expect(error.errCode).toBe(code)
    }
  })

  it('can be made once', async () => {
    await devcloud.db.createCollection('fresh')
    await devcloud.db.collection('fresh').add({ data: { _id: 'x' } })
    const error = await failureOf(devcloud.db.createCollection('fresh'))
    expect(error.errMsg).toContain('Table exist')
    expect(devcloud.store.counts()).toMatchObject({ fresh: 1, orders: 0 })
  })

  it('reset leaves the declared ones, empty', async () => {
    await devcloud.db.createCollection('extra')
    await orders().add({ data: { _id: 'o' } })
    devcloud.store.reset()
    expect(devcloud.store.counts()).toEqual({ orders: 0, codes: 0 })
    await orders().add({ data: { _id: 'o', memberId: 'm' } })
    expect((await orders().where({ memberId: 'm' }).get()).data).toHaveLength(1)
  })
})

describe('sizes', () => {
  it('an answer above 1 MB is refused', async () => {
    const text = 'x'.repeat(300_000)
    await orders().add({ data: [1, 2, 3, 4].map((n) => ({ _id: `${n}`, memberId: 'm', text })) })
    const error = await failureOf(orders().where({ memberId: 'm' }).get())
    expect(error.errMsg).toContain('larger than 1 MB')
    expect((await orders().where({ memberId: 'm' }).limit(3).get()).data).toHaveLength(3)
  })

  it('a value above 1024 bytes does not fit into an index', async () => {
    const error = await failureOf(orders().add({ data: { memberId: 'x'.repeat(1100) } }))
    expect(error.errMsg).toContain('key too large to index')
  })

  it('two lists in one index are refused', async () => {
    const error = await failureOf(orders().add({ data: { memberId: ['a'], at: [1] } }))
    expect(error.errMsg).toContain('cannot index parallel arrays')
  })
})
