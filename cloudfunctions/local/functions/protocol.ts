/** A message to a worker: run this function once. */
export type RunRequest = {
  id: number
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

/** A message from a worker. Lines come before the outcome of the call that printed them. */
export type WorkerEvent =
  | { kind: 'started'; id: number }
  | { kind: 'line'; text: string }
  | { kind: 'blocked'; target: string }
  | { kind: 'done'; id: number; json: string }
  | { kind: 'failed'; id: number; stack: string }
