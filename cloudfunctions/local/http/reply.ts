import type { IncomingMessage } from 'node:http'
import { isDeeperThan, JSON_DEPTH_MAX } from '@core/kernel/json-depth'
import { own } from '@core/kernel/own'
import { CloudError } from '@local/ports'

/** A request as the local cloud's routes see it; the body is read when asked for. */
export type DevcloudRequest = {
  method: string
  /** Decoded no further than Node does; without the query. */
  path: string
  query: URLSearchParams
  headers: Record<string, string | undefined>
  raw: IncomingMessage
}

/** What a route answers. */
export type Reply = {
  status: number
  headers?: Record<string, string>
  body?: string | Buffer
}

/** A route answers, or returns undefined for a path that is not its own. */
export type Route = (request: DevcloudRequest) => Promise<Reply | undefined> | Reply | undefined

/** An expected error: HTTP status, a code for programs, a sentence for people. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** An answer in JSON. */
export const json = (value: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
})

const STATUS_OF: Record<string, number> = {
  INVALID_PARAM: 400,
  FUNCTION_NOT_FOUND: 404,
  EXCEED_MAX_PAYLOAD_SIZE: 413,
  EXCEED_CONCURRENT_REQUEST_LIMIT: 429,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
}

/** An error as JSON `{ code, message }`; an unexpected one is a 500. */
export const errorReply = (error: unknown): Reply => {
  if (error instanceof HttpError) {
    return json({ code: error.code, message: error.message }, error.status)
  }
  if (error instanceof CloudError) {
    const { code, message } = error
    return json({ code, message }, own(STATUS_OF, code) ?? 502)
  }
  const message = error instanceof Error ? error.message : String(error)
  return json({ code: 'DEVCLOUD_FAILED', message }, 500)
}

/** Reads a body of at most `bytesMax` bytes; more is a 413. */
export const readText = async ({ raw }: DevcloudRequest, bytesMax: number): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of raw) {
    size += (chunk as Buffer).length
    if (size <= bytesMax) chunks.push(chunk as Buffer)
  }
  if (size > bytesMax) {
    throw new HttpError(413, 'TOO_LARGE', `the body may have ${bytesMax} bytes; it has ${size}`)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Reads a JSON object; nothing at all counts as an empty one. */
export const readObject = async (
  request: DevcloudRequest,
  bytesMax: number,
): Promise<Record<string, unknown>> => {
  const text = await readText(request, bytesMax)
  if (text.trim() === '') return {}
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new HttpError(400, 'BAD_JSON', 'the body must be a JSON object')
  }
  if (isDeeperThan(value, JSON_DEPTH_MAX)) {
    throw new HttpError(400, 'BAD_JSON', `the body is nested deeper than ${JSON_DEPTH_MAX} levels`)
  }
  return value as Record<string, unknown>
}

/** `undefined` for a text that is no JSON. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
