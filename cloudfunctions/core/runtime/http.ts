import * as v from 'valibot'
import type { SignedRequest } from '../operations/ports'

const httpEvent = v.object({
  headers: v.optional(v.record(v.string(), v.unknown()), {}),
  body: v.optional(v.string(), ''),
  isBase64Encoded: v.optional(v.boolean(), false),
})

/** The response format of CloudBase HTTP access. */
export type HttpAnswer = {
  isBase64Encoded: false
  statusCode: number
  headers: Record<string, string>
  body: string
}

/**
 * Reads an HTTP access event. Header names are converted to lower case and the body is decoded,
 * since CloudBase guarantees neither.
 */
export function readHttpEvent(event: unknown): SignedRequest {
  const { headers, body, isBase64Encoded } = v.parse(httpEvent, event)
  return {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    body: isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body,
  }
}

/** An HTTP response with a JSON body, in the shape that HTTP access expects. */
export const httpJson = (statusCode: number, content: unknown): HttpAnswer => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(content),
})
