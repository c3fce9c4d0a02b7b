import Database from 'libsql'
import { closeTidily } from './database/sqlite'
import { DevcloudError } from './devcloud-error'
import { makePrivateFile } from './private-files'

/**
 * What WeChat's side and the clock remember; never the shop's data, which is in the cloud database.
 */
export type RecordKind =
  | 'clock'
  | 'timer'
  | 'transaction'
  | 'prepay'
  | 'refund'
  | 'refund-plan'
  | 'bill-plan'
  | 'pay-answers'
  | 'message'
  | 'grant'
  | 'chat'
  | 'chat-answer'
  | 'shipping-info'
  | 'waybill'
  | 'phone-code'

/** A record as stored. */
type RecordRow = { seq: number; kind: RecordKind; id: string; json: string }

/** Records at a moment, in memory. */
export type RecordsCopy = readonly RecordRow[]

/** Durable state outside the shop's data: JSON values by kind and id, in insertion order. */
export interface DevcloudRecords {
  get<T>(kind: RecordKind, id: string): T | undefined
  put(kind: RecordKind, id: string, value: unknown): void
  list<T>(kind: RecordKind, limit: number): T[]
  /** All records, to be put back by `restore`. */
  copy(): RecordsCopy
  /** Back to a copy: what was added since is gone. */
  restore(copy: RecordsCopy): void
  clear(): void
  close(): void
}

const SCHEMA = `CREATE TABLE IF NOT EXISTS record (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL,
  UNIQUE (kind, id)
)`
const PUT = `INSERT INTO record (kind, id, json) VALUES (?, ?, ?)
  ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json`

const open = (file: string) => {
  try {
    if (file !== ':memory:') makePrivateFile(file)
    const database = new Database(file)
    // A killed local cloud loses nothing with this; only a power cut could take the last writes.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
    database.exec(SCHEMA)
    return database
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DevcloudError(`${file} cannot be used (${reason}); npm run reset deletes it.`)
  }
}

type Row = { json: string }

/** Opens the memory in a file, or `:memory:`. */
export const openRecords = (file: string): DevcloudRecords => {
  const database = open(file)
  const get = database.prepare('SELECT json FROM record WHERE kind = ? AND id = ?')
  const put = database.prepare(PUT)
  const list = database.prepare(
    'SELECT json FROM ' +
      '(SELECT seq, json FROM record WHERE kind = ? ORDER BY seq DESC LIMIT ?) ORDER BY seq',
  )
  return {
    get: <T>(kind: RecordKind, id: string) => {
      const row = get.get(kind, id) as Row | undefined
      return row && (JSON.parse(row.json) as T)
    },
    put: (kind, id, value) => void put.run(kind, id, JSON.stringify(value)),
    list: <T>(kind: RecordKind, limit: number) =>
      (list.all(kind, limit) as Row[]).map(({ json }) => JSON.parse(json) as T),
    copy: () =>
      database.prepare('SELECT seq, kind, id, json FROM record ORDER BY seq').all() as RecordRow[],
    restore: (copy) => {
      const insert = database.prepare(
        'INSERT INTO record (seq, kind, id, json) VALUES (?, ?, ?, ?)',
      )
      database.exec('BEGIN; DELETE FROM record')
      for (const { seq, kind, id, json } of copy) insert.run(seq, kind, id, json)
      database.exec('COMMIT')
    },
    clear: () => void database.exec('DELETE FROM record'),
    close: () => closeTidily(database),
  }
}
