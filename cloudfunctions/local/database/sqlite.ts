import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

import Database from 'libsql'

/** A cell of a row as SQLite gives it. */
export type Cell = string | number | Buffer | null
export type Row = readonly Cell[]

/** The few things we ask of SQLite. Statements are prepared once per text. */
export interface Sqlite {
  /** All rows of a query, each an array of cells. */
  rows(sql: string, params?: readonly Cell[]): Row[]
  /** The first row of a query. */
  row(sql: string, params: readonly Cell[]): Row | undefined
  /** Executes a write; returns the rowid of the last insert. */
  run(sql: string, params?: readonly Cell[]): number
  /** Everything written inside becomes durable together, or not at all. */
  atomically<T>(work: () => T): T
  close(): void
}

/**
 * Opens a file, or `:memory:`. A commit survives the death of the process: its pages are with the
 * operating system by then. It need not survive the power, so nothing waits for the disk.
 */
export function openSqlite(file: string): Sqlite {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const database = new Database(file)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = OFF')
  database.exec('PRAGMA wal_autocheckpoint = 4000')
  const statements = new Map<string, ReturnType<typeof database.prepare>>()
  const readers = new Map<string, ReturnType<typeof database.prepare>>()

  function statement(sql: string): ReturnType<typeof database.prepare> {
    const known = statements.get(sql)
    if (known) return known
    const fresh = database.prepare(sql)
    statements.set(sql, fresh)
    return fresh
  }

  function reader(sql: string): ReturnType<typeof database.prepare> {
    const known = readers.get(sql)
    if (known) return known
    const fresh = database.prepare(sql).raw(true)
    readers.set(sql, fresh)
    return fresh
  }

  let depth = 0
  return {
    // One array argument: libsql takes a lone Buffer for an object of named parameters.
    rows: (sql, params = []) => reader(sql).all([...params]) as Row[],
    row: (sql, params) => reader(sql).get([...params]) as Row | undefined,
    run: (sql, params = []) => Number(statement(sql).run([...params]).lastInsertRowid),
    atomically(work) {
      if (depth > 0) return work()
      statement('BEGIN IMMEDIATE').run([])
      depth += 1
      try {
        const result = work()
        statement('COMMIT').run([])
        return result
      } catch (error) {
        statement('ROLLBACK').run([])
        throw error
      } finally {
        depth -= 1
      }
    },
    close() {
      statements.clear()
      readers.clear()
      // Leaves one small file; else the journal of a whole demo year stays beside it.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}
