import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

/**
 * `npm run check [-- --campaign]`: types, lint, layers, format, dead code, the tests, and what was
 * built against its budgets and the oldest engines; `--campaign` adds every property with all its
 * cases, a real year of orders, and every operation beside the largest documents. Every step runs
 * even when one before it failed; the last line is the sum of them all.
 */

const ROOT = resolve(__dirname, '..')
const CACHE = 'node_modules/.cache'

type Step = { name: string; command: string; args: readonly string[] }
type Outcome = { step: Step; code: number; output: string; seconds: number }

const tool = (name: string) => join(ROOT, 'node_modules/.bin', name)

const STATIC_STEPS: readonly Step[] = [
  {
    name: 'types',
    command: tool('tsc'),
    args: ['--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', `${CACHE}/types.json`],
  },
  { name: 'lint', command: tool('eslint'), args: ['-c', 'config/eslint.config.mjs', '.'] },
  {
    name: 'layers',
    command: tool('depcruise'),
    args: ['--config', 'config/layers.cjs', 'src', 'cloudfunctions', 'config', 'tests'],
  },
  { name: 'format', command: tool('biome'), args: ['ci', '--reporter=summary', '.'] },
  { name: 'dead code', command: tool('knip'), args: ['-c', 'config/knip.ts', '--no-progress'] },
]

const TESTS: Step = { name: 'tests', command: 'npm', args: ['test', '--silent'] }

const CAMPAIGNS: readonly Step[] = ['properties', 'year', 'largest'].map((name) => ({
  name: `campaign ${name}`,
  command: 'npm',
  args: ['run', '--silent', 'campaign', '--', name],
}))

const BUDGETS: Step = { name: 'budgets', command: tool('tsx'), args: ['config/budgets.check.ts'] }

const FLOOR: Step = { name: 'floor', command: tool('tsx'), args: ['config/floor.check.ts'] }

const run = (step: Step, isShown: boolean): Promise<Outcome> =>
  new Promise((done) => {
    const startedAt = Date.now()
    const shell = process.platform === 'win32'
    const child = spawn(step.command, step.args, { cwd: ROOT, shell })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
      if (isShown) process.stdout.write(chunk)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const end = (code: number) =>
      done({ step, code, output, seconds: Math.round((Date.now() - startedAt) / 1000) })
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
  })

const report = ({ step, code, output, seconds }: Outcome, isShown: boolean) => {
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)\n`)
  if (code !== 0 && !isShown) process.stdout.write(`${output.trim()}\n`)
}

/** Two at a time, for two cores; the output of a step is shown only when it fails. */
const runStatic = async (): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  const waiting = [...STATIC_STEPS]
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await run(step, false)
      report(outcome, false)
      outcomes.push(outcome)
    }
  }
  await Promise.all([lane(), lane()])
  return outcomes
}

const runOne = async (step: Step, isShown: boolean) => {
  const outcome = await run(step, isShown)
  report(outcome, isShown)
  return outcome
}

type Tally = { passed: number; failed: number; skipped: number }

/**
 * The counts that `config/jest.reporter.cjs` printed last; without any, jest itself broke and that
 * is one failure.
 */
const tallyOf = ({ code, output }: Outcome): Tally => {
  const found = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1)
  const [passed = 0, failed = 0, skipped = 0] = [1, 2, 3].map((at) => Number(found?.[at] ?? 0))
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped }
}

const sumOf = (tallies: readonly Tally[], key: keyof Tally) =>
  tallies.reduce((sum, tally) => sum + tally[key], 0)

const main = async (args: readonly string[]) => {
  const checks = await runStatic()
  const tallies = [tallyOf(await runOne(TESTS, true))]
  for (const campaign of args.includes('--campaign') ? CAMPAIGNS : []) {
    tallies.push(tallyOf(await runOne(campaign, true)))
  }
  // The tests build the pages, so they are looked at only now.
  checks.push(await runOne(BUDGETS, true))
  checks.push(await runOne(FLOOR, true))
  const broken = checks.filter(({ code }) => code !== 0)
  const passed = sumOf(tallies, 'passed') + checks.length - broken.length
  const failed = sumOf(tallies, 'failed') + broken.length
  const skipped = sumOf(tallies, 'skipped')
  const names = broken.map(({ step }) => step.name).join(', ')
  if (names) process.stdout.write(`\nfailed checks: ${names}\n`)
  const tail = skipped > 0 ? `, ${skipped} skipped` : ''
  process.stdout.write(`\n${passed} passed, ${failed} failed${tail}\n`)
  process.exitCode = failed > 0 ? 1 : 0
}

void main(process.argv.slice(2))
