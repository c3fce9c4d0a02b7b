import { dirname } from 'node:path'
import { makePrivateFile, makePrivateFolder } from '@local/private-files'
import Database from 'libsql'

/** A cell of a row as SQLite gives it. */
export type Cell = string | number | Buffer | null
export type Row = readonly Cell[]

/**
 * Closes a database and leaves one small file; else the journal of a whole demo year stays beside
 * it. On a full disk the journal stays and is read at the next start.
 */
export function closeTidily(database: Database.Database): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}

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
  /** Runs `undo` when what is being written atomically comes to nothing; for copies in memory. */
  onRollback(undo: () => void): void
  close(): void
}

/**
 * Opens a file, or `:memory:`. A commit survives the death of the process: its pages are with the
 * operating system by then. A power cut may take the last commits but never damages the database:
 * the journal is on the disk before its pages are moved.
 */
export function openSqlite(file: string): Sqlite {
  if (file !== ':memory:') {
    makePrivateFolder(dirname(file))
    makePrivateFile(file)
  }
  const database = new Database(file)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = NORMAL')
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
  let undos: (() => void)[] = []

  /** On a full disk SQLite has rolled back by itself; the first error says what happened. */
  function rollBack(): void {
    if (database.inTransaction) statement('ROLLBACK').run([])
    for (const undo of undos.reverse()) undo()
  }

  return {
    // One array argument: libsql takes a lone Buffer for an object of named parameters.
    rows: (sql, params = []) => reader(sql).all([...params]) as Row[],
    row: (sql, params) => reader(sql).get([...params]) as Row | undefined,
    run: (sql, params = []) => Number(statement(sql).run([...params]).lastInsertRowid),
    atomically(work) {
      if (depth > 0) return work()
      statement('BEGIN IMMEDIATE').run([])
      depth += 1
      undos = []
      try {
        const result = work()
        statement('COMMIT').run([])
        return result
      } catch (error) {
        rollBack()
        throw error
      } finally {
        depth -= 1
      }
    },
    onRollback(undo) {
      if (depth > 0) undos.push(undo)
    },
    close() {
      statements.clear()
      readers.clear()
      closeTidily(database)
    },
  }
}
