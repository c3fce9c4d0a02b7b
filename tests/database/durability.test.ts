import { type StdioOptions, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store, type StoreOptions } from '@local/database/store'
import type { CollectionSpec } from '@local/ports'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'devcloud-'))
  file = join(folder, 'database.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const PAIRS: CollectionSpec[] = [{ name: 'pairs', indexes: [{ fields: [['n', 'asc']] }] }]

const open = (collections = PAIRS, options: Partial<StoreOptions> = {}): Store =>
  openStore({ file, clock: { now: () => 0 }, collections, ...options })
const ids = (store: Store, n: number): unknown[] =>
  store.find('pairs', { condition: { n } }).map(({ document }) => document._id)

describe('a database that is opened again', () => {
  it('has its documents, collections and indexes', async () => {
    const first = open()
    first.addCollection('extra')
    await first.insert('pairs', [{ _id: 'a', n: [1, 2], at: new Date(5) }])
    first.close()

    let index = ''
    const again = open(PAIRS, { onQuery: (report) => (index = report.index) })
    expect(ids(again, 2)).toEqual(['a'])
    expect(index).toBe('n_1')
    expect(again.counts()).toEqual({ pairs: 1, extra: 0 })
    const [found] = again.find('pairs', { condition: { _id: 'a' } })
    expect(found?.document).toEqual({ _id: 'a', n: [1, 2], at: new Date(5) })
    again.close()
  })

  it('gets an index that is declared later, over what is there', async () => {
    const first = open([{ name: 'pairs', indexes: [] }])
    await first.insert(
      'pairs',
      Array.from({ length: 1200 }, (_, n) => ({ _id: `p${n}`, n })),
    )
    first.close()
    const reports: number[] = []
    const again = open(PAIRS, { onQuery: ({ examined }) => reports.push(examined) })
    expect(ids(again, 1199)).toEqual(['p1199'])
    expect(reports).toEqual([1])
    again.close()
  })

  it('loses an index that is declared no more', async () => {
    const first = open([{ name: 'pairs', indexes: [{ fields: [['n', 'asc']], unique: true }] }])
    await first.insert('pairs', [{ _id: 'a', n: 1 }])
    first.close()
    const again = open()
    await again.insert('pairs', [{ _id: 'b', n: 1 }])
    expect(ids(again, 1)).toEqual(['a', 'b'])
    again.close()
  })

  it('does not know transactions that were open', async () => {
    const first = open()
    const id = first.begin()
    await first.insert('pairs', [{ _id: 'a', n: 1 }], id)
    first.close()
    const again = open()
    expect(again.counts().pairs).toBe(0)
    expect(() => again.commit(id)).toThrow('TransactionNotExist')
    again.close()
  })
})

/** Runs the writer until it has said so many commits, then kills it without warning. */
async function killedAfter(commits: number): Promise<number> {
  const script = join(__dirname, 'writing-child.ts')
  const stdio: StdioOptions = ['ignore', 'pipe', 'inherit']
  const child = spawn(process.execPath, ['--import', 'tsx', script, file], { stdio })
  let said = -1
  const gone = new Promise((resolve) => child.once('close', resolve))
  child.stdout?.on('data', (chunk: Buffer) => {
    said = Number(chunk.toString().trim().split('\n').pop())
    if (said >= commits) child.kill('SIGKILL')
  })
  await gone
  return said
}

it('a killed process keeps every acknowledged transaction and no part of another', async () => {
  const said = await killedAfter(200)
  const store = open()
  const { pairs } = store.counts()
  expect(pairs).toBeGreaterThanOrEqual((said + 1) * 2)
  for (let n = 0; n < (pairs as number) / 2; n++) {
    expect(ids(store, n)).toEqual([`left${n}`, `right${n}`])
  }
  store.close()
}, 60_000)
