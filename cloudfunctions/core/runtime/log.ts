import type { Log } from '../operations/context'

/** Logs one JSON line per event on stdout, which the cloud's log search understands. */
export const jsonLog = (base: Record<string, unknown>): Log => ({
  info: (event, fields = {}) => write({ event, level: 'info', ...base, ...fields }),
  error: (event, fields = {}) => write({ event, level: 'error', ...base, ...fields }),
})

function write(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
