import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import * as fc from 'fast-check'
import { anyChoice, anyMaterial } from '../builders/carts'
import { dearerByOffer, dearerByTier, orderDependent, unexplained } from '../builders/price-laws'
import { tightMaterial } from '../builders/tight-carts'

/**
 * `npm run campaign -- prices [--json] [--carts N] [--seed N]`: the laws of prices on random carts,
 * half of them of any size and half small and tight, each also priced by brute force where it is
 * small enough. Ends with 1 when a law is broken on any cart.
 */

const CARTS = 200_000
const SEED = 20_261_128
/** A worker draws this many carts at once, from a seed of their own that draws them again. */
const CARTS_AT_ONCE = 500
const WORKERS_MAX = 4
/** Broken laws that are shown in full. */
const EXAMPLES_MAX = 5

const LAWS = { dearerByTier, dearerByOffer, orderDependent, unexplained }
type Law = keyof typeof LAWS
const LAW_NAMES = Object.keys(LAWS) as Law[]

/** How many carts were drawn, and on how many of them each law was broken. */
type Counts = { carts: number } & Record<Law, number>
type Report = { counts: Counts; examples: string[] }

const nothing = (): Counts => ({
  carts: 0,
  dearerByTier: 0,
  dearerByOffer: 0,
  orderDependent: 0,
  unexplained: 0,
})

const drawn = fc.tuple(fc.oneof(anyMaterial, tightMaterial), anyChoice)

/** Draws the carts of one seed and holds the laws against each. */
function examine(seed: number, carts: number): Report {
  const report: Report = { counts: nothing(), examples: [] }
  for (const [of, choice] of fc.sample(drawn, { seed, numRuns: carts })) {
    report.counts.carts += 1
    for (const law of LAW_NAMES) {
      const why = LAWS[law](of, choice)
      if (why === null) continue
      report.counts[law] += 1
      if (report.examples.length < EXAMPLES_MAX) {
        report.examples.push(`${law}: ${why}\n${JSON.stringify({ of, choice })}`)
      }
    }
  }
  return report
}

/** The seeds and sizes that make up this many carts. */
const portions = (carts: number, seed: number) =>
  Array.from({ length: Math.ceil(carts / CARTS_AT_ONCE) }, (_, no) => ({
    seed: seed + no,
    carts: Math.min(CARTS_AT_ONCE, carts - no * CARTS_AT_ONCE),
  }))

type Portion = ReturnType<typeof portions>[number]

/** A worker examines each portion that it is sent and answers with its report. */
function work(): void {
  process.on('message', ({ seed, carts }: Portion) => {
    process.send?.(examine(seed, carts))
  })
}

/** Hands the portions to the workers, each the next one when it has finished. */
function conduct(waiting: Portion[], onReport: (report: Report) => void): Promise<void> {
  const workers = Math.min(waiting.length, WORKERS_MAX, availableParallelism())
  return new Promise((done, fail) => {
    let running = workers
    const next = (worker: ChildProcess) => {
      const portion = waiting.shift()
      if (portion) return worker.send(portion)
      running -= 1
      worker.disconnect()
      if (running === 0) done()
    }
    for (let no = 0; no < workers; no += 1) {
      const worker = fork(__filename, ['--worker'])
      worker.on('error', fail)
      worker.on('exit', (code) => code && fail(new Error(`a worker ended with ${code}`)))
      worker.on('message', (report: Report) => {
        onReport(report)
        next(worker)
      })
      next(worker)
    }
  })
}

const numberAfter = (args: readonly string[], flag: string, otherwise: number): number => {
  const at = args.indexOf(flag)
  const value = at < 0 ? otherwise : Number(args[at + 1])
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${flag} takes a whole number`)
  return value
}

async function main(args: readonly string[]): Promise<void> {
  const carts = numberAfter(args, '--carts', CARTS)
  const seed = numberAfter(args, '--seed', SEED)
  const total = nothing()
  const say = (text: string) => process.stderr.write(`${text}\n`)
  let shown = 0
  await conduct(portions(carts, seed), ({ counts, examples }) => {
    for (const name of ['carts', ...LAW_NAMES] as const) total[name] += counts[name]
    for (const example of examples.slice(0, EXAMPLES_MAX - shown)) {
      say(example)
      shown += 1
    }
    if (total.carts % (20 * CARTS_AT_ONCE) === 0) say(`${total.carts} of ${carts} carts …`)
  })
  const rows = Object.entries(total).map(([name, count]) => `${name} ${count}`)
  process.stdout.write(`${args.includes('--json') ? JSON.stringify(total) : rows.join('\n')}\n`)
  if (LAW_NAMES.some((law) => total[law] > 0)) process.exitCode = 1
}

if (process.argv.includes('--worker')) work()
else {
  main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
