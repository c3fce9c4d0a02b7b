import { type SdkDevcloud, startSdkDevcloud } from './sdk'
import { type Collection, expectConflict, failureOf, type Transaction } from './sdk-types'

const LOCK_WAIT_MS = 1000

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
    lockWaitMs: LOCK_WAIT_MS,
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
const write = (transaction: Transaction, id: string, n: number) =>
  transaction.collection('c').doc(id).update({ data: { n } })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('what a transaction sees', () => {
  it('sees its own writes, which no one else sees before the commit', async () => {
    const t = await begin()
    await write(t, 'a', 10)
    await t.collection('c').add({ data: { _id: 'new', k: 1, n: 3 } })
    await t.collection('c').doc('b').remove()
    expect(await valueOf(t.collection('c'), 'a')).toBe(10)
    expect(await valueOf(t.collection('c'), 'new')).toBe(3)
    expect((await t.collection('c').doc('b').get()).data).toBeNull()
    expect(await valueOf(plain(), 'a')).toBe(1)
    expect((await plain().doc('new').get()).data).toBeNull()
    await t.commit()
    expect(await valueOf(plain(), 'a')).toBe(10)
    expect((await plain().doc('b').get()).data).toBeNull()
  })

  it('is the state at its first operation, whatever others commit', async () => {
    const t = await begin()
    expect(await valueOf(t.collection('c'), 'a')).toBe(1)
    await plain()
      .doc('a')
      .update({ data: { n: 100 } })
    await plain().doc('b').remove()
    await plain().add({ data: { _id: 'later', k: 1, n: 0 } })
    expect(await valueOf(t.collection('c'), 'a')).toBe(1)
    expect(await valueOf(t.collection('c'), 'b')).toBe(2)
    const { data } = await t.collection('c').where({ k: 1 }).orderBy('n', 'desc').limit(10).get()
    expect(data.map(({ _id }) => _id)).toEqual(['b', 'a'])
    await t.rollback()
  })

  it('includes what was committed between its start and its first operation', async () => {
    const t = await begin()
    await plain()
      .doc('a')
      .update({ data: { n: 7 } })
    expect(await valueOf(t.collection('c'), 'a')).toBe(7)
    await t.rollback()
  })

  it('is found by queries too: own writes in order, limits kept', async () => {
    const t = await begin()
    await write(t, 'a', 5)
    await t.collection('c').add({ data: { _id: 'z', k: 1, n: 3 } })
    const query = t.collection('c').where({ k: 1 }).orderBy('n', 'desc')
    const ids = async (limit: number) =>
      (await query.limit(limit).get()).data.map(({ _id }) => _id).join('')
    expect(await ids(2)).toBe('az')
    expect(await ids(9)).toBe('azb')
    await t.rollback()
  })

  it('is gone after a rollback', async () => {
    const t = await begin()
    await write(t, 'a', 5)
    await t
      .collection('c')
      .doc('s')
      .set({ data: { n: 1 } })
    await t.rollback()
    expect(await valueOf(plain(), 'a')).toBe(1)
    expect((await plain().doc('s').get()).data).toBeNull()
  })
})

