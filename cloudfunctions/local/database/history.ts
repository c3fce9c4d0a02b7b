import { nameOf } from './key'

/** What a document was before a commit; `text` null when it did not exist. */
type Version = { commit: number; text: string | null }
type Line = { key: Buffer; versions: Version[] }

/**
 * Earlier versions of documents, kept in memory while a transaction may need them. A transaction
 * reads the version before the first commit after its snapshot.
 */
export class History {
  private commits = 0
  private readonly lines = new Map<string, Map<string, Line>>()
  private readonly snapshots = new Map<string, number>()

  /** Fixes what a transaction sees, at its first operation. */
  open(transactionId: string): void {
    if (!this.snapshots.has(transactionId)) this.snapshots.set(transactionId, this.commits)
  }

  /** The transaction ended: versions that no other needs are dropped. */
  close(transactionId: string): void {
    this.snapshots.delete(transactionId)
    if (this.snapshots.size === 0) return this.lines.clear()
    const oldest = Math.min(...this.snapshots.values())
    for (const lines of this.lines.values()) {
      for (const [name, line] of lines) {
        line.versions = line.versions.filter(({ commit }) => commit > oldest)
        if (line.versions.length === 0) lines.delete(name)
      }
    }
  }

  /** A new commit; the changes that follow belong to it. */
  nextCommit(): void {
    this.commits += 1
  }

  /** Remembers what a document was before the current commit, if anybody may still ask. */
  remember(collection: string, key: Buffer, text: string | null): void {
    if (this.snapshots.size === 0) return
    let lines = this.lines.get(collection)
    if (!lines) this.lines.set(collection, (lines = new Map<string, Line>()))
    const line = lines.get(nameOf(key))
    if (line) line.versions.push({ commit: this.commits, text })
    else lines.set(nameOf(key), { key, versions: [{ commit: this.commits, text }] })
  }

  /** What a transaction sees of a document that changed since; undefined when it did not change. */
  seenBy(transactionId: string, collection: string, name: string): Version | undefined {
    const line = this.lines.get(collection)?.get(name)
    const snapshot = this.snapshots.get(transactionId) ?? this.commits
    return line?.versions.find(({ commit }) => commit > snapshot)
  }

  /** Every document of a collection that changed since a transaction's snapshot. */
  *changedSince(transactionId: string, collection: string): Generator<[string, Line, Version]> {
    for (const [name, line] of this.lines.get(collection) ?? []) {
      const version = this.seenBy(transactionId, collection, name)
      if (version) yield [name, line, version]
    }
  }
}
