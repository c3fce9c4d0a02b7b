/**
 * Counts the database calls of an invocation, and its sequential rounds. A round begins with a call
 * that is issued while no other is pending. Since answers arrive at different speeds, `isInStep`
 * makes the count reproducible: the answers of a round are delivered together, as if all calls took
 * equally long.
 */
export class Meter {
  calls = 0
  rounds = 0
  private outstanding = 0
  private waiting: (() => void)[] = []
  private companion: (() => Promise<void>) | null = null
  private beside: Promise<void> | null = null
  /** Whether a call has been answered, and with it what accompanied the first one. */
  hasAnswered = false

  constructor(private readonly isInStep = false) {}

  /**
   * Begins `read` together with the first call, in the same round; no call is answered before it.
   * When it fails, the calls fail with it.
   */
  accompany(read: () => Promise<void>): void {
    this.companion = read
  }

  /** Does work whose calls come before the first one that is accompanied. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const { companion } = this
    this.companion = null
    try {
      return await work()
    } finally {
      this.companion = companion
    }
  }

  /** Waits for what accompanies the first call, and begins it if there was no call yet. */
  async ready(): Promise<void> {
    await this.begin()
    this.hasAnswered = true
  }

  async measure<T>(call: () => Promise<T>): Promise<T> {
    this.calls += 1
    if (this.outstanding === 0) this.rounds += 1
    this.outstanding += 1
    const beside = this.begin()
    try {
      return await call()
    } finally {
      this.outstanding -= 1
      if (this.isInStep) await this.others()
      if (beside) {
        await beside
        this.hasAnswered = true
      }
    }
  }

  /** The companion's own calls find nothing to begin, and do not wait for themselves. */
  private begin(): Promise<void> | null {
    const { companion } = this
    if (!companion) return this.beside
    this.companion = null
    const beside = companion()
    beside.catch(() => undefined)
    this.beside = beside
    return beside
  }

  /** Waits until the last call of the round has been answered. */
  private async others(): Promise<void> {
    if (this.outstanding > 0) return new Promise((resolve) => this.waiting.push(resolve))
    for (const resolve of this.waiting.splice(0)) resolve()
  }
}
