import type { IndexSpec } from '@core/data/collections'

import { entriesOf, indexName } from './entries'
import { duplicateKey } from './errors'
import { keyOf, nameOf } from './key'
import type { Cell, Row, Sqlite } from './sqlite'
import type { Document } from './values'

/** A stored document: `rid` is its row, `key` the key of its `_id`, `text` what is answered. */
export type Stored = { rid: number; key: Buffer; text: string }

/** One declared index of a collection; `table` holds its entries `(key, rid)`. */
export type Index = { spec: IndexSpec; name: string; table: string; isMultikey: boolean[] }

/** One collection: its documents in one SQL table, the entries of each index in another. */
export type Table = { name: string; documents: string; indexes: Index[] }

/** Index entries per INSERT: a statement costs more than a row. */
const ROWS_AT_ONCE = 8

/** `_id` behaves as a unique index that is the documents' own table. */
export const ID_INDEX: IndexSpec = { fields: [['_id', 'asc']], unique: true }

/** Makes an index of a spec; what is known of arrays in it comes from the catalog. */
export function indexOf(spec: IndexSpec, table: string, isMultikey?: boolean[]): Index {
  const flags = isMultikey ?? spec.fields.map(() => false)
  return { spec, name: indexName(spec), table, isMultikey: flags }
}

/** Reads and writes the rows of collections, keeping indexes in step. */
export class Tables {
  constructor(
    readonly sqlite: Sqlite,
    private readonly onMultikey: (index: Index) => void,
  ) {}

  /** The document of an `_id` key. */
  get(table: Table, key: Buffer): Stored | undefined {
    const sql = `SELECT rid, doc FROM ${table.documents} WHERE key = ?`
    const row = this.sqlite.row(sql, [key])
    return row && { rid: row[0] as number, key, text: row[1] as string }
  }

  /** Writes a document that is not there yet; refused before anything is written. */
  insert(table: Table, document: Document, text: string): void {
    const entered = table.indexes.map((index) => ({ index, ...entriesOf(document, index.spec) }))
    for (const { index, keys } of entered) this.refuseTaken(table, index, keys)
    const sql = `INSERT INTO ${table.documents} (key, doc) VALUES (?, ?)`
    const rid = this.sqlite.run(sql, [keyOf(document._id), text])
    for (const { index, keys, isMultikey } of entered) {
      this.noteMultikey(index, isMultikey)
      this.addKeys(index, rid, keys)
    }
  }

  /**
   * Replaces a document; only indexes that may differ are looked at, only entries that do are
   * written.
   */
  replace(table: Table, rid: number, change: Replacement): void {
    this.sqlite.run(`UPDATE ${table.documents} SET doc = ? WHERE rid = ?`, [change.text, rid])
    const { touched } = change
    for (const index of table.indexes) {
      if (touched && !index.spec.fields.some(([path]) => touched.has(rootOf(path)))) continue
      const before = entriesOf(change.before(), index.spec).keys
      const after = entriesOf(change.after, index.spec)
      this.noteMultikey(index, after.isMultikey)
      const fresh = without(after.keys, before)
      this.refuseTaken(table, index, fresh)
      this.dropKeys(index, rid, without(before, after.keys))
      this.addKeys(index, rid, fresh)
    }
  }

  /** Removes a document and its entries. */
  remove(table: Table, rid: number, before: Document): void {
    this.sqlite.run(`DELETE FROM ${table.documents} WHERE rid = ?`, [rid])
    for (const index of table.indexes) {
      this.dropKeys(index, rid, entriesOf(before, index.spec).keys)
    }
  }

  /** Enters a document into one index, when an index is built over what is there. */
  addEntries({ table, index, rid }: Place, document: Document): void {
    const { keys, isMultikey } = entriesOf(document, index.spec)
    this.refuseTaken(table, index, keys)
    this.noteMultikey(index, isMultikey)
    this.addKeys(index, rid, keys)
  }

  /** Whose entry a key of a unique index is: the `_id` key of the document that has it. */
  holderOf(table: Table, index: Index, key: Buffer): Buffer | undefined {
    const sql =
      `SELECT d.key FROM ${index.table} i JOIN ${table.documents} d ON d.rid = i.rid ` +
      'WHERE i.key = ?'
    return this.sqlite.row(sql, [key])?.[0] as Buffer | undefined
  }

  /** Plain look at SQL for the scanner. */
  rows(sql: string, params: readonly Cell[]): Row[] {
    return this.sqlite.rows(sql, params)
  }

  private refuseTaken(table: Table, index: Index, keys: readonly Buffer[]): void {
    if (!index.spec.unique) return
    const isTaken = keys.some((key) => this.holderOf(table, index, key) !== undefined)
    if (isTaken) throw duplicateKey(table.name, index.name, `{ ${index.name} }`)
  }

  private addKeys(index: Index, rid: number, keys: readonly Buffer[]): void {
    for (let at = 0; at < keys.length; ) {
      const some = keys.slice(at, at + (keys.length - at >= ROWS_AT_ONCE ? ROWS_AT_ONCE : 1))
      const values = some.map(() => '(?, ?)').join()
      const cells = some.flatMap((key) => [key, rid])
      this.sqlite.run(`INSERT INTO ${index.table} (key, rid) VALUES ${values}`, cells)
      at += some.length
    }
  }

  private dropKeys(index: Index, rid: number, keys: readonly Buffer[]): void {
    const sql = `DELETE FROM ${index.table} WHERE key = ? AND rid = ?`
    for (const key of keys) this.sqlite.run(sql, [key, rid])
  }

  /** Once an array was seen the index is multikey for good, as in MongoDB. */
  private noteMultikey(index: Index, flags: readonly boolean[]): void {
    if (flags.every((flag, i) => !flag || index.isMultikey[i])) return
    const before = index.isMultikey
    // What is known here must be what is stored, or a restart would look for arrays in vain.
    this.sqlite.onRollback(() => (index.isMultikey = before))
    index.isMultikey = index.isMultikey.map((known, i) => known || flags[i] === true)
    this.onMultikey(index)
  }
}

/** A document's new state; `touched` names the top fields an update may have changed, if known. */
export type Replacement = {
  before: () => Document
  after: Document
  text: string
  touched?: ReadonlySet<string>
}

/** The index and the document of an entry. */
export type Place = { table: Table; index: Index; rid: number }

/** The top field a dotted path begins with. */
export function rootOf(path: string): string {
  const dot = path.indexOf('.')
  return dot < 0 ? path : path.slice(0, dot)
}

function without(keys: readonly Buffer[], others: readonly Buffer[]): readonly Buffer[] {
  if (others.length === 0) return keys
  const names = new Set(others.map(nameOf))
  return keys.filter((key) => !names.has(nameOf(key)))
}
