import type { IndexSpec } from '@core/data/collections'

/** The interfaces between the components of the local cloud. */

/** The local cloud's clock, in epoch milliseconds. It can be moved forward, never back. */
export interface Clock {
  now(): number
}

/** Who calls a cloud function, as WeChat's cloud identifies them. */
export type Caller = {
  appid: string
  /** Absent for timers and HTTP access. */
  openid?: string
  unionid?: string
  /** The SOURCE chain: `wx_client`, `wx_http`, `wx_trigger`, `wx_client,scf` … */
  source: string
}

/**
 * Runs a deployed function as a caller; rejects with a `CloudError` when it throws, times out or is
 * missing.
 */
export interface FunctionInvoker {
  invoke(name: string, event: unknown, caller: Caller): Promise<unknown>
}

/** What WeChat's open API answers: JSON, or bytes with their content type. */
export type OpenApiReply =
  | { kind: 'json'; body: Record<string, unknown> }
  | { kind: 'bytes'; contentType: string; bytes: Buffer }

/**
 * WeChat's open API (subscribeMessage.send, wxacode.getUnlimited …). `functionName` decides
 * permissions.
 */
export interface OpenApi {
  call(request: {
    api: string
    args: Record<string, unknown>
    caller: Caller
    functionName: string | undefined
  }): Promise<OpenApiReply>
}

/** One request of the SDK as the gateway measured it. */
export type GatewayCall = {
  action: string
  collection?: string
  requestId: string
  ms: number
  code?: string
  /** Of the documents in a database's answer. */
  bytes?: number
  isInTransaction?: true
  /** Another write conflicted: a transaction was aborted, or a write timed out waiting. */
  isConflict?: true
}

/** A request of the SDK that a fault may be injected into. */
export type FaultPoint = { action: string; collection?: string; transactionId?: string }

/**
 * Faults on demand: `before` and `after` may throw a `CloudError`, hang until a timeout, or kill
 * the process.
 */
export interface Faults {
  before(point: FaultPoint): Promise<void>
  after(point: FaultPoint): Promise<void>
}

/**
 * An error of the cloud, answered as `{ code, message }` with HTTP 200 as the real service does.
 */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** A collection to be created at start with its indexes. */
export type CollectionSpec = { name: string; indexes: readonly IndexSpec[] }
