import { type SdkDevcloud, startSdkDevcloud } from './sdk'
import { type Collection, expectConflict, failureOf, type Transaction } from './sdk-types'

let devcloud: SdkDevcloud

beforeAll(async () => {
  devcloud = await startSdkDevcloud({
    collections: [
      {
        name: 'c',
        indexes: [
          {
            fields: [
              ['k', 'asc'],
              ['n', 'asc'],
            ],
          },
        ],
      },
      { name: 'u', indexes: [{ fields: [['code', 'asc']], unique: true }] },
    ],
  })
})
afterAll(() => devcloud.close())
beforeEach(async () => {
  devcloud.store.reset()
  await devcloud.db.collection('c').add({
    data: [
      { _id: 'a', k: 1, n: 1 },
      { _id: 'b', k: 1, n: 2 },
    ],
  })
})

const plain = (): Collection => devcloud.db.collection('c')
const valueOf = async (collection: Collection, id: string): Promise<unknown> =>
  (await collection.doc(id).get()).data?.n
const begin = (): Promise<Transaction> => devcloud.db.startTransaction()

describe('inserting the same key twice', () => {
  it('meets E11000 when the other has committed, even after our snapshot', async () => {
    const [first, second] = [await begin(), await begin()]
    await valueOf(second.collection('c'), 'a')
    await first.collection('c').add({ data: { _id: 'n', n: 1 } })
    await first.commit()
    const error = await failureOf(second.collection('c').add({ data: { _id: 'n', n: 2 } }))
    expect(error.errCode).toBe(-502001)
    expect(error.errMsg).toContain('E11000')
    expect(await valueOf(plain(), 'n')).toBe(1)
  })

  it('meets a conflict while the other is open, and E11000 when run again', async () => {
    const first = await begin()
    await first.collection('c').add({ data: { _id: 'n' } })
    await expectConflict((await begin()).collection('c').add({ data: { _id: 'n' } }))
    await first.commit()
    const again = await failureOf((await begin()).collection('c').add({ data: { _id: 'n' } }))
    expect(again.errMsg).toContain('E11000')
  })

  it('holds for unique indexes: against the committed, the open and the own', async () => {
    const u = (t: Transaction) => t.collection('u')
    await devcloud.db.collection('u').add({ data: { _id: '1', code: 'A' } })
    const dup = await failureOf(u(await begin()).add({ data: { _id: '2', code: 'A' } }))
    expect(dup.errMsg).toContain('E11000')
    const holder = await begin()
    await u(holder).add({ data: { _id: '3', code: 'B' } })
    await expectConflict(u(await begin()).add({ data: { _id: '4', code: 'B' } }))
    const own = await failureOf(u(holder).add({ data: { _id: '5', code: 'B' } }))
    expect(own.errMsg).toContain('E11000')
  })

  it('a unique key that the transaction itself gave up can be taken', async () => {
    await devcloud.db.collection('u').add({ data: { _id: '1', code: 'A' } })
    const t = await begin()
    await t
      .collection('u')
      .doc('1')
      .update({ data: { code: 'B' } })
    await t.collection('u').add({ data: { _id: '2', code: 'A' } })
    await t.commit()
    expect((await devcloud.db.collection('u').where({ code: 'A' }).get()).data[0]?._id).toBe('2')
  })

  it('a removed document can be added again in the same transaction', async () => {
    const t = await begin()
    await t.collection('c').doc('a').remove()
    await t.collection('c').add({ data: { _id: 'a', n: 9 } })
    await t.commit()
    expect(await valueOf(plain(), 'a')).toBe(9)
  })
})
