import type { Catalog } from './catalog'
import type { Row, Sqlite } from './sqlite'
import type { Table } from './table'

/** The rows of one collection: its documents as stored texts, and the entries of its indexes. */
type TableCopy = { documents: readonly Row[]; entries: ReadonlyMap<string, readonly Row[]> }

/** What a database holds at a moment, in memory; by the names of its collections. */
export type DatabaseCopy = ReadonlyMap<string, TableCopy>

/** Copies what is committed. */
export const copyTables = (catalog: Catalog, sqlite: Sqlite): DatabaseCopy =>
  new Map(
    catalog.names().map((name) => {
      const { documents, indexes } = catalog.table(name)
      const entries = indexes.map(({ table }) => [table, rowsOf(sqlite, table, ENTRY)] as const)
      return [name, { documents: rowsOf(sqlite, documents, DOCUMENT), entries: new Map(entries) }]
    }),
  )

/** Puts a copy back; a collection made since is emptied. What did not change is not written. */
export function restoreTables(catalog: Catalog, sqlite: Sqlite, copy: DatabaseCopy): void {
  sqlite.atomically(() => {
    for (const name of catalog.names()) {
      restoreTable(sqlite, catalog.table(name), copy.get(name))
    }
  })
}

function restoreTable(sqlite: Sqlite, { documents, indexes }: Table, copy?: TableCopy): void {
  const wanted = copy?.documents ?? []
  if (isSame(rowsOf(sqlite, documents, DOCUMENT), wanted)) return
  replaceRows(sqlite, documents, { columns: DOCUMENT, rows: wanted })
  for (const { table } of indexes) {
    replaceRows(sqlite, table, { columns: ENTRY, rows: copy?.entries.get(table) ?? [] })
  }
}

const DOCUMENT = 'rid, key, doc'
const ENTRY = 'key, rid'

const rowsOf = (sqlite: Sqlite, table: string, columns: string): readonly Row[] =>
  sqlite.rows(`SELECT ${columns} FROM ${table}`)

/** Rows are compared by their row id and text; the key follows from the text. */
const isSame = (found: readonly Row[], wanted: readonly Row[]): boolean =>
  found.length === wanted.length &&
  found.every((row, at) => row[0] === wanted[at]?.[0] && row[2] === wanted[at]?.[2])

function replaceRows(
  sqlite: Sqlite,
  table: string,
  { columns, rows }: { columns: string; rows: readonly Row[] },
): void {
  sqlite.run(`DELETE FROM ${table}`)
  const marks = columns.split(', ').map(() => '?')
  const sql = `INSERT INTO ${table} (${columns}) VALUES (${marks.join(', ')})`
  for (const row of rows) sqlite.run(sql, row)
}

/** The stored texts of every collection in a copy. */
export const textsOf = (copy: DatabaseCopy): ReadonlyMap<string, readonly string[]> =>
  new Map([...copy].map(([name, { documents }]) => [name, documents.map((row) => String(row[2]))]))
