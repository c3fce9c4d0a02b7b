import { randomBytes } from 'node:crypto'

import { CloudError } from '@local/ports'

import type { Catalog } from './catalog'
import { decodeStored, encode } from './codec'
import { entriesOf } from './entries'
import { duplicateKey, invalidParameter } from './errors'
import { keyOf, nameOf } from './key'
import { updated } from './language'
import { Found, type Reader } from './reader'
import { rootOf, type Index, type Table } from './table'
import { lockName, uniqueLockName, type PendingWrite, type Transactions } from './transactions'
import { isDocument, type Document, type Value } from './values'

/** A document before and after; null where there is none. `touched`: the top fields that may differ. */
type Change = {
  key: Buffer
  before: Found | null
  after: { document: Document; text: string } | null
  touched?: ReadonlySet<string>
}

/** What a condition's documents become: `null` removes; the argument is consumed. */
type Edit = { apply: (document: Document) => Document | null; touched?: ReadonlySet<string> }

/** Which documents a write is about. */
export type Target = { condition: Document; isMulti: boolean; transactionId?: string }

/** Writes, ordinary and inside transactions. */
export class Writer {
  constructor(
    private readonly catalog: Catalog,
    private readonly reader: Reader,
    private readonly transactions: Transactions,
  ) {}

  /** Inserts documents, all or none; answers their ids. */
  async insert(table: Table, documents: Document[], transactionId?: string): Promise<Value[]> {
    const changes = documents.map((document) => creation(document))
    if (transactionId !== undefined) this.writeIn(transactionId, table, changes)
    else await this.writeNow(table, () => changes)
    return changes.map(({ after }) => after?.document._id as Value)
  }

  /** Edits or removes what matches; answers how many documents really changed. */
  async edit(table: Table, target: Target, edit: Edit): Promise<number> {
    const { transactionId } = target
    if (transactionId === undefined) {
      return this.writeNow(table, () => this.changesOf(table, target, edit))
    }
    const changes = this.changesOf(table, target, edit)
    this.writeIn(transactionId, table, changes)
    return changes.length
  }

  /** Applies update operators to what matches. */
  update(table: Table, target: Target, change: Document): Promise<number> {
    const apply = (document: Document): Document => updated(document, change, target.condition)
    return this.edit(table, target, { apply, touched: touchedBy(change) })
  }

  /** Replaces the document of an `_id`, or inserts it; answers which of the two it was. */
  async put(table: Table, document: Document, transactionId?: string): Promise<'new' | 'replaced'> {
    const target: Target = { condition: { _id: document._id as Value }, isMulti: false }
    let wasThere = false
    const change = (): Change[] => {
      const seen = this.find(table, { ...target, transactionId })[0]
      wasThere = seen !== undefined
      const { key, after } = creation(document)
      return [{ key, before: seen ?? null, after }]
    }
    if (transactionId !== undefined) this.writeIn(transactionId, table, change(), true)
    else await this.writeNow(table, change)
    return wasThere ? 'replaced' : 'new'
  }

  /** Makes a transaction's writes durable, together. */
  commit(transactionId: string): void {
    const writes = this.transactions.writes(transactionId)
    const { sqlite } = this.catalog.tables
    try {
      sqlite.atomically(() => {
        this.transactions.history.nextCommit()
        for (const { collection, key, text } of writes) {
          const table = this.catalog.table(collection)
          const stored = this.catalog.tables.get(table, key)
          const before = stored ? new Found(key, stored.text, stored.rid) : null
          const after = text === null ? null : { text, document: decodeStored(text) }
          this.apply(table, { key, before, after })
        }
      })
    } finally {
      this.transactions.end(transactionId)
    }
  }

  private find(table: Table, { condition, isMulti, transactionId }: Target): Found[] {
    const overlay =
      transactionId === undefined
        ? undefined
        : this.transactions.overlay(transactionId, table.name)
    return this.reader.select(table, { condition, limit: isMulti ? Infinity : 1 }, overlay)
  }

  private changesOf(table: Table, target: Target, edit: Edit): Change[] {
    return this.find(table, target).flatMap((found) => {
      const document = edit.apply(decodeStored(found.text))
      const after = document && { document, text: encode(document) }
      // `stats.updated` counts what was modified, not what merely matched, as MongoDB's nModified;
      // which of the two the real service answers is not known.
      if (after?.text === found.text) return []
      return [{ key: found.key, before: found, after, touched: edit.touched }]
    })
  }

