import type { GatewayCall } from './ports'

/** How many values a median is taken from, the latest. */
const SAMPLES_MAX = 10_000

/** How many lines that functions printed are kept. */
const LINES_MAX = 1000

/** A number seen many times. */
export type Spread = { median: number; max: number; mean: number }

/** What one operation has cost so far. */
export type OperationMetrics = {
  function: string
  operation: string
  calls: number
  outcomes: Record<string, number>
  databaseCalls: Spread
  databaseRounds: Spread
  ms: Spread
}

/** What `GET /devcloud/metrics` answers. */
export type MetricsReport = {
  operations: OperationMetrics[]
  /** Requests of the SDK to the gateway, by action. */
  gateway: { action: string; calls: number; failures: number; ms: Spread }[]
  /**
   * How often each collection was written or read in a transaction, and met another's write; and
   * the bytes of its largest answer.
   */
  contention: {
    collection: string
    inTransactions: number
    conflicts: number
    largestBytes: number
  }[]
  /** Connections a function tried to make beyond this machine; must stay empty. */
  blocked: { function: string; target: string }[]
}

/** The line `serve()` prints once per call; everything else a function prints is log. */
type Served = {
  event: 'served'
  function: string
  operation: string
  outcome: string
  databaseCalls: number
  databaseRounds: number
  ms: number
}

/** Collects what functions print and what the gateway sees. */
export interface Metrics {
  onLine(functionName: string, text: string): void
  onBlocked(functionName: string, target: string): void
  onGatewayCall(call: GatewayCall): void
  report(): MetricsReport
  /** The last lines functions printed that are not measurements. */
  lines(): string[]
  clear(): void
}

class Samples {
  private values: number[] = []
  private at = 0
  private max = 0
  private sum = 0
  private count = 0

  add(value: number) {
    this.values[this.at] = value
    this.at = (this.at + 1) % SAMPLES_MAX
    this.max = Math.max(this.max, value)
    this.sum += value
    this.count += 1
  }

  spread(): Spread {
    const sorted = [...this.values].sort((a, b) => a - b)
    const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
    const mean = this.count === 0 ? 0 : this.sum / this.count
    return { median, max: this.max, mean: Math.round(mean * 100) / 100 }
  }
}

class Operation {
  calls = new Samples()
  rounds = new Samples()
  ms = new Samples()
  outcomes: Record<string, number> = {}
  count = 0

  constructor(
    readonly functionName: string,
    readonly operation: string,
  ) {}

  add(line: Served) {
    this.count += 1
    this.calls.add(line.databaseCalls)
    this.rounds.add(line.databaseRounds)
    this.ms.add(line.ms)
    this.outcomes[line.outcome] = (this.outcomes[line.outcome] ?? 0) + 1
  }

  report(): OperationMetrics {
    return {
      function: this.functionName,
      operation: this.operation,
      calls: this.count,
      outcomes: this.outcomes,
      databaseCalls: this.calls.spread(),
      databaseRounds: this.rounds.spread(),
      ms: this.ms.spread(),
    }
  }
}

class Action {
  calls = 0
  failures = 0
  ms = new Samples()
}

const parseServed = (text: string): Served | undefined => {
  if (!text.startsWith('{"event":"served"')) return undefined
  try {
    return JSON.parse(text) as Served
  } catch {
    return undefined
  }
}

const entry = <T>(map: Map<string, T>, key: string, make: () => T): T => {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}

/** Metrics of one local cloud; `log` receives what functions print besides measurements. */
export const createMetrics = (log: (line: string) => void): Metrics => {
  const operations = new Map<string, Operation>()
  const actions = new Map<string, Action>()
  const contention = new Map<string, Omit<MetricsReport['contention'][number], 'collection'>>()
  const blocked: MetricsReport['blocked'] = []
  const lines: string[] = []

  return {
    onLine: (functionName, text) => {
      const served = parseServed(text)
      if (served) {
        const key = `${served.function} ${served.operation}`
        entry(operations, key, () => new Operation(served.function, served.operation)).add(served)
        return
      }
      const line = `${functionName}: ${text}`
      lines.push(line)
      if (lines.length > LINES_MAX) lines.shift()
      log(line)
    },
    onBlocked: (functionName, target) => {
      if (blocked.length < LINES_MAX) blocked.push({ function: functionName, target })
      log(`${functionName}: tried to reach ${target}, which the local cloud does not allow`)
    },
    onGatewayCall: ({ action, ms, code, collection, ...call }) => {
      const seen = entry(actions, action, () => new Action())
      seen.calls += 1
      seen.ms.add(ms)
      if (code !== undefined) seen.failures += 1
      if (collection === undefined) return
      const met = entry(contention, collection, () => ({
        inTransactions: 0,
        conflicts: 0,
        largestBytes: 0,
      }))
      if (call.isInTransaction) met.inTransactions += 1
      if (call.isConflict) met.conflicts += 1
      met.largestBytes = Math.max(met.largestBytes, call.bytes ?? 0)
    },
    report: () => ({
      operations: [...operations.values()].map((operation) => operation.report()),
      gateway: [...actions].map(([action, { calls, failures, ms }]) => ({
        action,
        calls,
        failures,
        ms: ms.spread(),
      })),
      contention: [...contention].map(([collection, met]) => ({ collection, ...met })),
      blocked: [...blocked],
    }),
    lines: () => [...lines],
    clear: () => {
      operations.clear()
      actions.clear()
      contention.clear()
      blocked.length = 0
      lines.length = 0
    },
  }
}
