import { availableParallelism } from 'node:os'
import { CloudError } from '@local/ports'
import { type FunctionWorker, startWorker, type WorkerCall, type WorkerPlan } from './worker'

/** Warm workers are worth two per core; more would only take memory in a local cloud. */
const WORKERS_PER_CORE = 2
const WORKERS_DEFAULT_MAX = 4

/**
 * Calls made by functions run beyond the pool's size: were every worker waiting for the function it
 * calls, none would ever be free. This bounds endless recursion.
 */
const NESTED_WORKERS_MAX = 16

/** Calls that wait for a worker; above this the cloud, too, refuses. */
const QUEUE_MAX = 5000

/** A call for the pool; prepared only when a worker is free, because the clock may move. */
export type PoolCall = {
  memoryMb: number
  /** True when a function waits for this call. */
  isNested: boolean
  prepare(): WorkerCall
}

/** A warm pool: each worker serves any function, one call at a time. */
export interface FunctionPool {
  run(call: PoolCall): Promise<string>
  /** Workers load every function anew; a call that runs now ends with what it began with. */
  renew(): void
  /** Kills every worker that is running a call; the calls reject as when a process dies. */
  crash(): void
  close(): Promise<void>
}

/** How many workers a local cloud has by default. */
export const defaultPoolSize = (): number =>
  Math.min(WORKERS_DEFAULT_MAX, availableParallelism() * WORKERS_PER_CORE)

type Waiting = { call: PoolCall; resolve(json: string): void; reject(error: unknown): void }

/**
 * Workers start when needed, and stay until they exit. `size` bounds how many work at a time, not
 * how many are warm: functions of another memory size have workers of their own, as in the
 * cloud, so that a nightly function does not cost the others their loaded bundles.
 */
class WorkerSet {
  private readonly workers = new Set<FunctionWorker>()
  private readonly idle: FunctionWorker[] = []
  /** Busy workers that have loaded old bundles. */
  private readonly outdated = new Set<FunctionWorker>()

  constructor(
    private readonly plan: WorkerPlan,
    private readonly size: number,
    private readonly onRoom: () => void,
  ) {}

  /** A worker with the memory the function is given; none when all that may work are busy. */
  take({ memoryMb, isNested }: PoolCall): FunctionWorker | undefined {
    const limit = isNested ? this.size + NESTED_WORKERS_MAX : this.size
    if (this.workers.size - this.idle.length >= limit) return undefined
    // The last one used is the likeliest to have the function loaded.
    const at = this.idle.findLastIndex((worker) => worker.memoryMb === memoryMb)
    return at >= 0 ? this.idle.splice(at, 1)[0] : this.start(memoryMb)
  }

  /** Takes a worker back from its call; an outdated one goes, and one that too many are like. */
  release(worker: FunctionWorker): void {
    if (!this.workers.has(worker)) return
    const alike = [...this.workers].filter(({ memoryMb }) => memoryMb === worker.memoryMb)
    const isWelcome = alike.length <= this.size && !this.outdated.has(worker)
    if (isWelcome) this.idle.push(worker)
    else this.dismiss(worker)
  }

  renew(): void {
    for (const worker of [...this.idle]) this.dismiss(worker)
    for (const worker of this.workers) this.outdated.add(worker)
  }

  crash(): void {
    for (const worker of this.workers) {
      if (!this.idle.includes(worker)) this.dismiss(worker)
    }
    this.onRoom()
  }

  async stop(): Promise<void> {
    const all = [...this.workers]
    this.workers.clear()
    await Promise.all(all.map((worker) => worker.stop()))
  }

  private start(memoryMb: number): FunctionWorker {
    const worker: FunctionWorker = startWorker(this.plan, memoryMb, () => {
      this.forget(worker)
      this.onRoom()
    })
    this.workers.add(worker)
    return worker
  }

  private dismiss(worker: FunctionWorker) {
    this.forget(worker)
    void worker.stop()
  }

  private forget(worker: FunctionWorker) {
    this.workers.delete(worker)
    this.outdated.delete(worker)
    const at = this.idle.indexOf(worker)
    if (at >= 0) this.idle.splice(at, 1)
  }
}

/** A pool of `size` warm workers; none runs before the first call. */
export const createPool = (plan: WorkerPlan, size = defaultPoolSize()): FunctionPool => {
  const nested: Waiting[] = []
  const direct: Waiting[] = []
  let isClosed = false
  const crew = new WorkerSet(plan, size, () => pump())

  const serve = async (worker: FunctionWorker, { call, resolve, reject }: Waiting) => {
    try {
      resolve(await worker.run(call.prepare()))
    } catch (error) {
      reject(error)
    }
    crew.release(worker)
    pump()
  }
  const pump = () => {
    // Nested first: a worker waits for each of them.
    for (const queue of [nested, direct]) {
      while (queue.length > 0 && !isClosed) {
        const worker = crew.take((queue[0] as Waiting).call)
        if (!worker) break
        void serve(worker, queue.shift() as Waiting)
      }
    }
  }
  const isFull = ({ isNested }: PoolCall) => !isNested && direct.length >= QUEUE_MAX

  return {
    run: (call) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(closed())
        if (isFull(call)) {
          return reject(new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'too many calls wait'))
        }
        const queue = call.isNested ? nested : direct
        queue.push({ call, resolve, reject })
        pump()
      }),
    renew: () => crew.renew(),
    crash: () => crew.crash(),
    close: async () => {
      isClosed = true
      for (const { reject } of [...nested.splice(0), ...direct.splice(0)]) reject(closed())
      await crew.stop()
    },
  }
}

const closed = () => new CloudError('FUNCTIONS_REQUEST_FAIL', 'the local cloud is closed')
