import { CloudError } from '@local/ports'

import type { Catalog } from './catalog'
import { type Change, creation, duplicateId, locksOf, touchedBy } from './changes'
import { decodeStored } from './codec'
import { updated } from './language'
import { PendingWriter } from './pending-writer'
import { FoundDocument, type Reader } from './reader'
import { storable } from './storable'
import type { Table } from './table'
import type { Transactions } from './transactions'
import type { Document, Value } from './values'

/** What a condition's documents become: `null` removes; the argument is consumed. */
type Edit = { apply: (document: Document) => Document | null; touched?: ReadonlySet<string> }

/** Which documents a write is about. */
export type Target = { condition: Document; isMulti: boolean; transactionId?: string }

/** Writes, ordinary and inside transactions. */
export class Writer {
  private readonly pending: PendingWriter

  constructor(
    private readonly catalog: Catalog,
    private readonly reader: Reader,
    private readonly transactions: Transactions,
  ) {
    this.pending = new PendingWriter(catalog, transactions)
  }

  /** Inserts documents in order; what comes before the first duplicate stays, as in MongoDB. */
  async insert(table: Table, documents: Document[], transactionId?: string): Promise<Value[]> {
    const changes = documents.map((document) => creation(document))
    if (transactionId === undefined) {
      await this.writeNow(table, () => changes, { keepsDone: true })
    } else {
      this.pending.refuseExisting(transactionId, table, changes)
      this.pending.write(transactionId, table, changes)
    }
    return changes.map(({ after }) => after?.document._id as Value)
  }

  /** Edits or removes what matches; returns how many documents changed. */
  async edit(table: Table, target: Target, edit: Edit): Promise<number> {
    const { transactionId } = target
    const changesNow = (): Change[] => this.changesOf(table, target, edit)
    if (transactionId === undefined) return this.writeNow(table, changesNow)
    const changes = changesNow()
    this.pending.write(transactionId, table, changes)
    return changes.length
  }

  /** Applies update operators to what matches. */
  update(table: Table, target: Target, change: Document): Promise<number> {
    const apply = (document: Document): Document => updated(document, change, target.condition)
    return this.edit(table, target, { apply, touched: touchedBy(change) })
  }

  /** Replaces the document of an `_id`, or inserts it; returns which of the two it did. */
  async put(table: Table, document: Document, transactionId?: string): Promise<'new' | 'replaced'> {
    const target: Target = { condition: { _id: document._id as Value }, isMulti: false }
    let wasThere = false
    const change = (): Change[] => {
      const seen = this.find(table, { ...target, transactionId })[0]
      wasThere = seen !== undefined
      return [{ ...creation(document), before: seen ?? null }]
    }
    if (transactionId === undefined) await this.writeNow(table, change)
    else this.pending.write(transactionId, table, change())
    return wasThere ? 'replaced' : 'new'
  }

  /** Makes a transaction's writes durable, together. */
  commit(transactionId: string): void {
    const { tables } = this.catalog
    try {
      tables.sqlite.atomically(() => {
        this.transactions.history.nextCommit()
        for (const { collection, key, text } of this.transactions.writes(transactionId)) {
          const table = this.catalog.table(collection)
          const stored = tables.get(table, key)
          const before = stored ? new FoundDocument(key, stored.text, stored.rid) : null
          const after = text === null ? null : { text, document: decodeStored(text) }
          this.apply(table, { key, before, after })
        }
      })
    } finally {
      this.transactions.end(transactionId)
    }
  }

  private find(table: Table, { condition, isMulti, transactionId }: Target): FoundDocument[] {
    const overlay =
      transactionId === undefined ? undefined : this.transactions.overlay(transactionId, table.name)
    return this.reader.select(table, { condition, limit: isMulti ? Infinity : 1 }, overlay)
  }

  private changesOf(table: Table, target: Target, edit: Edit): Change[] {
    return this.find(table, target).flatMap((found) => {
      const document = edit.apply(decodeStored(found.text))
      const after = document && storable(document)
      // `stats.updated` counts what was modified, not what merely matched, as MongoDB's nModified;
      // which of the two the real service answers is not known.
      if (after?.text === found.text) return []
      return [{ key: found.key, before: found, after, touched: edit.touched }]
    })
  }

  /** A write outside transactions: waits for its locks, then commits immediately. */
  private writeNow(
    table: Table,
    changesNow: () => Change[],
    { keepsDone } = { keepsDone: false },
  ): Promise<number> {
    return this.transactions.locks.whenFree(() => {
      const changes = changesNow()
      const names = changes.flatMap((change) => locksOf(table, change))
      return { names, write: () => this.applyAll(table, changes, keepsDone) }
    })
  }

  /**
   * Whole or not at all — or, when it keeps what is done, up to the first that the database
   * refuses.
   */
  private applyAll(table: Table, changes: readonly Change[], keepsDone: boolean): number {
    if (changes.length === 0) return 0
    let refusal: CloudError | undefined
    this.catalog.tables.sqlite.atomically(() => {
      this.transactions.history.nextCommit()
      for (const change of changes) {
        try {
          this.apply(table, change)
        } catch (error) {
          if (!keepsDone || !(error instanceof CloudError)) throw error
          refusal = error
          break
        }
      }
    })
    if (refusal) throw refusal
    return changes.length
  }

  /** Writes one change; what is refused is refused before anything of it is written. */
  private apply(table: Table, { key, before, after, touched }: Change): void {
    const { tables } = this.catalog
    if (!before && after) {
      if (tables.get(table, key)) throw duplicateId(table, after.document)
      tables.insert(table, after.document, after.text)
    } else if (before && after) {
      const [text, old] = [after.text, (): Document => before.document]
      tables.replace(table, before.rid, { text, after: after.document, before: old, touched })
    } else if (before) tables.remove(table, before.rid, before.document)
    this.transactions.history.remember(table.name, key, before?.text ?? null)
  }
}
