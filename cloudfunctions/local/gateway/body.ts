import type { IncomingMessage } from 'node:http'

import { CloudError } from '@local/ports'

/** `EXCEED_MAX_PAYLOAD_SIZE`: no request is larger. */
export const REQUEST_BYTES_MAX = 100 * 1024 * 1024

/** The fields of one request: JSON, or the parts of a form with their bytes. */
export type RequestBody =
  | { kind: 'json'; fields: Record<string, unknown> }
  | { kind: 'form'; parts: Map<string, Buffer> }

/** Reads a request of the SDK that came by HTTP. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const raw = await readBytes(request, REQUEST_BYTES_MAX)
  return bodyOf(raw, request.headers['content-type'] ?? '')
}

/** The body of a request by its content type. */
export function bodyOf(raw: string | Buffer, type: string): RequestBody {
  if (Buffer.byteLength(raw) > REQUEST_BYTES_MAX) throw tooLarge(REQUEST_BYTES_MAX)
  if (type.startsWith('multipart/form-data')) {
    const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
    if (!boundary) throw new CloudError('INVALID_PARAM', 'a form without a boundary')
    return {
      kind: 'form',
      parts: partsOf(typeof raw === 'string' ? Buffer.from(raw) : raw, boundary),
    }
  }
  return { kind: 'json', fields: objectIn(raw.toString()) }
}

const tooLarge = (max: number) =>
  new CloudError('EXCEED_MAX_PAYLOAD_SIZE', `the request is larger than ${max} bytes`)

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Reported below.
  }
  throw new CloudError('INVALID_PARAM', 'the body is not a JSON object')
}

/** Reads all bytes of a request, up to a limit. */
export function readBytes(request: IncomingMessage, max: number): Promise<Buffer> {
  // By events: an async iterator over the stream costs more than the small bodies themselves.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= max) chunks.push(chunk)
      else {
        request.pause()
        reject(tooLarge(max))
      }
    })
    request.on('end', () =>
      resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)),
    )
    request.on('error', reject)
    request.on('close', () => reject(new Error('the request was aborted')))
  })
}

const BREAK = Buffer.from('\r\n\r\n')

/** Splits a form into its named parts; the bytes between the boundaries stay as they are. */
function partsOf(raw: Buffer, boundary: string): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  const mark = Buffer.from(`--${boundary}`)
  let start = raw.indexOf(mark)
  while (start >= 0) {
    const end = raw.indexOf(mark, start + mark.length)
    if (end < 0) break
    const part = raw.subarray(start + mark.length + 2, end - 2)
    const head = part.indexOf(BREAK)
    const name = /name="([^"]+)"/.exec(part.subarray(0, head).toString('utf8'))?.[1]
    if (name) parts.set(name, part.subarray(head + BREAK.length))
    start = end
  }
  return parts
}
