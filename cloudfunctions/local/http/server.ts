import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { DevcloudError } from '@local/devcloud-error'
import { checkLoopback, corsHeaders, isLoopback } from './loopback'
import { type DevcloudRequest, errorReply, HttpError, type Reply, type Route } from './reply'

/** A handler that writes to the response itself. */
export type RawHandler = (request: IncomingMessage, response: ServerResponse) => void

/** Sends a file of the shop; resolves false when there is none at the request's path. */
export type FileRoute = (request: DevcloudRequest, response: ServerResponse) => Promise<boolean>

/**
 * Calls may take long: functions have their own timeouts, and moving the clock by a year runs every
 * night's timers.
 */
const KEEP_ALIVE_MS = 60_000

const toRequest = (raw: IncomingMessage): DevcloudRequest => {
  // Older scripts and documents call the control routes by their former prefix, `/desk`.
  const url = (raw.url ?? '/').replace(/^\/desk(?=[/?]|$)/, '/devcloud')
  const at = url.indexOf('?')
  const headers = Object.fromEntries(
    Object.entries(raw.headers).map(([name, value]) => [name, value?.toString()]),
  )
  return {
    method: raw.method ?? 'GET',
    path: at < 0 ? url : url.slice(0, at),
    query: new URLSearchParams(at < 0 ? '' : url.slice(at + 1)),
    headers,
    raw,
  }
}

const isGateway = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'POST' && /^\/admin(\?|$)/.test(url)

const answer = async (
  request: DevcloudRequest,
  routes: readonly Route[],
): Promise<Reply | undefined> => {
  if (request.method === 'OPTIONS') return { status: 204 }
  for (const route of routes) {
    const reply = await route(request)
    if (reply) return reply
  }
  return undefined
}

const send = (request: DevcloudRequest, response: ServerResponse, reply: Reply) => {
  const { status, headers = {}, body = '' } = reply
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body)
  const hasBody = status !== 204 && status !== 304
  response.writeHead(status, {
    ...headers,
    ...corsHeaders(request),
    ...(hasBody ? { 'content-length': bytes.length } : {}),
  })
  response.end(hasBody && request.method !== 'HEAD' ? bytes : undefined)
}

/** What answers requests: the first route that replies, else a file, else 404. */
export type ServerOptions = { routes: readonly Route[]; files: FileRoute; gateway: RawHandler }

/** The local cloud's one server; not listening yet. */
export const createDevcloudServer = ({ routes, files, gateway }: ServerOptions): Server => {
  const serve = async (raw: IncomingMessage, response: ServerResponse) => {
    const request = toRequest(raw)
    try {
      checkLoopback(request)
      if (isGateway(raw) || request.path.startsWith('/files/')) return gateway(raw, response)
      const reply = await answer(request, routes)
      if (reply) return send(request, response, reply)
      for (const [name, value] of Object.entries(corsHeaders(request))) {
        response.setHeader(name, value)
      }
      if (await files(request, response)) return
      throw new HttpError(404, 'NOT_FOUND', `there is no ${request.method} ${request.path}`)
    } catch (error) {
      send(request, response, errorReply(error))
    }
  }
  const server = createServer((raw, response) => {
    // Functions make dozens of requests a call: theirs are not prepared for other routes.
    if (isGateway(raw) && isLoopback(raw)) gateway(raw, response)
    else void serve(raw, response)
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  return server
}

/** Listens on 127.0.0.1 alone; port 0 lets the system choose. Resolves with the port. */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      const reason = taken ? 'is taken or not allowed; set PORT to another one' : error.message
      reject(new DevcloudError(`Port ${port} ${reason}.`))
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })

/** Rejects with a `DevcloudError` when the port is taken, before anything slow starts. */
export const checkPortFree = async (port: number): Promise<void> => {
  const probe = createServer()
  await listen(probe, port)
  await closeServer(probe)
}

/** Stops listening and closes all connections. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
