import type { Clock, CollectionSpec } from '@local/ports'

import { aggregate } from './aggregate'
import { Catalog } from './catalog'
import { copyTables, type DatabaseCopy, restoreTables } from './copy'
import { Locks } from './locks'
import { sortOf } from './order'
import { type FoundDocument, Reader, type ReaderHooks, type Selection } from './reader'
import { openSqlite } from './sqlite'
import { Transactions } from './transactions'
import type { Document, Value } from './values'
import { type Target, Writer } from './writer'

/** A transaction must end within this, in real time. */
export const TRANSACTION_LIFE_MS = 30_000

/** So long an ordinary write waits for a transaction's lock; below the SDK's own 15 s. */
export const LOCK_WAIT_MS = 10_000

/** What the local cloud needs to open its database. */
export type StoreOptions = ReaderHooks & {
  /** A file, made when missing, or `:memory:`. */
  file: string
  clock: Clock
  collections: readonly CollectionSpec[]
  transactionLifeMs?: number
  lockWaitMs?: number
}

/**
 * What the gateway asks of the database; every error is a `CloudError`. Reached only through the
 * SDK.
 */
export interface Store {
  readonly clock: Clock
  find(collection: string, query: FindQuery, transactionId?: string): FoundDocument[]
  count(collection: string, condition: Document): number
  aggregate(collection: string, stages: Document[]): Document[]
  insert(collection: string, documents: Document[], transactionId?: string): Promise<Value[]>
  update(collection: string, target: Target, change: Document): Promise<number>
  put(collection: string, document: Document, transactionId?: string): Promise<'new' | 'replaced'>
  remove(collection: string, target: Target): Promise<number>
  addCollection(name: string): void
  begin(): string
  commit(transactionId: string): void
  abort(transactionId: string): void
  /** Documents per collection. */
  counts(): Record<string, number>
  /** Makes what is declared and missing. */
  ensureCollections(collections: readonly CollectionSpec[]): void
  /** Everything that is committed, in memory. */
  copy(): DatabaseCopy
  /** Back to a copy of this database; open transactions end. */
  restore(copy: DatabaseCopy): void
  /** Aborts every transaction, as the service does with those whose function has died. */
  abortAll(): void
  /** Deletes every document and recreates the declared collections. */
  reset(): void
  close(): void
}

/** A query in the wire format. */
export type FindQuery = Omit<Selection, 'sort'> & { order?: Document }

const sourceOf = (catalog: Catalog, reader: Reader) => ({
  select: (name: string, selection: Selection) => reader.select(catalog.table(name), selection),
})

const countsOf = (catalog: Catalog, reader: Reader): Record<string, number> =>
  Object.fromEntries(catalog.names().map((name) => [name, reader.count(catalog.table(name), {})]))

/** Opens the cloud database in a local cloud. Committed writes survive the death of the process. */
export function openStore(options: StoreOptions): Store {
  const sqlite = openSqlite(options.file)
  const catalog = new Catalog(sqlite)
  catalog.ensure(options.collections)
  const locks = new Locks(options.lockWaitMs ?? LOCK_WAIT_MS)
  const lifeMs = options.transactionLifeMs ?? TRANSACTION_LIFE_MS
  const transactions = new Transactions(locks, lifeMs)
  const reader = new Reader(catalog, options)
  const writer = new Writer(catalog, reader, transactions)
  const source = sourceOf(catalog, reader)
  /** Every operation of a transaction fixes its snapshot first. */
  function entered(transactionId: string | undefined): string | undefined {
    if (transactionId !== undefined) transactions.enter(transactionId)
    return transactionId
  }

  return {
    clock: options.clock,
    find(collection, { order, ...selection }, transactionId) {
      const table = catalog.table(collection)
      const id = entered(transactionId)
      const overlay = id === undefined ? undefined : transactions.overlay(id, collection)
      return reader.select(table, { ...selection, sort: sortOf(order) }, overlay)
    },
    count: (collection, condition) => reader.count(catalog.table(collection), condition),
    aggregate: (collection, stages) => aggregate(source, collection, stages),
    async insert(collection, documents, transactionId) {
      return writer.insert(catalog.table(collection), documents, entered(transactionId))
    },
    async update(collection, target, change) {
      entered(target.transactionId)
      return writer.update(catalog.table(collection), target, change)
    },
    async put(collection, document, transactionId) {
      return writer.put(catalog.table(collection), document, entered(transactionId))
    },
    async remove(collection, target) {
      entered(target.transactionId)
      return writer.edit(catalog.table(collection), target, { apply: () => null })
    },
    addCollection: (name) => void catalog.create(name),
    begin: () => transactions.begin(),
    commit(transactionId) {
      transactions.enter(transactionId)
      writer.commit(transactionId)
    },
    abort(transactionId) {
      transactions.enter(transactionId)
      transactions.end(transactionId)
    },
    counts: () => countsOf(catalog, reader),
    ensureCollections: (collections) => catalog.ensure(collections),
    copy: () => copyTables(catalog, sqlite),
    restore(copy) {
      transactions.endAll()
      restoreTables(catalog, sqlite, copy)
    },
    abortAll: () => transactions.endAll(),
    reset() {
      transactions.endAll()
      catalog.clear()
      catalog.ensure(options.collections)
    },
    close() {
      transactions.endAll()
      sqlite.close()
    },
  }
}
