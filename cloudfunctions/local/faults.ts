import { transactionConflict } from '@local/database/errors'
import { CloudError, type FaultPoint, type Faults } from './ports'
import { sleep } from './time'

/** What can go wrong on demand. */
export const FAULT_KINDS = [
  /** A write inside a transaction finds its document locked by another. */
  'conflict',
  /** The SDK gets a timeout and nothing was done. */
  'timeout-before',
  /** The SDK gets a timeout although the request was carried out. */
  'timeout-after',
  /** A function call is delivered once more. */
  'duplicate',
  /** The local cloud is killed (SIGKILL) before the request is carried out. */
  'kill-before',
  /** The local cloud is killed (SIGKILL) after the request, before its answer. */
  'kill-after',
  /** Every function that runs is killed before the request is carried out. */
  'crash-before',
  /** Every function that runs is killed after the request, before its answer. */
  'crash-after',
  /** The answer takes longer. */
  'latency',
] as const

export type FaultKind = (typeof FAULT_KINDS)[number]

/** A fault to inject. A field that is left out matches everything. */
export type FaultSpec = {
  kind: FaultKind
  /**
   * `database.modifyDocument`, `database.commitTransaction`, `functions.invokeFunction` …, or
   * `database.*` for every request to the database.
   */
  action?: string
  collection?: string
  /** For `duplicate`: the function's name. */
  function?: string
  /** Matching requests to let pass first; with 0 the next one fails. */
  skip?: number
  /** How many requests fail; 1 by default. */
  times?: number
  /** For `latency`: by how much, in real ms. */
  ms?: number
}

/** An injected fault with what is left of `skip` and `times`, and how many requests it failed. */
export type ActiveFault = FaultSpec & { id: number; skip: number; times: number; struck: number }

/** Injected faults: tests and `/devcloud/faults` add them, the gateway and invoker apply them. */
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

/** Limits a mistyped number to something shorter than a test. */
const LATENCY_MS_MAX = 60_000

/** Thrown into the gateway: the functions that run are to be killed, and nobody is answered. */
export class FunctionsCrash extends Error {}

const timeout = () => new CloudError('SERVER_TIMEOUT', 'resource server timeout')

const matches = (fault: ActiveFault, { action, collection }: Partial<FaultPoint>) =>
  (fault.action === undefined || isAction(fault.action, action)) &&
  (fault.collection === undefined || fault.collection === collection)

/** `database.*` is every action that begins with `database.`. */
const isAction = (wanted: string, action: string | undefined): boolean =>
  wanted.endsWith('.*') ? action?.startsWith(wanted.slice(0, -1)) === true : wanted === action

/** Faults of one local cloud; none until one is added. */
export const createFaults = (): DevcloudFaults => {
  const active: ActiveFault[] = []
  let lastId = 0

  /** The first fault that applies now; each matching one before it lets one request less pass. */
  const nextFault = (isCandidate: (fault: ActiveFault) => boolean): ActiveFault | undefined => {
    for (const fault of active) {
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
    // The signal takes a moment; no answer may be sent before it.
    return new Promise(() => undefined)
  }

  return {
    before: async (point) => {
      const isConflictable = point.transactionId !== undefined && WRITES.has(point.action)
      const slow = nextFault((fault) => fault.kind === 'latency' && matches(fault, point))
      if (slow) await sleep(Math.min(slow.ms ?? 0, LATENCY_MS_MAX))
      const fault = nextFault(
        (one) =>
          matches(one, point) &&
          (one.kind === 'timeout-before' ||
            one.kind === 'kill-before' ||
            one.kind === 'crash-before' ||
            (one.kind === 'conflict' && isConflictable)),
      )
      if (fault?.kind === 'kill-before') await die()
      if (fault?.kind === 'crash-before') throw new FunctionsCrash()
      if (fault?.kind === 'conflict') throw transactionConflict()
      if (fault) throw timeout()
    },
    after: async (point) => {
      const fault = nextFault((one) => matches(one, point) && one.kind.endsWith('-after'))
      if (fault?.kind === 'kill-after') await die()
      if (fault?.kind === 'crash-after') throw new FunctionsCrash()
      if (fault) throw timeout()
    },
    extraDeliveries: (functionName) =>
      nextFault(
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
      active.push(fault)
      return { ...fault }
    },
    list: () => active.map((fault) => ({ ...fault })),
    clear: () => void active.splice(0),
  }
}
