import { startSdkDesk, type SdkDesk } from './sdk'
import { failureOf } from './sdk-types'

let desk: SdkDesk

beforeAll(async () => {
  desk = await startSdkDesk({
    collections: [
      { name: 'orders', indexes: [{ fields: [['memberId', 'asc'], ['at', 'desc']] }] },
      { name: 'codes', indexes: [{ fields: [['code', 'asc']], unique: true }] },
    ],
  })
})
afterAll(() => desk.close())
beforeEach(() => desk.store.reset())

const orders = () => desk.db.collection('orders')

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

  it('adds a list at once, all or none', async () => {
    const { _ids } = await orders().add({ data: [{ _id: 'a' }, { _id: 'b' }] })
    expect(_ids).toEqual(['a', 'b'])
    await failureOf(orders().add({ data: [{ _id: 'c' }, { _id: 'a' }] }))
    expect((await orders().count()).total).toBe(2)
  })

  it('tells a duplicate _id by E11000 in the text and -502001', async () => {
    await orders().add({ data: { _id: 'o1' } })
    const error = await failureOf(orders().add({ data: { _id: 'o1' } }))
    expect(error.errCode).toBe(-502001)
    expect(error.errMsg).toContain('E11000 duplicate key error')
    expect(error.errMsg).toContain('_id_')
  })
})
describe('tx', () => {
  it('works', async () => {
    await desk.db.runTransaction(async (t) => {
      await t.collection('orders').add({ data: { _id: 'x', n: 1 } })
      const d = await t.collection('orders').doc('x').get()
      expect(d.data).toEqual({ _id: 'x', n: 1 })
      await t.collection('orders').doc('x').update({ data: { n: desk.db.command.inc(2) } })
    })
    expect((await orders().doc('x').get()).data).toEqual({ _id: 'x', n: 3 })
    const list = await orders().where({memberId:'a'}).orderBy('at','desc').get()
    expect(list.data).toEqual([])
  })
})
