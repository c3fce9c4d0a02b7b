/**
 * The worker's side of the pool: one call at a time, as in an instance of the cloud. Built by
 * itself into `dist/devcloud/runner.js`; it never becomes part of a function.
 */
import { join } from 'node:path'
import { inspect } from 'node:util'
import { parentPort } from 'node:worker_threads'
import { installCloudPort } from './cloud-port'
import { codeCacheLoader } from './code-cache'
import { installEgressGuard } from './egress-guard'
import type { RunRequest, WorkerEvent, WorkerOrder } from './protocol'
import { installWorkerDate } from './worker-date'

type FunctionModule = { main?: (event: unknown, context: unknown) => unknown }

const port = parentPort
if (!port) throw new Error('the runner works inside a worker thread only')
const report = (note: WorkerEvent) => port.postMessage(note)

const load = codeCacheLoader(join(__dirname, 'code-cache'))
const setTime = installWorkerDate()
const cloud = installCloudPort(report)
installEgressGuard((target) => report({ kind: 'blocked', target }))

// Through the port and not through the streams: a stream's text arrives after the call's outcome.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: string | Uint8Array) => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
    for (const line of text.split('\n')) if (line !== '') report({ kind: 'line', text: line })
    return true
  }
}

const bareEnvironment = { ...process.env }

/**
 * A warm instance is used by many callers: nothing of the last one may be left. The environment
 * becomes a plain object, because the SDK reads two dozen variables at every request, and reading
 * Node's own copies each of them out of the process.
 */
const setEnvironment = (env: Record<string, string>) => {
  process.env = { ...bareEnvironment, ...env }
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : inspect(error)

const run = async ({ id, file, event, context, env, time, gatewayUrl }: RunRequest) => {
  setTime(time)
  cloud.setGateway(gatewayUrl)
  setEnvironment(env)
  try {
    const { main } = load(file) as FunctionModule
    if (typeof main !== 'function') throw new Error('index.main is not a function')
    report({ kind: 'started', id })
    const result: unknown = await main(event, context)
    // `undefined` is no JSON; the cloud answers null.
    report({ kind: 'done', id, json: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    report({ kind: 'failed', id, stack: stackOf(error) })
  }
}

port.on('message', (order: WorkerOrder) => {
  if (order.kind === 'run') void run(order)
  else cloud.deliver(order)
})
