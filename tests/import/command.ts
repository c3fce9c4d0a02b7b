import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

const ROOT = resolve(__dirname, '../..')
const SCRIPT = join(ROOT, 'cloudfunctions/local/import/main.ts')

/** How a command ended; `code` is `null` when it was killed. */
export type Ended = { code: number | null; out: string; err: string }

/** A command that runs, and its end. */
export type Running = { child: ChildProcess; ended: Promise<Ended> }

/** Runs `npm run import:orders` without npm; `onError` hears what it writes meanwhile. */
export function startImport(args: readonly string[], onError?: (text: string) => void): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, ...args], { cwd: ROOT })
  const output = { out: '', err: '' }
  child.stdout.on('data', (text: Buffer) => (output.out += text.toString()))
  child.stderr.on('data', (text: Buffer) => {
    output.err += text.toString()
    onError?.(text.toString())
  })
  const ended = new Promise<Ended>((done) => {
    child.on('close', (code) => done({ code, ...output }))
  })
  return { child, ended }
}

/** The JSON of the last line. */
export const lastLine = ({ out, err }: Ended): Record<string, unknown> => {
  const last = out.trim().split('\n').at(-1) ?? ''
  if (!last.startsWith('{')) throw new Error(`no JSON at the end: ${out}\n${err}`)
  return JSON.parse(last) as Record<string, unknown>
}
