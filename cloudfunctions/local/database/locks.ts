import { requestFailed } from './errors'

/** Objects held by transactions: documents by `_id`, and keys of unique indexes. */
export class Locks {
  private readonly holders = new Map<string, string>()
  private waiting = new Set<() => void>()

  constructor(private readonly waitMs: number) {}

  /** The transaction that holds an object. */
  holderOf(name: string): string | undefined {
    return this.holders.get(name)
  }

  hold(name: string, transactionId: string): void {
    this.holders.set(name, transactionId)
  }

  /** Gives back all that a transaction held, and wakes who waits. */
  release(transactionId: string): void {
    for (const [name, holder] of this.holders) {
      if (holder === transactionId) this.holders.delete(name)
    }
    const woken = this.waiting
    this.waiting = new Set()
    for (const wake of woken) wake()
  }

  /**
   * Tries an ordinary write until none of the objects it reports is held by a transaction. The
   * attempt returns the names it would write and runs again after each wait, since what matches may
   * change.
   */
  async whenFree<T>(attempt: () => { names: readonly string[]; write: () => T }): Promise<T> {
    const deadline = performance.now() + this.waitMs
    for (;;) {
      const { names, write } = attempt()
      if (!names.some((name) => this.holders.has(name))) return write()
      const left = deadline - performance.now()
      if (left <= 0) {
        throw requestFailed('[FailedOperation] WriteConflict: lock wait timeout exceeded')
      }
      await this.change(left)
    }
  }

  private change(atMostMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, atMostMs)
      const waiting = this.waiting
      function done(): void {
        clearTimeout(timer)
        waiting.delete(done)
        resolve()
      }
      waiting.add(done)
    })
  }
}
