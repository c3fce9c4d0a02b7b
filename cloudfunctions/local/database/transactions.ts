import { randomUUID } from 'node:crypto'

import { transactionConflict, transactionNotFound } from './errors'
import { History } from './history'
import { nameOf } from './key'
import type { Locks } from './locks'
import type { Overlay } from './reader'

/** One document a transaction will write: its text, or null when it is removed. */
export type PendingWrite = { collection: string; key: Buffer; text: string | null }

type Transaction = {
  id: string
  writes: Map<string, PendingWrite>
  timer: NodeJS.Timeout
}

/**
 * Snapshot transactions with object locks. A write to what another transaction holds, or to what
 * changed since the snapshot, fails at once and has then aborted the whole transaction. Write skew
 * is possible.
 */
export class Transactions {
  readonly history = new History()
  private readonly open = new Map<string, Transaction>()

  constructor(
    readonly locks: Locks,
    private readonly lifeMs: number,
  ) {}

  /** Starts one; it expires by real time, not by the local cloud's clock. */
  begin(): string {
    const id = randomUUID()
    const timer = setTimeout(() => this.end(id), this.lifeMs)
    timer.unref()
    this.open.set(id, { id, writes: new Map(), timer })
    return id
  }

  /** Checks that a transaction is open, and fixes its snapshot. */
  enter(id: string): void {
    this.find(id)
    this.history.open(id)
  }

  /** What the transaction sees otherwise than the committed state, in one collection. */
  overlay(id: string, collection: string): Overlay {
    const seen = new Map<string, { key: Buffer; text: string | null }>()
    for (const [name, line, version] of this.history.changedSince(id, collection)) {
      seen.set(name, { key: line.key, text: version.text })
    }
    for (const write of this.find(id).writes.values()) {
      if (write.collection === collection) seen.set(nameOf(write.key), write)
    }
    return seen
  }

  /** Takes the lock and notes the write, or aborts with a conflict. */
  write(id: string, write: PendingWrite): void {
    const transaction = this.find(id)
    const name = lockName(write.collection, write.key)
    const changed = this.history.seenBy(id, write.collection, nameOf(write.key))
    if (changed && !transaction.writes.has(name)) this.conflict(id)
    this.lock(id, name)
    transaction.writes.set(name, write)
  }

  /** Takes a lock, or aborts with a conflict when another transaction has it. */
  lock(id: string, name: string): void {
    const holder = this.locks.holderOf(name)
    if (holder !== undefined && holder !== id) this.conflict(id)
    this.locks.hold(name, id)
  }

  /** What the transaction itself wrote in one collection, by document name. */
  ownWrites(id: string, collection: string): Map<string, PendingWrite> {
    const own = this.writes(id).filter((write) => write.collection === collection)
    return new Map(own.map((write) => [nameOf(write.key), write]))
  }

  /** The writes of a transaction, in the order of the documents' first writes. */
  writes(id: string): PendingWrite[] {
    return [...this.find(id).writes.values()]
  }

  /** Ends a transaction, committed or not: its locks are free, its snapshot is forgotten. */
  end(id: string): void {
    const transaction = this.open.get(id)
    if (!transaction) return
    clearTimeout(transaction.timer)
    this.open.delete(id)
    this.history.close(id)
    this.locks.release(id)
  }

  /** Aborts all open transactions, when the local cloud is reset or closes. */
  endAll(): void {
    for (const id of [...this.open.keys()]) this.end(id)
  }

  private find(id: string): Transaction {
    const transaction = this.open.get(id)
    if (!transaction) throw transactionNotFound()
    return transaction
  }

  private conflict(id: string): never {
    this.end(id)
    throw transactionConflict()
  }
}

/** The lock of a document. */
export function lockName(collection: string, key: Buffer): string {
  return `${collection}\0${nameOf(key)}`
}

/** The lock of a key in a unique index: two transactions cannot both take it. */
export function uniqueLockName(collection: string, index: string, key: Buffer): string {
  return `${collection}\0\0${index}\0${nameOf(key)}`
}
