import type { IndexSpec } from '@core/data/collections'
import type { CollectionSpec } from '@local/ports'

import { decodeStored } from './codec'
import { collectionMissing, requestFailed } from './errors'
import type { Row, Sqlite } from './sqlite'
import { type Index, indexOf, type Table, Tables } from './table'

const BATCH = 500

/** The collections that exist, with their indexes; kept in SQLite beside the documents. */
export class Catalog {
  readonly tables: Tables
  private readonly byName = new Map<string, Table>()

  constructor(private readonly sqlite: Sqlite) {
    this.tables = new Tables(sqlite, (index) => this.saveMultikey(index))
    sqlite.run('CREATE TABLE IF NOT EXISTS collections (n INTEGER PRIMARY KEY, name TEXT UNIQUE)')
    sqlite.run(
      'CREATE TABLE IF NOT EXISTS indexes ' +
        '(n INTEGER PRIMARY KEY, collection INTEGER, spec TEXT, multikey TEXT)',
    )
    this.load()
  }

  /** The collection of that name; an error of the cloud when there is none. */
  table(name: string): Table {
    const table = this.byName.get(name)
    if (!table) throw collectionMissing(name)
    return table
  }

  has(name: string): boolean {
    return this.byName.has(name)
  }

  names(): string[] {
    return [...this.byName.keys()]
  }

  /** Makes an empty collection. */
  create(name: string): Table {
    if (this.byName.has(name)) throw requestFailed(`[FailedOperation] Table exist: ${name}`)
    return this.sqlite.atomically(() => {
      const n = this.sqlite.run('INSERT INTO collections (name) VALUES (?)', [name])
      const documents = `d${n}`
      this.sqlite.run(
        `CREATE TABLE ${documents} (rid INTEGER PRIMARY KEY, key BLOB UNIQUE, doc TEXT)`,
      )
      const table: Table = { name, documents, indexes: [] }
      this.byName.set(name, table)
      this.sqlite.onRollback(() => this.byName.delete(name))
      return table
    })
  }

  /** Makes what is declared and missing, drops indexes no longer declared; documents stay. */
  ensure(specs: readonly CollectionSpec[]): void {
    for (const spec of specs) {
      const table = this.byName.get(spec.name) ?? this.create(spec.name)
      const declared = new Set(spec.indexes.map(identity))
      for (const index of table.indexes) {
        if (!declared.has(identity(index.spec))) this.dropIndex(table, index)
      }
      const present = new Set(table.indexes.map((index) => identity(index.spec)))
      for (const index of spec.indexes) {
        if (!present.has(identity(index))) this.createIndex(table, index)
      }
    }
  }

  /** Forgets every collection and document. */
  clear(): void {
    this.sqlite.atomically(() => {
      for (const table of this.byName.values()) {
        for (const index of table.indexes) this.sqlite.run(`DROP TABLE ${index.table}`)
        this.sqlite.run(`DROP TABLE ${table.documents}`)
      }
      this.sqlite.run('DELETE FROM indexes')
      this.sqlite.run('DELETE FROM collections')
    })
    this.byName.clear()
  }

  private createIndex(table: Table, spec: IndexSpec): void {
    this.sqlite.atomically(() => {
      const index = this.declareIndex(table, spec)
      let after = 0
      for (;;) {
        const sql = `SELECT rid, doc FROM ${table.documents} WHERE rid > ? ORDER BY rid LIMIT ?`
        const rows = this.sqlite.rows(sql, [after, BATCH])
        for (const [rid, doc] of rows) {
          const place = { table, index, rid: rid as number }
          this.tables.addEntries(place, decodeStored(doc as string))
        }
        if (rows.length < BATCH) return
        after = rows[rows.length - 1]?.[0] as number
      }
    })
  }

  private declareIndex(table: Table, spec: IndexSpec): Index {
    const flags = spec.fields.map(() => false)
    const n = this.sqlite.run('INSERT INTO indexes (collection, spec, multikey) VALUES (?, ?, ?)', [
      Number(table.documents.slice(1)),
      JSON.stringify(spec),
      JSON.stringify(flags),
    ])
    const index = indexOf(spec, `i${n}`)
    const primary = spec.unique ? 'key' : 'key, rid'
    this.sqlite.run(
      `CREATE TABLE ${index.table} (key BLOB, rid INTEGER, PRIMARY KEY (${primary})) WITHOUT ROWID`,
    )
    table.indexes.push(index)
    this.sqlite.onRollback(() => table.indexes.splice(table.indexes.indexOf(index), 1))
    return index
  }

  private dropIndex(table: Table, index: Index): void {
    this.sqlite.atomically(() => {
      this.sqlite.run(`DROP TABLE ${index.table}`)
      this.sqlite.run('DELETE FROM indexes WHERE n = ?', [Number(index.table.slice(1))])
    })
    table.indexes = table.indexes.filter((other) => other !== index)
  }

  private saveMultikey(index: Index): void {
    this.sqlite.run('UPDATE indexes SET multikey = ? WHERE n = ?', [
      JSON.stringify(index.isMultikey),
      Number(index.table.slice(1)),
    ])
  }

  private load(): void {
    const indexes = this.sqlite.rows('SELECT n, collection, spec, multikey FROM indexes')
    for (const [n, name] of this.sqlite.rows('SELECT n, name FROM collections ORDER BY n')) {
      const own = indexes.filter((row) => row[1] === n)
      const documents = `d${String(n)}`
      this.byName.set(name as string, { name: name as string, documents, indexes: own.map(read) })
    }
  }
}

function read([n, , spec, multikey]: Row): Index {
  const flags = JSON.parse(multikey as string) as boolean[]
  return indexOf(JSON.parse(spec as string) as IndexSpec, `i${String(n)}`, flags)
}

function identity(spec: IndexSpec): string {
  return JSON.stringify([spec.fields, spec.unique === true])
}
