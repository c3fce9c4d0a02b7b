import { firstScreen } from './first-screen'
import { flashSale } from './flash-sale'
import { idle } from './idle'
import { importYear } from './import-year'
import { loadTime } from './load-time'
import { operations } from './operations'
import { orders } from './orders'
import { quotes } from './quote'
import { type Bench, isKept, type Row, tableOf } from './row'
import { scale } from './scale'
import { search } from './search'
import { sizes } from './sizes'
import { taps } from './taps'

/** `npm run bench [-- NAME …] [--json]`: what the shop costs, beside its budgets. */

const ALL: readonly Bench[] = [
  ...[sizes, loadTime, operations, quotes, firstScreen],
  ...[orders, idle, flashSale, search, taps, scale, importYear],
]

const chosen = (names: readonly string[]) => {
  const unknown = names.filter((name) => !ALL.some((bench) => bench.name === name))
  if (unknown.length > 0) {
    const known = ALL.map(({ name }) => name).join(', ')
    throw new Error(`no bench is called ${unknown.join(', ')}; there are ${known}`)
  }
  return names.length === 0 ? ALL : ALL.filter(({ name }) => names.includes(name))
}

const main = async (args: readonly string[]) => {
  const isJson = args.includes('--json')
  const say = (text: string) => process.stderr.write(`${text}\n`)
  const rows: (Row & { bench: string })[] = []
  const figures: Record<string, unknown> = {}
  for (const bench of chosen(args.filter((arg) => arg !== '--json'))) {
    say(`measuring ${bench.name} …`)
    const found = await bench.run(say)
    const findings = Array.isArray(found) ? { rows: found, figures: {} } : found
    for (const row of findings.rows) rows.push({ bench: bench.name, ...row })
    Object.assign(figures, findings.figures)
  }
  process.stdout.write(`${tableOf(rows)}\n`)
  if (isJson) {
    const judged = rows.map((row) => ({ ...row, isKept: isKept(row) }))
    const all = { ...figures, rows: judged, isKept: rows.every(isKept) }
    process.stdout.write(`${JSON.stringify(all)}\n`)
  }
  if (!rows.every(isKept)) process.exitCode = 1
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
