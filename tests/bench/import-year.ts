import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { BUDGETS } from '../../config/budgets'
import type { Bench, Row } from './row'

const ROOT = resolve(__dirname, '../..')
const FILE = resolve(ROOT, '../shared/data/online-retail/online_retail_2010-2011.csv.gz')
const AS_OF = '2011-12-10'
const SAMPLE_MS = 500
const MB = 1024 * 1024

/** Resident memory of a process in KB; 0 where `ps` is missing. */
const residentKb = (pid: number) => {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
  } catch {
    return 0
  }
}

type Imported = { rows: number; seconds: number }
type Run = { imported: Imported; bytesMax: number }

/** Runs the import in a process of its own, as `npm run import:orders` does, watching memory. */
const runImport = (dataDir: string) =>
  new Promise<Run>((done, fail) => {
    const script = join(ROOT, 'cloudfunctions/local/import/main.ts')
    const node = ['--max-old-space-size=256', '--import', 'tsx', script]
    const args = [...node, FILE, '--as-of', AS_OF, '--json', '--data', dataDir]
    const child = spawn(process.execPath, args, { cwd: ROOT })
    let kbMax = 0
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.resume()
    const watch = setInterval(() => {
      kbMax = Math.max(kbMax, residentKb(child.pid ?? 0))
    }, SAMPLE_MS)
    child.on('error', fail)
    child.on('close', (code) => {
      clearInterval(watch)
      const last = output.trim().split('\n').at(-1) ?? ''
      if (code !== 0) fail(new Error(`the import ended with code ${code}: ${last}`))
      else done({ imported: JSON.parse(last) as Imported, bytesMax: kbMax * 1024 })
    })
  })

const rowsOf = ({ imported, bytesMax }: Run): Row[] => {
  const { seconds, memoryBytes } = BUDGETS.importYear
  return [
    { name: 'import of a year', value: imported.seconds, unit: 's', max: seconds },
    { name: 'import, rows', value: imported.rows / imported.seconds, unit: '/s' },
    { name: 'import, memory', value: bytesMax / MB, unit: 'MB', max: memoryBytes / MB },
  ]
}

/** A real year of orders into an empty shop; nothing where the data is not there. */
export const importYear: Bench = {
  name: 'import',
  run: async (say) => {
    if (!existsSync(FILE)) {
      say(`left out: ${FILE} is not there`)
      return []
    }
    const folder = mkdtempSync(join(tmpdir(), 'bench-import-'))
    try {
      return rowsOf(await runImport(folder))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
