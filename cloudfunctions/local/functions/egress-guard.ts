import dns from 'node:dns'
import net from 'node:net'

const isLoopback = (host: string | undefined) =>
  host === undefined || host === 'localhost' || host === '::1' || /^127\./.test(host)

const blocked = (target: string) =>
  Object.assign(new Error(`the local cloud lets functions reach only loopback, not ${target}`), {
    code: 'EEGRESS',
  })

type ConnectOptions = { host?: string; port?: number; path?: string | null }

type Target = { host: string | undefined; isSocketFile: boolean }

/** `connect` takes (options), (port, host), (path) or the array node's own http agent passes. */
const targetOf = (args: readonly unknown[]): Target => {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0]
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as ConnectOptions
    return { host, isSocketFile: typeof path === 'string' }
  }
  if (typeof first === 'string' && Number.isNaN(Number(first))) {
    return { host: undefined, isSocketFile: true }
  }
  return { host: typeof args[1] === 'string' ? args[1] : undefined, isSocketFile: false }
}

/** Lets nothing in this worker leave the machine, and reports what tried. */
export const installEgressGuard = (report: (target: string) => void): void => {
  const connect = net.Socket.prototype.connect as (...args: unknown[]) => net.Socket
  net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
    const { host, isSocketFile } = targetOf(args)
    if (!isSocketFile && isLoopback(host)) return connect.apply(this, args)
    const target = isSocketFile ? 'a socket file' : String(host)
    report(target)
    process.nextTick(() => this.destroy(blocked(target)))
    return this
  }

  const lookup = dns.lookup as (...args: unknown[]) => void
  dns.lookup = function guarded(...args: unknown[]) {
    const host = args[0] as string
    if (isLoopback(host)) return lookup(...args)
    report(host)
    const callback = args.at(-1) as (error: Error) => void
    process.nextTick(() => callback(blocked(host)))
  } as typeof dns.lookup
}
