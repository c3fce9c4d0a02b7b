import { EventEmitter } from 'node:events'
import http from 'node:http'
import { Readable } from 'node:stream'
import type { CloudAnswer, CloudRequest } from './protocol'

/** The worker's side of the way to the cloud. */
export type CloudPort = {
  /** Requests to this address go to the cloud by the port, from now on. */
  setGateway(url: string): void
  /** Hands an answer to the request that waits for it. */
  deliver(answer: CloudAnswer): void
}

type OnResponse = (response: Readable) => void

/**
 * Lets the SDK's requests to the gateway travel as messages to the thread that answers them: one
 * costs a tenth of an HTTP exchange over loopback, and an order is three dozen of them. What is
 * sent and answered is byte for byte the same; `http` alone is replaced, beneath the SDK, and only
 * for `http.request(url, options, onResponse)` with the gateway's address.
 */
export const installCloudPort = (send: (request: CloudRequest) => void): CloudPort => {
  const waiting = new Map<number, PortRequest>()
  const request = http.request as (...args: unknown[]) => unknown
  let gatewayUrl: string | undefined
  let lastExchange = 0

  const isGateway = (url: unknown): url is string =>
    gatewayUrl !== undefined &&
    typeof url === 'string' &&
    url.startsWith(gatewayUrl) &&
    ['', '?'].includes(url.charAt(gatewayUrl.length))

  const ported = (...args: unknown[]): unknown => {
    const [url, options, onResponse] = args as [unknown, http.RequestOptions, OnResponse]
    if (!isGateway(url)) return request(...args)
    lastExchange += 1
    const exchange = lastExchange
    const headers = options.headers as Record<string, string | undefined>
    const one = new PortRequest(
      (body) => send({ kind: 'request', exchange, url, contentType: typeOf(headers), body }),
      () => waiting.delete(exchange),
    )
    one.once('response', onResponse)
    waiting.set(exchange, one)
    return one
  }
  http.request = ported as typeof http.request

  return {
    setGateway: (url) => {
      gatewayUrl = url
    },
    deliver: (answer) => waiting.get(answer.exchange)?.settle(answer),
  }
}

const typeOf = (headers: Record<string, string | undefined>): string =>
  headers['content-type'] ?? headers['Content-Type'] ?? ''

/** What the SDK uses of `http.ClientRequest`. */
class PortRequest extends EventEmitter {
  /** The port is always open: what does not answer in time has been reached. */
  readonly reusedSocket = true
  readonly socket = { connecting: false }
  private readonly chunks: (string | Uint8Array)[] = []
  private deadline: NodeJS.Timeout | undefined

  constructor(
    private readonly send: (body: string | Uint8Array) => void,
    private readonly onSettled: () => void,
  ) {
    super()
    queueMicrotask(() => this.emit('socket', this.socket))
  }

  write(chunk: string | Uint8Array): boolean {
    this.chunks.push(chunk)
    return true
  }

  end(): this {
    const [first = '', ...more] = this.chunks
    this.send(more.length === 0 ? first : Buffer.concat(this.chunks.map((one) => Buffer.from(one))))
    return this
  }

  setTimeout(ms: number): this {
    clearTimeout(this.deadline)
    this.deadline = setTimeout(() => this.emit('timeout'), ms)
    return this
  }

  settle(answer: CloudAnswer): void {
    clearTimeout(this.deadline)
    this.onSettled()
    if (answer.kind === 'dropped') {
      this.emit('error', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }))
      return
    }
    const response = new Readable({ read: () => undefined })
    Object.assign(response, { statusCode: 200, headers: { 'content-type': answer.contentType } })
    this.emit('response', response)
    response.push(answer.body)
    response.push(null)
  }
}
