import { type SdkDevcloud, startSdkDevcloud } from './sdk'
import { type Command, type Fields, failureOf } from './sdk-types'

let devcloud: SdkDevcloud

beforeAll(async () => {
  devcloud = await startSdkDevcloud({ collections: [{ name: 'things', indexes: [] }] })
})
afterAll(() => devcloud.close())
beforeEach(() => devcloud.store.reset())

const things = () => devcloud.db.collection('things')
const AT = new Date(Date.UTC(2026, 0, 1))
const LATER = new Date(Date.UTC(2026, 0, 2))

type Case = [rule: string, before: Fields, change: (_: Command) => Fields, after: Fields]

const CASES: Case[] = [
  ['a plain value sets', { a: 1 }, () => ({ a: 2 }), { a: 2 }],
  ['a new field is added', { a: 1 }, () => ({ b: AT }), { a: 1, b: AT }],
  [
    'a nested object is merged',
    { o: { x: 1, y: 2 } },
    () => ({ o: { y: 3 } }),
    { o: { x: 1, y: 3 } },
  ],
  ['a dotted path', { o: { x: 1 } }, () => ({ 'o.x': 5 }), { o: { x: 5 } }],
  ['a dotted path makes the way', {}, () => ({ 'o.p.q': 1 }), { o: { p: { q: 1 } } }],
  ['an element by its place', { l: [1, 2, 3] }, () => ({ 'l.1': 9 }), { l: [1, 9, 3] }],
  ['null is a value', { a: 1 }, () => ({ a: null }), { a: null }],
  ['set replaces an object', { o: { x: 1 } }, (_) => ({ o: _.set({ y: 1 }) }), { o: { y: 1 } }],
  ['set of a list', { l: [1] }, (_) => ({ l: _.set([]) }), { l: [] }],
  ['remove', { a: 1, b: 2 }, (_) => ({ b: _.remove() }), { a: 1 }],
  ['remove in an object', { o: { x: 1, y: 2 } }, (_) => ({ 'o.y': _.remove() }), { o: { x: 1 } }],
  ['inc', { n: 1 }, (_) => ({ n: _.inc(-3) }), { n: -2 }],
  ['inc starts at zero', {}, (_) => ({ n: _.inc(2) }), { n: 2 }],
  ['inc of a nested field', { o: { n: 1 } }, (_) => ({ o: { n: _.inc(1) } }), { o: { n: 2 } }],
  ['mul', { n: 4 }, (_) => ({ n: _.mul(2.5) }), { n: 10 }],
  ['mul of nothing is zero', {}, (_) => ({ n: _.mul(2) }), { n: 0 }],
  ['max', { n: 4, m: 4 }, (_) => ({ n: _.max(7), m: _.max(1) }), { n: 7, m: 4 }],
  ['min of dates', { at: LATER }, (_) => ({ at: _.min(AT) }), { at: AT }],
  ['rename', { a: 1 }, (_) => ({ a: _.rename('b') }), { b: 1 }],
  ['bit and', { n: 13 }, (_) => ({ n: _.bit({ and: 10 }) }), { n: 8 }],
  ['bit or', { n: 1 }, (_) => ({ n: _.bit({ or: 6 }) }), { n: 7 }],
  ['push one', { l: [1] }, (_) => ({ l: _.push(2) }), { l: [1, 2] }],
  ['push several', { l: [1] }, (_) => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }],
  ['push starts a list', {}, (_) => ({ l: _.push([2]) }), { l: [2] }],
  [
    'push at a position',
    { l: [1, 4] },
    (_) => ({ l: _.push({ each: [2, 3], position: 1 }) }),
    { l: [1, 2, 3, 4] },
  ],
  [
    'push, sorted and cut to the last',
    { l: [{ n: 3 }, { n: 1 }] },
    (_) => ({ l: _.push({ each: [{ n: 2 }], sort: { n: 1 }, slice: -2 }) }),
    { l: [{ n: 2 }, { n: 3 }] },
  ],
  [
    'push, sorted and cut, where no list was',
    {},
    (_) => ({ l: _.push({ each: [3, 1, 2], sort: -1, slice: 2 }) }),
    { l: [3, 2] },
  ],
  ['pop', { l: [1, 2, 3] }, (_) => ({ l: _.pop() }), { l: [1, 2] }],
  ['shift', { l: [1, 2, 3] }, (_) => ({ l: _.shift() }), { l: [2, 3] }],
  ['unshift', { l: [3] }, (_) => ({ l: _.unshift([1, 2]) }), { l: [1, 2, 3] }],
  ['pull by value', { l: [1, 2, 1] }, (_) => ({ l: _.pull(1) }), { l: [2] }],
  ['pull by operator', { l: [1, 5, 9] }, (_) => ({ l: _.pull(_.gte(5)) }), { l: [1] }],
  [
    'pull by the fields of objects',
    {
      l: [
        { k: 'a', n: 1 },
        { k: 'b', n: 1 },
      ],
    },
    (_) => ({ l: _.pull({ k: 'a' }) }),
    { l: [{ k: 'b', n: 1 }] },
  ],
  ['pullAll', { l: [1, 2, 3, 2] }, (_) => ({ l: _.pullAll([2, 3]) }), { l: [1] }],
  ['addToSet', { l: [1] }, (_) => ({ l: _.addToSet(2) }), { l: [1, 2] }],
  ['addToSet of what is there', { l: [1, 2] }, (_) => ({ l: _.addToSet(2) }), { l: [1, 2] }],
  [
    'addToSet of several',
    { l: [1] },
    (_) => ({ l: _.addToSet({ $each: [1, 2, 3] }) }),
    { l: [1, 2, 3] },
  ],
]