describe('conflicts', () => {
  it('a write to what another transaction holds fails at once and aborts', async () => {
    const [first, second] = [await begin(), await begin()]
    await write(first, 'a', 10)
    await write(second, 'b', 20)
    await expectConflict(write(second, 'a', 11))
    const gone = await failureOf(second.commit())
    expect(gone.code).toBe('DATABASE_TRANSACTION_FAIL')
    expect(gone.message).toContain('[ResourceUnavailable.TransactionNotExist]')
    await first.commit()
    expect(await valueOf(plain(), 'a')).toBe(10)
    expect(await valueOf(plain(), 'b')).toBe(2)
  })

  it('a write to what changed since the snapshot fails', async () => {
    const t = await begin()
    await valueOf(t.collection('c'), 'b')
    await plain()
      .doc('a')
      .update({ data: { n: 100 } })
    await expectConflict(write(t, 'a', 2))
  })

  it('a removal, a set and an add conflict like an update', async () => {
    const holder = await begin()
    await write(holder, 'a', 2)
    await holder.collection('c').add({ data: { _id: 'n', k: 2 } })
    const inOne = async (work: (c: Collection) => Promise<unknown>) =>
      expectConflict(work((await begin()).collection('c')))
    await inOne((c) => c.doc('a').remove())
    await inOne((c) => c.doc('a').set({ data: { n: 0 } }))
    await inOne((c) => c.add({ data: { _id: 'n' } }))
    await holder.rollback()
  })

  it('a lock is free after the end, committed or not', async () => {
    for (const end of ['commit', 'rollback'] as const) {
      const t = await begin()
      await write(t, 'a', 2)
      await t[end]()
    }
    const next = await begin()
    await write(next, 'a', 3)
    await next.commit()
    expect(await valueOf(plain(), 'a')).toBe(3)
  })

  it('reads never conflict: write skew is possible', async () => {
    const [first, second] = [await begin(), await begin()]
    for (const t of [first, second]) {
      await valueOf(t.collection('c'), 'a')
      await valueOf(t.collection('c'), 'b')
    }
    await write(first, 'a', 0)
    await write(second, 'b', 0)
    await first.commit()
    await second.commit()
    expect([await valueOf(plain(), 'a'), await valueOf(plain(), 'b')]).toEqual([0, 0])
  })

  it('runTransaction of the SDK does not run again by itself', async () => {
    const holder = await begin()
    await write(holder, 'a', 2)
    let runs = 0
    await expectConflict(
      devcloud.db.runTransaction(async (t) => {
        runs += 1
        await write(t, 'a', 3)
      }),
    )
    expect(runs).toBe(1)
    await holder.rollback()
  })

  it('with retries eight increments at once all arrive', async () => {
    const increment = async (): Promise<void> => {
      for (;;) {
        try {
          return await devcloud.db.runTransaction(async (t) => {
            const n = (await valueOf(t.collection('c'), 'a')) as number
            await write(t, 'a', n + 1)
          }, 0)
        } catch (error) {
          if (!/TransactionConflict/.test((error as { errMsg?: string }).errMsg ?? '')) throw error
          await pause(Math.random() * 20)
        }
      }
    }
    await Promise.all(Array.from({ length: 8 }, increment))
    expect(await valueOf(plain(), 'a')).toBe(9)
  })
})

describe('an ordinary write to what a transaction holds', () => {
  it('waits for the commit and then sees it', async () => {
    const t = await begin()
    await write(t, 'a', 10)
    const { command } = devcloud.db
    const waiting = plain()
      .doc('a')
      .update({ data: { n: command.inc(1) } })
    await pause(50)
    expect(await valueOf(plain(), 'a')).toBe(1)
    await t.commit()
    expect((await waiting).stats.updated).toBe(1)
    expect(await valueOf(plain(), 'a')).toBe(11)
  })

  it('decides again after the wait: a guard that no longer holds changes nothing', async () => {
    const t = await begin()
    await write(t, 'a', 10)
    const waiting = plain()
      .where({ _id: 'a', n: 1 })
      .update({ data: { n: 2 } })
    await pause(30)
    await t.commit()
    expect((await waiting).stats.updated).toBe(0)
  })

  it('gives up after a limit, and the transaction is unharmed', async () => {
    const t = await begin()
    await write(t, 'a', 10)
    const error = await failureOf(
      plain()
        .doc('a')
        .update({ data: { n: 2 } }),
    )
    expect(error.errCode).toBe(-502001)
    expect(error.errMsg).toContain('lock wait timeout')
    await t.commit()
    expect(await valueOf(plain(), 'a')).toBe(10)
  })

  it('other documents, and reads, do not wait', async () => {
    const t = await begin()
    await write(t, 'a', 10)
    await plain()
      .doc('b')
      .update({ data: { n: 3 } })
    expect(await valueOf(plain(), 'a')).toBe(1)
    await t.rollback()
  })
})

describe('traps of the SDK', () => {
  it('where().update inside a transaction escapes it', async () => {
    const t = await begin()
    await t
      .collection('c')
      .where({ k: 1 })
      .update({ data: { n: 99 } })
    await t.rollback()
    expect(await valueOf(plain(), 'a')).toBe(99)
  })

  it('set in a transaction never says created', async () => {
    await devcloud.db.runTransaction(async (t) => {
      const { stats } = await t
        .collection('c')
        .doc('fresh')
        .set({ data: { n: 1 } })
      expect(stats).toEqual({ updated: 0, created: 0 })
    })
    expect(await valueOf(plain(), 'fresh')).toBe(1)
  })

  it('a failed operation has aborted the transaction', async () => {
    const t = await begin()
    await write(t, 'b', 9)
    await failureOf(t.collection('c').add({ data: { _id: 'a' } }))
    await failureOf(t.commit())
    expect(await valueOf(plain(), 'b')).toBe(2)
  })

  it('updates and removals of a missing document change nothing', async () => {
    await devcloud.db.runTransaction(async (t) => {
      const missing = t.collection('c').doc('none')
      expect((await missing.update({ data: { n: 1 } })).stats.updated).toBe(0)
      expect((await missing.get()).data).toBeNull()
    })
    expect((await plain().count()).total).toBe(2)
  })
})