  /** An ordinary write: waits for locks, then happens at once and whole. */
  private writeNow(table: Table, changesNow: () => Change[]): Promise<number> {
    const { locks, history } = this.transactions
    return locks.whenFree(() => {
      const changes = changesNow()
      const names = changes.flatMap((change) => namesOf(table, change))
      const write = (): number => {
        if (changes.length === 0) return 0
        this.catalog.tables.sqlite.atomically(() => {
          history.nextCommit()
          for (const change of changes) this.apply(table, change)
        })
        return changes.length
      }
      return { names, write }
    })
  }

  /** A write inside a transaction; any error aborts it, as MongoDB does. */
  private writeIn(id: string, table: Table, changes: Change[], isUpsert = false): void {
    try {
      for (const change of changes) {
        const isInsert = !change.before && !isUpsert
        if (isInsert) this.refuseExisting(id, table, change)
        this.transactions.write(id, {
          collection: table.name,
          key: change.key,
          text: change.after?.text ?? null,
        })
        this.takeUniqueKeys(id, table, change)
      }
    } catch (error) {
      if (error instanceof CloudError) this.transactions.end(id)
      throw error
    }
  }

  /** A document committed by another, even after our snapshot, makes an insert fail with E11000. */
  private refuseExisting(id: string, table: Table, { key, after }: Change): void {
    const own = this.transactions.ownWrites(id, table.name).get(nameOf(key))
    const exists = own ? own.text !== null : this.catalog.tables.get(table, key) !== undefined
    if (exists) throw duplicateId(table, after?.document)
  }

  /** Against what is committed and what this transaction wrote; others' pending keys are locked. */
  private takeUniqueKeys(id: string, table: Table, { key, after }: Change): void {
    const unique = after ? table.indexes.filter(({ spec }) => spec.unique) : []
    const own = this.transactions.ownWrites(id, table.name)
    for (const index of unique) {
      for (const entry of entriesOf(after?.document as Document, index.spec).keys) {
        this.transactions.lock(id, uniqueLockName(table.name, index.name, entry))
        const holder = this.catalog.tables.holderOf(table, index, entry)
        const isTaken = holder && !holder.equals(key) && !own.has(nameOf(holder))
        if (isTaken || holdsKey(own.values(), { key, index, entry })) {
          throw duplicateKey(table.name, index.name, encode(after?.document._id as Value))
        }
      }
    }
  }

  private apply(table: Table, { key, before, after, touched }: Change): void {
    const { tables } = this.catalog
    this.transactions.history.remember(table.name, key, before?.text ?? null)
    if (before && after) {
      const replacement = { ...after, after: after.document, before: () => before.document, touched }
      tables.replace(table, before.rid, replacement)
    } else if (before) tables.remove(table, before.rid, before.document)
    else if (after) {
      if (tables.get(table, key)) throw duplicateId(table, after.document)
      tables.insert(table, after.document, after.text)
    }
  }
}

/** The top fields an update names. */
function touchedBy(change: Document): ReadonlySet<string> {
  const touched = new Set<string>()
  for (const [operator, fields] of Object.entries(change)) {
    for (const [path, operand] of Object.entries(isDocument(fields) ? fields : {})) {
      touched.add(rootOf(path))
      if (operator === '$rename') touched.add(rootOf(String(operand)))
    }
  }
  return touched
}

function creation(document: Document): Change {
  const _id = document._id ?? randomBytes(16).toString('hex')
  if (typeof _id !== 'string' && typeof _id !== 'number') {
    throw invalidParameter('_id must be a string or a number')
  }
  const whole = { _id, ...document }
  return { key: keyOf(_id), before: null, after: { document: whole, text: encode(whole) } }
}

function duplicateId(table: Table, document: Document | undefined): CloudError {
  return duplicateKey(table.name, '_id_', `{ _id: ${encode(document?._id ?? null)} }`)
}

function namesOf(table: Table, { key, after }: Change): string[] {
  const unique = after ? table.indexes.filter(({ spec }) => spec.unique) : []
  return [
    lockName(table.name, key),
    ...unique.flatMap((index) =>
      entriesOf((after as { document: Document }).document, index.spec).keys.map((entry) =>
        uniqueLockName(table.name, index.name, entry),
      ),
    ),
  ]
}

/** Whether another document among a transaction's own writes already has a unique key. */
function holdsKey(
  writes: Iterable<PendingWrite>,
  wanted: { key: Buffer; index: Index; entry: Buffer },
): boolean {
  for (const { key, text } of writes) {
    if (text === null || key.equals(wanted.key)) continue
    const { keys } = entriesOf(decodeStored(text), wanted.index.spec)
    if (keys.some((own) => own.equals(wanted.entry))) return true
  }
  return false
}