describe('update commands', () => {
  it.each(CASES)('%s', async (_rule, before, change, after) => {
    await things().add({ data: { _id: 't', ...before } })
    await things()
      .doc('t')
      .update({ data: change(devcloud.db.command) })
    const { data } = await things().doc('t').get()
    expect(data).toEqual({ _id: 't', ...after })
  })

  it('the positional $ changes the element the condition found', async () => {
    await things().add({ data: { _id: 't', l: [{ k: 'a' }, { k: 'b' }] } })
    await things()
      .where({ 'l.k': 'b' })
      .update({ data: { 'l.$.n': 7 } })
    expect((await things().doc('t').get()).data?.l).toEqual([{ k: 'a' }, { k: 'b', n: 7 }])
  })

  it('serverDate is the local cloud clock, offset included', async () => {
    const { db, clock } = devcloud
    clock.set(AT.getTime())
    await things().add({ data: { _id: 't', at: db.serverDate() } })
    await things()
      .doc('t')
      .update({
        data: {
          next: db.serverDate({ offset: 60_000 }),
          log: db.command.push([{ at: db.serverDate() }]),
        },
      })
    expect((await things().doc('t').get()).data).toEqual({
      _id: 't',
      at: AT,
      next: new Date(AT.getTime() + 60_000),
      log: [{ at: AT }],
    })
  })
})

describe('what MongoDB refuses', () => {
  it.each<[string, Fields, (_: Command) => Fields]>([
    ['inc of a text', { a: 'x' }, (_) => ({ a: _.inc(1) })],
    ['inc of null', { a: null }, (_) => ({ a: _.inc(1) })],
    ['mul of a date', { a: AT }, (_) => ({ a: _.mul(2) })],
    ['push onto a number', { a: 1 }, (_) => ({ a: _.push([1]) })],
    ['pull from an object', { a: {} }, (_) => ({ a: _.pull(1) })],
    ['addToSet onto a text', { a: 'x' }, (_) => ({ a: _.addToSet(1) })],
    ['two operators on one path', { a: 1 }, (_) => ({ a: _.inc(1), 'a.b': 2 })],
    ['a path through a scalar', { a: 1 }, () => ({ 'a.b': 2 })],
  ])('%s', async (_rule, before, change) => {
    await things().add({ data: { _id: 't', ...before } })
    const error = await failureOf(
      things()
        .doc('t')
        .update({ data: change(devcloud.db.command) }),
    )
    expect(error.errCode).toBe(-502001)
    expect((await things().doc('t').get()).data).toEqual({ _id: 't', ...before })
  })

  it('leaves every document alone when one of them cannot be changed', async () => {
    await things().add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 'x' },
      ],
    })
    const { inc, in: among } = devcloud.db.command
    const both = things().where({ _id: among(['a', 'b']) })
    await failureOf(both.update({ data: { n: inc(1) } }))
    expect((await things().doc('a').get()).data?.n).toBe(1)
  })
})

describe('stats.updated counts what was modified', () => {
  it('is 1 for a change, 0 for none and 0 for a missing document', async () => {
    await things().add({ data: { _id: 't', n: 1 } })
    const update = (id: string, data: Fields) => things().doc(id).update({ data })
    expect((await update('t', { n: 2 })).stats.updated).toBe(1)
    expect((await update('t', { n: 2 })).stats.updated).toBe(0)
    expect((await update('none', { n: 2 })).stats.updated).toBe(0)
    expect((await things().count()).total).toBe(1)
  })

  it('counts every document of a where, or the first alone with multi: false', async () => {
    await things().add({
      data: [
        { _id: 'a', k: 1 },
        { _id: 'b', k: 1 },
        { _id: 'c', k: 2 },
      ],
    })
    const query = things().where({ k: 1 })
    expect((await query.update({ data: { n: 1 } })).stats.updated).toBe(2)
    expect((await query.update({ data: { n: 2 }, multi: false })).stats.updated).toBe(1)
  })

  it('lets exactly as many guarded updates through as there is stock', async () => {
    await things().add({ data: { _id: 's', stock: 3 } })
    const { command } = devcloud.db
    const take = () =>
      things()
        .where({ _id: 's', stock: command.gte(1) })
        .update({ data: { stock: command.inc(-1) } })
    const taken = await Promise.all(Array.from({ length: 10 }, take))
    expect(taken.filter(({ stats }) => stats.updated === 1)).toHaveLength(3)
    expect((await things().doc('s').get()).data?.stock).toBe(0)
  })
})
