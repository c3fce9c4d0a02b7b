/**
 * Counts what an invocation asks of the database. A round begins with a call that is issued while
 * no other is under way, so calls sent together count as one round on any machine.
 */
export class Meter {
  calls = 0
  rounds = 0
  private outstanding = 0

  /** Runs one call of the SDK and counts it. */
  async measure<T>(call: () => Promise<T>): Promise<T> {
    this.calls += 1
    if (this.outstanding === 0) this.rounds += 1
    this.outstanding += 1
    try {
      return await call()
    } finally {
      this.outstanding -= 1
    }
  }
}
