import type { IncomingMessage, ServerResponse } from 'node:http'

import { CloudError } from '@local/ports'

import { readBytes } from './body'
import { FILE_BYTES_MAX, type FileStorage } from './storage'

/** Reads and writes of cloud storage by URL, as its object store does. */
export async function serveFile(
  storage: FileStorage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { pathname } = new URL(request.url ?? '/', 'http://devcloud')
    const path = decoded(pathname.slice('/files/'.length))
    if (request.method === 'PUT') {
      const bytes = await readBytes(request, FILE_BYTES_MAX)
      await storage.write(path, bytes, request.headers.authorization)
      response.end()
      return
    }
    const file = await storage.read(path)
    if (!file) {
      response.writeHead(404).end()
      return
    }
    response.setHeader('content-type', file.contentType)
    response.setHeader('content-length', file.bytes.length)
    response.end(request.method === 'HEAD' ? undefined : file.bytes)
  } catch (error) {
    const isOurs = error instanceof CloudError
    response.setHeader('content-type', 'application/xml')
    // The SDK reads a refused upload out of the body of a 200.
    const refused = request.method === 'PUT' ? 200 : 404
    response.statusCode = isOurs ? refused : 500
    response.end(isOurs ? refusal(error) : '')
  }
}

/** A path as a client wrote it; one with a bare `%` names no file. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new CloudError('STORAGE_FILE_NONEXIST', `${path} is not a path`)
  }
}

/** The object store answers in XML; the SDK reads these four elements. */
function refusal({ code, message }: CloudError): string {
  const text = message.replace(/[<>&]/g, ' ')
  return (
    `<Error><Code>${code}</Code><Message>${text}</Message>` +
    '<RequestId>devcloud</RequestId><TraceId>devcloud</TraceId></Error>'
  )
}
