/** A message to a worker. */
export type WorkerOrder = RunRequest | CloudAnswer

/** Run this function once. */
export type RunRequest = {
  kind: 'run'
  id: number
  /** Where the SDK finds the cloud while this call runs. */
  gatewayUrl: string
  /** The bundle's absolute path; it stays loaded in the worker, as in a warm cloud instance. */
  file: string
  event: unknown
  context: Record<string, unknown>
  env: Record<string, string>
  /** How the worker's `Date` must read while this call runs. */
  time: WorkerTime
}

/** A running clock is the real one plus an offset; a stopped one stays at an instant. */
export type WorkerTime = { kind: 'running'; offsetMs: number } | { kind: 'stopped'; at: number }

/** A request of the SDK to the cloud, as it would be sent by HTTP. */
export type CloudRequest = {
  kind: 'request'
  /** Joins the answer to its request within one worker. */
  exchange: number
  url: string
  contentType: string
  body: string | Uint8Array
}

/** What the cloud answers to the request of the same number; `dropped` when it breaks off. */
export type CloudAnswer =
  | { kind: 'answer'; exchange: number; contentType: string; body: string | Uint8Array }
  | { kind: 'dropped'; exchange: number }

/** A message from a worker. Lines come before the outcome of the call that printed them. */
export type WorkerEvent =
  | CloudRequest
  | { kind: 'started'; id: number }
  | { kind: 'line'; text: string }
  | { kind: 'blocked'; target: string }
  | { kind: 'done'; id: number; json: string }
  | { kind: 'failed'; id: number; stack: string }
