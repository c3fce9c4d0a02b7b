import { transactionConflict } from '@local/database/errors'
import { CloudError, type FaultPoint, type Faults } from './ports'
import { sleep } from './time'

/** What can go wrong on demand. */
export const FAULT_KINDS = [
  /** A write inside a transaction meets another's lock. */
  'conflict',
  /** The SDK hears of a timeout and nothing was done. */
  'timeout-before',
  /** The SDK hears of a timeout and yet it was done. */
  'timeout-after',
  /** A function call is delivered once more. */
  'duplicate',
  /** The devcloud dies by SIGKILL before the request is carried out. */
  'kill-before',
  /** The devcloud dies by SIGKILL after the request was carried out and before it is answered. */
  'kill-after',
  /** The answer takes longer. */
  'latency',
] as const

export type FaultKind = (typeof FAULT_KINDS)[number]

/** A fault to come. What is not named matches everything. */
export type FaultSpec = {
  kind: FaultKind
  /** `database.modifyDocument`, `database.commitTransaction`, `functions.invokeFunction` … */
  action?: string
  collection?: string
  /** For `duplicate`: the function's name. */
  function?: string
  /** Matching requests to let pass first; 0 strikes the next one. */
  skip?: number
  /** How many requests it strikes; 1 when not said. */
  times?: number
  /** For `latency`: by how much, in real ms. */
  ms?: number
}

/** A fault as it stands: what is still to pass and still to strike. */
export type ActiveFault = FaultSpec & { id: number; skip: number; times: number; struck: number }

/** The devcloud's faults: the gateway and the invoker ask, tests and `/devcloud/faults` give orders. */
export interface DevcloudFaults extends Faults {
  add(order: FaultSpec): ActiveFault
  list(): ActiveFault[]
  clear(): void
  /** How many more times this call of a function is delivered. */
  extraDeliveries(functionName: string): number
}

const WRITES = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.removeDocument',
])

/** Bounds one order, so that a mistyped number does not outlive the test. */
const LATENCY_MS_MAX = 60_000

const timeout = () => new CloudError('SERVER_TIMEOUT', 'resource server timeout')

const matches = (fault: ActiveFault, { action, collection }: Partial<FaultPoint>) =>
  (fault.action === undefined || fault.action === action) &&
  (fault.collection === undefined || fault.collection === collection)

/** Faults of one devcloud; none until ordered. */
export const createFaults = (): DevcloudFaults => {
  const standing: ActiveFault[] = []
  let lastId = 0

  /** The first fault that strikes now; every matching one has one less to let pass. */
  const strike = (isCandidate: (fault: ActiveFault) => boolean): ActiveFault | undefined => {
    for (const fault of standing) {
      if (fault.times <= 0 || !isCandidate(fault)) continue
      if (fault.skip > 0) {
        fault.skip -= 1
        continue
      }
      fault.times -= 1
      fault.struck += 1
      return fault
    }
    return undefined
  }
  const die = (): Promise<never> => {
    process.kill(process.pid, 'SIGKILL')
    // The signal takes a moment; nothing may be answered in it.
    return new Promise(() => undefined)
  }

  return {
    before: async (point) => {
      const isConflictable = point.transactionId !== undefined && WRITES.has(point.action)
      const slow = strike((fault) => fault.kind === 'latency' && matches(fault, point))
      if (slow) await sleep(Math.min(slow.ms ?? 0, LATENCY_MS_MAX))
      const fault = strike(
        (one) =>
          matches(one, point) &&
          (one.kind === 'timeout-before' ||
            one.kind === 'kill-before' ||
            (one.kind === 'conflict' && isConflictable)),
      )
      if (fault?.kind === 'kill-before') await die()
      if (fault?.kind === 'conflict') throw transactionConflict()
      if (fault) throw timeout()
    },
    after: async (point) => {
      const fault = strike(
        (one) => matches(one, point) && (one.kind === 'timeout-after' || one.kind === 'kill-after'),
      )
      if (fault?.kind === 'kill-after') await die()
      if (fault) throw timeout()
    },
    extraDeliveries: (functionName) =>
      strike(
        (fault) =>
          fault.kind === 'duplicate' &&
          (fault.function === undefined || fault.function === functionName),
      )
        ? 1
        : 0,
    add: (order) => {
      lastId += 1
      const skip = order.skip ?? 0
      const fault = { ...order, id: lastId, skip, times: order.times ?? 1, struck: 0 }
      standing.push(fault)
      return { ...fault }
    },
    list: () => standing.map((fault) => ({ ...fault })),
    clear: () => void standing.splice(0),
  }
}
