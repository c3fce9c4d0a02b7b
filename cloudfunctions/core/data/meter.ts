/**
 * Counts what an invocation asks of the database: calls, and the rounds that follow one another.
 * A round begins with a call that is issued while no other is under way. Answers come back at
 * different speeds, so where the count has to be the same on every machine the meter keeps the
 * calls in step: the answers of a round are handed out together, as if all took equally long.
 */
export class Meter {
  calls = 0
  rounds = 0
  private outstanding = 0
  private waiting: (() => void)[] = []

  constructor(private readonly isInStep = false) {}

  /** Runs one call of the SDK and counts it. */
  async measure<T>(call: () => Promise<T>): Promise<T> {
    this.calls += 1
    if (this.outstanding === 0) this.rounds += 1
    this.outstanding += 1
    try {
      return await call()
    } finally {
      this.outstanding -= 1
      if (this.isInStep) await this.others()
    }
  }

  /** Waits until the last call of the round has been answered. */
  private async others(): Promise<void> {
    if (this.outstanding > 0) return new Promise((resolve) => this.waiting.push(resolve))
    for (const resolve of this.waiting.splice(0)) resolve()
  }
}
