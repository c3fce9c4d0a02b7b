import { type SdkDevcloud, startSdkDevcloud } from './sdk'
import { type Fields, failureOf } from './sdk-types'

let devcloud: SdkDevcloud

beforeAll(async () => {
  devcloud = await startSdkDevcloud({
    collections: [
      { name: 'one', indexes: [{ fields: [['code', 'asc']], unique: true }] },
      {
        name: 'two',
        indexes: [
          {
            fields: [
              ['memberId', 'asc'],
              ['kind', 'desc'],
            ],
            unique: true,
          },
        ],
      },
      { name: 'lists', indexes: [{ fields: [['tags', 'asc']], unique: true }] },
    ],
  })
})
afterAll(() => devcloud.close())
beforeEach(() => devcloud.store.reset())

const add = (collection: string, ...documents: Fields[]) =>
  devcloud.db.collection(collection).add({ data: documents })

async function expectDuplicate(work: Promise<unknown>, index: string): Promise<void> {
  const error = await failureOf(work)
  expect(error.errCode).toBe(-502001)
  expect(error.errMsg).toContain('[FailedOperation.DuplicateWrite]')
  expect(error.errMsg).toContain('E11000 duplicate key error')
  expect(error.errMsg).toContain(`index: ${index}`)
}

describe('a unique index', () => {
  it('refuses the same value twice, by add, update and set', async () => {
    await add('one', { _id: 'a', code: 'A' }, { _id: 'b', code: 'B' })
    const one = devcloud.db.collection('one')
    await expectDuplicate(add('one', { code: 'A' }), 'code_1')
    await expectDuplicate(one.doc('b').update({ data: { code: 'A' } }), 'code_1')
    await expectDuplicate(one.doc('c').set({ data: { code: 'A' } }), 'code_1')
    expect((await one.doc('b').get()).data).toEqual({ _id: 'b', code: 'B' })
    expect((await one.count()).total).toBe(2)
  })

  it('counts a missing field as null: only one document may lack it', async () => {
    await add('one', { _id: 'a' })
    await expectDuplicate(add('one', { _id: 'b' }), 'code_1')
    await expectDuplicate(add('one', { _id: 'c', code: null }), 'code_1')
  })

  it('distinguishes values of different types', async () => {
    const values = ['1', 1, true, { n: 1 }, new Date(1)]
    await add('one', ...values.map((code) => ({ code })))
    expect(devcloud.store.counts().one).toBe(5)
  })

  it('over two fields refuses only the pair', async () => {
    const kindOf = (memberId: string, kind: number) => ({ memberId, kind })
    await add('two', kindOf('m', 1), kindOf('m', 2), kindOf('n', 1))
    await expectDuplicate(add('two', { memberId: 'm', kind: 2 }), 'memberId_1_kind_-1')
    await add('two', { memberId: 'm' })
    await expectDuplicate(add('two', { memberId: 'm', kind: null }), 'memberId_1_kind_-1')
  })

  it('over a list refuses a shared element, and a list may repeat its own', async () => {
    await add('lists', { _id: 'a', tags: ['x', 'y', 'x'] })
    await expectDuplicate(add('lists', { _id: 'b', tags: ['z', 'y'] }), 'tags_1')
  })

  it('lets a document keep its value, and frees it with the document', async () => {
    await add('one', { _id: 'a', code: 'A', n: 1 })
    const one = devcloud.db.collection('one')
    await one.doc('a').update({ data: { n: 2 } })
    await one.doc('a').set({ data: { code: 'A', n: 3 } })
    await one.doc('a').remove()
    await add('one', { _id: 'b', code: 'A' })
  })

  it('a list that is added keeps what came before the duplicate, as MongoDB does', async () => {
    await add('one', { _id: 'a', code: 'A' })
    const more = [
      { _id: 'b', code: 'B' },
      { _id: 'c', code: 'A' },
      { _id: 'd', code: 'D' },
    ]
    await expectDuplicate(add('one', ...more), 'code_1')
    const { data } = await devcloud.db.collection('one').orderBy('_id', 'asc').get()
    expect(data.map(({ _id }) => _id)).toEqual(['a', 'b'])
  })

  it('one of two adds at once wins', async () => {
    const results = await Promise.allSettled([
      add('one', { _id: 'a', code: 'A' }),
      add('one', { _id: 'b', code: 'A' }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
