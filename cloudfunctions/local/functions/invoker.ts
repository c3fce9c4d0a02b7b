import { randomUUID } from 'node:crypto'
import { isDeeperThan } from '@core/kernel/json-depth'
import type { MovableClock } from '@local/clock'
import { type Caller, CloudError, type FunctionInvoker } from '@local/ports'
import type { DeployedFunction } from './deployed'
import { callEnvironment, DEVCLOUD_ENV } from './environment'
import type { FunctionPool } from './pool'

/** `EXCEED_MAX_PAYLOAD_SIZE` above this (docs.cloudbase.net/error-code). */
export const EVENT_BYTES_MAX = 100 * 1024

/** `EXCEED_MAX_RESPONSE_SIZE` above this (docs.cloudbase.net/error-code). */
export const RESULT_BYTES_MAX = 1024 * 1024

/** What is deeper overflows the stack of what serialises it, here as in the SDK. */
const EVENT_DEPTH_MAX = 500

/** What the invoker reports of each call, and where it asks for injected faults. */
export type InvokerHooks = {
  onLine(functionName: string, text: string): void
  onBlocked(functionName: string, target: string): void
  /** How many extra times this call is delivered. */
  extraDeliveries(functionName: string): number
}

/** What the invoker works with. */
export type InvokerOptions = {
  functions: ReadonlyMap<string, DeployedFunction>
  pool: FunctionPool
  clock: MovableClock
  hooks: InvokerHooks
  sessionKey: string
  /** The gateway's address; known only when the server listens. */
  gatewayUrl(): string
  ownEnvironment(functionName: string): Record<string, string>
}

/**
 * A client's event carries its identity, added by the cloud and not to be trusted from elsewhere.
 */
const withUser = (event: unknown, { appid, openid }: Caller): unknown => {
  if (openid === undefined) return event
  const fields = typeof event === 'object' && event !== null ? event : {}
  return { ...fields, userInfo: { appId: appid, openId: openid } }
}

const checked = (event: unknown, name: string): unknown => {
  const json = jsonOf(event ?? {}) ?? tooDeep(name)
  if (Buffer.byteLength(json) > EVENT_BYTES_MAX) {
    throw new CloudError(
      'EXCEED_MAX_PAYLOAD_SIZE',
      `the event for ${name} is above ${EVENT_BYTES_MAX / 1024} KB`,
    )
  }
  // What arrives is JSON: dates are text, functions and undefined are gone.
  const arriving: unknown = JSON.parse(json)
  return isDeeperThan(arriving, EVENT_DEPTH_MAX) ? tooDeep(name) : arriving
}

/** `undefined` for a value so deep that writing it overflows the stack. */
const jsonOf = (value: unknown): string | undefined => {
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const tooDeep = (name: string): never => {
  throw new CloudError(
    'INVALID_PARAM',
    `the event for ${name} is nested deeper than ${EVENT_DEPTH_MAX} levels`,
  )
}

const contextOf = ({ name, timeoutMs, memoryMb }: DeployedFunction, requestId: string) => ({
  request_id: requestId,
  function_name: name,
  function_version: '$LATEST',
  namespace: DEVCLOUD_ENV,
  memory_limit_in_mb: memoryMb,
  time_limit_in_ms: timeoutMs,
})

/** Runs deployed functions in the pool, within the cloud's limits. */
export const createInvoker = (options: InvokerOptions): FunctionInvoker => {
  const { functions, pool, clock, hooks: watch } = options
  let lastId = 0

  const deliver = async (target: DeployedFunction, event: unknown, caller: Caller) => {
    const { name } = target
    const json = await pool.run({
      memoryMb: target.memoryMb,
      isNested: caller.source.endsWith(',scf'),
      prepare: () => {
        const requestId = randomUUID()
        const gatewayUrl = options.gatewayUrl()
        const env = callEnvironment({
          caller,
          functionName: name,
          requestId,
          gatewayUrl,
          sessionKey: options.sessionKey,
          own: options.ownEnvironment(name),
        })
        const context = contextOf(target, requestId)
        lastId += 1
        const time = clock.workerTime()
        return {
          request: {
            kind: 'run',
            id: lastId,
            gatewayUrl,
            file: target.file,
            event,
            context,
            env,
            time,
          },
          functionName: name,
          timeoutMs: target.timeoutMs,
          onLine: (text) => watch.onLine(name, text),
          onBlocked: (host) => watch.onBlocked(name, host),
        }
      },
    })
    if (Buffer.byteLength(json) > RESULT_BYTES_MAX) {
      throw new CloudError('EXCEED_MAX_RESPONSE_SIZE', `the result of ${name} is above 1 MB`)
    }
    return JSON.parse(json) as unknown
  }

  return {
    invoke: async (name, event, caller) => {
      const target = functions.get(name)
      if (!target) {
        throw new CloudError(
          'FUNCTION_NOT_FOUND',
          `FunctionName parameter could not be found: ${name}`,
        )
      }
      const given = withUser(checked(event, name), caller)
      const extra = watch.extraDeliveries(name)
      const answers = await Promise.allSettled(
        Array.from({ length: 1 + extra }, () => deliver(target, given, caller)),
      )
      // The caller gets the result of one delivery only: here the last.
      const last = answers.at(-1) as PromiseSettledResult<unknown>
      if (last.status === 'rejected') throw last.reason
      return last.value
    },
  }
}
