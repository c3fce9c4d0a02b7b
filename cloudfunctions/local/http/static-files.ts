import type { IncomingMessage, ServerResponse } from 'node:http'
import compression from 'compression'
import sirv from 'sirv'

/** A file whose name carries a hash of its content never changes. */
const HASHED = /[.-][0-9a-f]{8,32}\.\w+$/
const FOREVER = 'public, max-age=31536000, immutable'

/** The text formats that sirv names without their charset. */
const TEXTS: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

const setHeaders = (response: ServerResponse, path: string) => {
  const text = TEXTS[/\.\w+$/.exec(path)?.[0] ?? '']
  if (text !== undefined) response.setHeader('Content-Type', text)
  response.setHeader('Cache-Control', HASHED.test(path) ? FOREVER : 'no-cache')
}

/** Compresses text. A part of a file is sent as it is: its range counts uncompressed bytes. */
const compress = compression({
  filter: (request, response) =>
    response.statusCode !== 206 && compression.filter(request, response),
})

/** Sends the file at the request's URL below the folder; resolves false if there is none. */
export type FolderServer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/**
 * Serves the files of a folder: validated by ETag, hashed names cached forever, text compressed.
 * It reads the folder at each request, because a build may change it while the server runs.
 */
export const createFolderServer = (folder: string): FolderServer => {
  const serve = sirv(folder, { dev: true, etag: true, extensions: [], setHeaders })
  return (request, response) =>
    new Promise((resolve, reject) => {
      response.once('close', () => resolve(true))
      const next = (error?: unknown) => {
        if (error instanceof Error) reject(error)
        else serve(request, response, () => resolve(false))
      }
      // Its types ask for Express; it uses nothing that Node's own request and response lack.
      compress(request as never, response as never, next)
    })
}
