import { Worker } from 'node:worker_threads'
import { CloudError } from '@local/ports'
import type { CloudAnswer, CloudRequest, RunRequest, WorkerEvent } from './protocol'

/**
 * Loading a bundle does not count against the function's timeout, as in the cloud; it has its own.
 */
const LOAD_MS_MAX = 20_000

/** One call for a worker: what to run and how long it may take. */
export type WorkerCall = {
  request: RunRequest
  functionName: string
  timeoutMs: number
  /** Lines the function printed, in order, before its outcome. */
  onLine(text: string): void
  /** A connection that would have left the machine. */
  onBlocked(target: string): void
}

/** One instance of the cloud: a thread that serves one call at a time. */
export interface FunctionWorker {
  readonly memoryMb: number
  /** Runs one call and resolves with its result as JSON text; rejects with a `CloudError`. */
  run(call: WorkerCall): Promise<string>
  stop(): Promise<void>
}

/** How workers are started, and what answers the requests of their functions. */
export type WorkerPlan = {
  runnerFile: string
  gateway: (request: CloudRequest) => Promise<CloudAnswer>
}

type Pending = { call: WorkerCall; settle(outcome: string | CloudError): void }

const failure = (error: Error & { code?: string }, memoryMb: number): CloudError =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new CloudError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', `memory limit of ${memoryMb} MB exceeded`)
    : new CloudError('FUNCTIONS_EXECUTE_FAIL', error.stack ?? error.message)

const tooSlow = ({ timeoutMs }: WorkerCall) =>
  new CloudError(
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    `Invoking task timed out after ${timeoutMs / 1000} seconds`,
  )

/** Starts a worker; `onGone` is called once when it has exited or was stopped. */
export const startWorker = (
  { runnerFile, gateway }: WorkerPlan,
  memoryMb: number,
  onGone: (reason: CloudError) => void,
): FunctionWorker => {
  const thread = new Worker(runnerFile, {
    env: { PATH: process.env.PATH, TZ: 'UTC' },
    // Plain Node, as in the cloud: without the TypeScript loader of the local cloud itself.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  let pending: Pending | undefined
  let deadline: NodeJS.Timeout | undefined
  let gone: CloudError | undefined

  const finish = (outcome: string | CloudError) => {
    clearTimeout(deadline)
    const { settle } = pending ?? {}
    pending = undefined
    settle?.(outcome)
  }
  const die = (reason: CloudError) => {
    if (gone) return
    gone = reason
    onGone(reason)
    finish(reason)
    void thread.terminate()
  }
  const limit = (ms: number) => {
    clearTimeout(deadline)
    deadline = setTimeout(() => pending && die(tooSlow(pending.call)), ms)
  }
  const ask = async (request: CloudRequest) => {
    const { exchange } = request
    const dropped: CloudAnswer = { kind: 'dropped', exchange }
    thread.postMessage(await gateway(request).catch(() => dropped))
  }
  thread.on('message', (note: WorkerEvent) => {
    // Also when its call has ended: the cloud answers whoever asks.
    if (note.kind === 'request') return void ask(note)
    if (!pending) return
    if (note.kind === 'line') return pending.call.onLine(note.text)
    if (note.kind === 'blocked') return pending.call.onBlocked(note.target)
    if (note.id !== pending.call.request.id) return
    if (note.kind === 'started') return limit(pending.call.timeoutMs)
    finish(note.kind === 'done' ? note.json : new CloudError('FUNCTIONS_EXECUTE_FAIL', note.stack))
  })
  thread.on('error', (error) => die(failure(error, memoryMb)))
  thread.on('exit', () => die(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the process exited')))

  return {
    memoryMb,
    run: (call) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone)
        pending = {
          call,
          settle: (outcome) => (typeof outcome === 'string' ? resolve(outcome) : reject(outcome)),
        }
        limit(LOAD_MS_MAX)
        thread.postMessage(call.request)
      }),
    stop: async () => {
      gone ??= new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the function was stopped')
      finish(gone)
      await thread.terminate()
    },
  }
}
