import { OPERATORS } from '@local/database/operators'

import { type SdkDevcloud, startSdkDevcloud } from './sdk'
import { type Database, type Fields, failureOf, listOf } from './sdk-types'

let devcloud: SdkDevcloud
let db: Database

beforeAll(async () => {
  devcloud = await startSdkDevcloud({ collections: [{ name: 'things', indexes: [] }] })
  db = devcloud.db
})
afterAll(() => devcloud.close())
beforeEach(() => devcloud.store.reset())

const things = () => db.collection('things')
const KB = 1024
const MB = 1024 * KB

describe('a field that begins with $ is not stored', () => {
  const raw = { a: [{ $cheap: 1 }] }

  it.each<[way: string, write: () => Promise<unknown>]>([
    ['add', () => things().add({ data: raw })],
    ['add of several', () => things().add({ data: [{ _id: 'y' }, raw] })],
    ['set', () => things().doc('t').set({ data: raw })],
    [
      'update',
      () =>
        things()
          .doc('t')
          .update({ data: { a: db.command.set([{ $cheap: 1 }]) } }),
    ],
    [
      'push',
      () =>
        things()
          .doc('t')
          .update({ data: { a: db.command.push([{ $cheap: 1 }]) } }),
    ],
    [
      'a transaction',
      () => db.runTransaction((inside) => inside.collection('things').doc('t').set({ data: raw })),
    ],
  ])('by %s', async (_way, write) => {
    await things().add({ data: { _id: 't', a: [] } })
    const error = await failureOf(write())
    expect(error.errMsg ?? error.message).toContain("The dollar ($) prefixed field '$cheap'")
    expect((await things().get()).data).toEqual([{ _id: 't', a: [] }])
  })
})

describe('a document is nested', () => {
  it('at most 100 levels deep', async () => {
    const nested = (levels: number): Fields => (levels === 1 ? {} : { a: nested(levels - 1) })
    await things().add({ data: { _id: 't', ...nested(100) } })
    const error = await failureOf(things().add({ data: nested(101) }))
    expect(error.errMsg).toContain('nested deeper than 100')
  })
})

describe('an answer is at most 1 MB', () => {
  const ways: [way: string, read: () => Promise<unknown>][] = [
    ['one document', () => things().doc('t').get()],
    ['a query', () => things().where({ _id: 't' }).get()],
    ['a projection', () => things().doc('t').field({ text: true }).get()],
    ['an aggregation', () => listOf(things().aggregate().match({}))],
    [
      'an aggregation that computes it',
      () => listOf(things().aggregate().project({ both: '$text' })),
    ],
    [
      'a transaction',
      async () => {
        const transaction = await db.startTransaction()
        return transaction.collection('things').doc('t').get()
      },
    ],
  ]

  it.each(ways)('as %s', async (_way, read) => {
    await things().add({ data: { _id: 't', text: 'x'.repeat(MB - KB) } })
    await read()
    await things()
      .doc('t')
      .set({ data: { text: 'x'.repeat(MB) } })
    const error = await failureOf(read())
    expect(error.errMsg ?? error.message).toContain('larger than 1 MB')
  })
})

describe('files are named 50 at a time', () => {
  const ids = (count: number) =>
    Array.from({ length: count }, (_, n) => `cloud://devcloud.files/${n}`)

  it('when they are deleted; of more, none is', async () => {
    const { cloud } = devcloud
    const { fileID } = await cloud.uploadFile({ cloudPath: '0', fileContent: Buffer.from('x') })
    const error = await failureOf(cloud.deleteFile({ fileList: ids(51) }))
    expect(error.errMsg ?? error.message).toContain('51 files')
    expect((await cloud.downloadFile({ fileID })).fileContent).toEqual(Buffer.from('x'))
    expect((await cloud.deleteFile({ fileList: ids(50) })).fileList).toHaveLength(50)
    await expect(cloud.downloadFile({ fileID })).rejects.toBeDefined()
  })

  it('when their addresses are asked for', async () => {
    const { cloud } = devcloud
    const error = await failureOf(cloud.getTempFileURL({ fileList: ids(51) }))
    expect(error.errMsg ?? error.message).toContain('51 files')
    expect((await cloud.getTempFileURL({ fileList: ids(50) })).fileList).toHaveLength(50)
  })
})

describe('an aggregation over nothing', () => {
  it('has no count, not a count of 0', async () => {
    expect(await listOf(things().aggregate().match({ a: 1 }).count('n'))).toEqual([])
  })

  it('is refused for what is malformed, though no document is there', async () => {
    const { aggregate: $ } = db.command
    const error = await failureOf(
      listOf(
        things()
          .aggregate()
          .project({ v: $.eq([1]) }),
      ),
    )
    expect(error.errMsg).toContain('takes exactly 2 arguments')
  })
})

describe('the list of operators', () => {
  /** Names in the SDK that are other in the language. */
  const RENAMED: Record<string, string> = { neq: 'ne' }

  it('decides every operator of expressions and groups that the SDK can make', () => {
    const { expression, accumulator } = OPERATORS
    const decided = [expression, accumulator].flatMap(({ imitated, refused }) => [
      ...imitated,
      ...refused,
    ])
    const made = Object.keys(db.command.aggregate).filter((name) => name !== 'pipeline')
    expect(made.length).toBeGreaterThan(80)
    expect(made.filter((name) => !decided.includes(`$${RENAMED[name] ?? name}`))).toEqual([])
  })

  it('names each operator once', () => {
    for (const { imitated, refused } of Object.values(OPERATORS)) {
      const all = [...imitated, ...refused]
      expect(new Set(all).size).toBe(all.length)
    }
  })
})
