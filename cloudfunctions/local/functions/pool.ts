import { availableParallelism } from 'node:os'
import { CloudError } from '@local/ports'
import { startWorker, type FunctionWorker, type WorkerCall } from './worker'

/** Warm workers are worth two per core; more would only take memory on a desk. */
const WORKERS_PER_CORE = 2
const WORKERS_DEFAULT_MAX = 4

/**
 * Calls made by functions run beyond the pool's size: were every worker waiting for the function it
 * calls, none would ever be free. This bounds a function that calls itself for ever.
 */
const NESTED_WORKERS_MAX = 16

/** Calls that wait for a worker; above this the cloud, too, refuses. */
const QUEUE_MAX = 5000

/** A call for the pool. It is made a worker's call only when its turn comes: the clock may move. */
export type PoolCall = {
  memoryMb: number
  /** True when a function waits for this call. */
  isNested: boolean
  prepare(): WorkerCall
}

/** A warm pool: each worker serves any function, one call at a time. */
export interface FunctionPool {
  run(call: PoolCall): Promise<string>
  close(): Promise<void>
}

type Waiting = { call: PoolCall; resolve(json: string): void; reject(error: unknown): void }

/** How many workers a desk has when nobody says. */
export const defaultPoolSize = (): number =>
  Math.min(WORKERS_DEFAULT_MAX, availableParallelism() * WORKERS_PER_CORE)

/** Workers start when first needed and stay until the pool is closed or they die. */
export const createPool = (runnerFile: string, size = defaultPoolSize()): FunctionPool => {
  const workers = new Set<FunctionWorker>()
  const idle: FunctionWorker[] = []
  const nested: Waiting[] = []
  const direct: Waiting[] = []
  let isClosed = false

  const forget = (worker: FunctionWorker) => {
    workers.delete(worker)
    const at = idle.indexOf(worker)
    if (at >= 0) idle.splice(at, 1)
  }
  const start = (memoryMb: number) => {
    const worker: FunctionWorker = startWorker(runnerFile, memoryMb, () => {
      forget(worker)
      pump()
    })
    workers.add(worker)
    return worker
  }
  /**
   * A worker with the memory the call's function is given; one of another size makes room for it.
   */
  const take = ({ memoryMb, isNested }: PoolCall): FunctionWorker | undefined => {
    // The last one used is the likeliest to have the function loaded.
    const at = idle.findLastIndex((worker) => worker.memoryMb === memoryMb)
    if (at >= 0) return idle.splice(at, 1)[0]
    const limit = isNested ? size + NESTED_WORKERS_MAX : size
    if (workers.size < limit) return start(memoryMb)
    const retired = idle.shift()
    if (!retired) return undefined
    workers.delete(retired)
    void retired.stop()
    return start(memoryMb)
  }
  const release = (worker: FunctionWorker) => {
    if (!workers.has(worker)) return
    if (workers.size <= size) return void idle.push(worker)
    workers.delete(worker)
    void worker.stop()
  }
  const serve = async (worker: FunctionWorker, { call, resolve, reject }: Waiting) => {
    try {
      resolve(await worker.run(call.prepare()))
    } catch (error) {
      reject(error)
    }
    release(worker)
    pump()
  }
  const pump = () => {
    // Nested first: a worker waits for each of them.
    for (const queue of [nested, direct]) {
      while (queue.length > 0 && !isClosed) {
        const worker = take((queue[0] as Waiting).call)
        if (!worker) break
        void serve(worker, queue.shift() as Waiting)
      }
    }
  }

  return {
    run: (call) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new CloudError('FUNCTIONS_REQUEST_FAIL', 'the desk is closed'))
        if (direct.length >= QUEUE_MAX) {
          return reject(new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'too many calls wait'))
        }
        const queue = call.isNested ? nested : direct
        queue.push({ call, resolve, reject })
        pump()
      }),
    close: async () => {
      isClosed = true
      const closed = new CloudError('FUNCTIONS_REQUEST_FAIL', 'the desk is closed')
      for (const { reject } of [...nested.splice(0), ...direct.splice(0)]) reject(closed)
      await Promise.all([...workers].map((worker) => worker.stop()))
      workers.clear()
    },
  }
}
