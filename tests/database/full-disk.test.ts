import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite, type Sqlite } from '@local/database/sqlite'
import { openStore } from '@local/database/store'
import type { CollectionSpec } from '@local/ports'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'full-disk-'))
  file = join(folder, 'database.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const count = (sqlite: Sqlite) => sqlite.row('SELECT COUNT(*) FROM t', [])?.[0]

it('waits for the journal, so that a power cut cannot damage the database', () => {
  const sqlite = openSqlite(file)
  // 1 is NORMAL: https://sqlite.org/pragma.html#pragma_synchronous
  expect(sqlite.row('PRAGMA synchronous', [])).toEqual([1])
  expect(sqlite.row('PRAGMA journal_mode', [])).toEqual(['wal'])
  sqlite.close()
})

it('on a full disk a write fails as a whole, says so, and the next one works', () => {
  const sqlite = openSqlite(file)
  sqlite.run('CREATE TABLE t (a TEXT)')
  sqlite.run('INSERT INTO t VALUES (?)', ['kept'])
  const undone: string[] = []
  sqlite.rows('PRAGMA max_page_count = 10')
  const fill = () =>
    sqlite.atomically(() => {
      sqlite.onRollback(() => undone.push('first'))
      sqlite.onRollback(() => undone.push('second'))
      for (let i = 0; i < 100; i += 1) sqlite.run('INSERT INTO t VALUES (?)', ['x'.repeat(3000)])
    })
  expect(fill).toThrow('database or disk is full')
  expect(undone).toEqual(['second', 'first'])
  expect(count(sqlite)).toBe(1)
  sqlite.rows('PRAGMA max_page_count = 100000')
  expect(fill).not.toThrow()
  expect(undone).toHaveLength(2)
  expect(count(sqlite)).toBe(101)
  sqlite.close()
})

it('what is known in memory is what is stored, after a write that came to nothing', async () => {
  const collections: CollectionSpec[] = [
    {
      name: 'c',
      indexes: [{ fields: [['n', 'asc']] }, { fields: [['key', 'asc']], unique: true }],
    },
  ]
  const open = () => openStore({ file, clock: { now: () => 0 }, collections })
  const first = open()
  await first.insert('c', [
    { _id: 'a', n: 1, key: 1 },
    { _id: 'b', n: 2, key: 2 },
  ])
  const set = (changes: object) =>
    first.update('c', { condition: { _id: 'b' }, isMulti: false }, { $set: { ...changes } })
  // The array is entered into the index of n before the index of key refuses the whole write.
  await expect(set({ n: [-5, 10], key: 1 })).rejects.toThrow('E11000')
  await set({ n: [-5, 10] })
  first.close()
  const again = open()
  // No single element lies between: only an index that knows of arrays finds it, as MongoDB does.
  const between = again.find('c', { condition: { n: { $gt: 5, $lt: 0 } } })
  expect(between.map(({ document }) => document._id)).toEqual(['b'])
  again.close()
})
