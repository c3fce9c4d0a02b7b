import { CloudError } from '@local/ports'

import type { Catalog } from './catalog'
import { type Change, duplicateId } from './changes'
import { decodeStored, encode } from './codec'
import { entriesOf } from './entries'
import { duplicateKey } from './errors'
import { nameOf } from './key'
import type { Index, Table } from './table'
import { type PendingWrite, type Transactions, uniqueLockName } from './transactions'
import type { Document, Value } from './values'

/** Notes writes in transactions, with the checks the server makes at once. */
export class PendingWriter {
  constructor(
    private readonly catalog: Catalog,
    private readonly transactions: Transactions,
  ) {}

  /** Notes changes; any error has aborted the transaction, as in MongoDB. */
  write(id: string, table: Table, changes: readonly Change[]): void {
    try {
      for (const change of changes) this.writeOne(id, table, change)
    } catch (error) {
      if (error instanceof CloudError) this.transactions.end(id)
      throw error
    }
  }

  /** Refuses documents whose `_id` is taken — by what is committed, even after our snapshot. */
  refuseExisting(id: string, table: Table, changes: readonly Change[]): void {
    const own = this.transactions.ownWrites(id, table.name)
    for (const { key, after } of changes) {
      const written = own.get(nameOf(key))
      const committed = this.catalog.tables.get(table, key)
      if (written ? written.text === null : committed === undefined) continue
      this.transactions.end(id)
      throw duplicateId(table, after?.document)
    }
  }

  private writeOne(id: string, table: Table, change: Change): void {
    this.transactions.write(id, {
      collection: table.name,
      key: change.key,
      text: change.after?.text ?? null,
    })
    for (const index of change.after ? table.indexes : []) {
      if (index.spec.unique) this.takeKeys({ id, table, index }, change)
    }
  }

  /** Against what is committed and what this transaction wrote; others' pending keys are locked. */
  private takeKeys({ id, table, index }: Place, { key, after }: Change): void {
    const own = this.transactions.ownWrites(id, table.name)
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

type Place = { id: string; table: Table; index: Index }

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
