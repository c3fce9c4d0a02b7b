import { type SdkDevcloud, startSdkDevcloud } from './sdk'
import { failureOf, type Transaction } from './sdk-types'

/** Long enough for three requests on a busy machine. */
const LIFE_MS = 3000

let devcloud: SdkDevcloud

beforeAll(async () => {
  devcloud = await startSdkDevcloud({
    collections: [{ name: 'c', indexes: [] }],
    transactionLifeMs: LIFE_MS,
  })
})
afterAll(() => devcloud.close())
beforeEach(async () => {
  devcloud.store.reset()
  await devcloud.db.collection('c').add({ data: { _id: 'a', n: 1 } })
})

const plain = () => devcloud.db.collection('c')
const valueOf = async (): Promise<unknown> => (await plain().doc('a').get()).data?.n
const begin = (): Promise<Transaction> => devcloud.db.startTransaction()
const write = (t: Transaction, n: number) => t.collection('c').doc('a').update({ data: { n } })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('the life of a transaction', () => {
  it('ends by itself; then it does not exist', async () => {
    const t = await begin()
    await write(t, 10)
    await pause(LIFE_MS + 50)
    const error = await failureOf(t.commit())
    expect(error.code).toBe('DATABASE_TRANSACTION_FAIL')
    expect(error.message).toContain('must be commit or abort in 30 seconds')
    expect(await valueOf()).toBe(1)
    await plain()
      .doc('a')
      .update({ data: { n: 2 } })
  })

  it('is real time: moving the clock of the local cloud does not end it', async () => {
    const t = await begin()
    await write(t, 10)
    devcloud.clock.set(devcloud.clock.now() + 3_600_000)
    await t.commit()
    expect(await valueOf()).toBe(10)
  })

  it('a transaction that never was does not exist', async () => {
    const t = await begin()
    await t.commit()
    const error = await failureOf(t.commit())
    expect(error.message).toContain('TransactionNotExist')
  })
})
