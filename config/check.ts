import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

/**
 * `npm run check`: types, lint, layers, dead code, the tests, and what was built against its
 * budgets. Every step runs even when one before it failed; the last line is the sum of them all.
 */

const ROOT = resolve(__dirname, '..')
const CACHE = 'node_modules/.cache'

type Step = { name: string; command: string; args: readonly string[] }
type Outcome = { step: Step; code: number; words: string; seconds: number }

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

const BUDGETS: Step = { name: 'budgets', command: tool('tsx'), args: ['config/budgets.check.ts'] }

const run = (step: Step, isShown: boolean): Promise<Outcome> =>
  new Promise((done) => {
    const startedAt = Date.now()
    const shell = process.platform === 'win32'
    const child = spawn(step.command, step.args, { cwd: ROOT, shell })
    let words = ''
    const hear = (chunk: Buffer) => {
      words += chunk.toString()
      if (isShown) process.stdout.write(chunk)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const end = (code: number) =>
      done({ step, code, words, seconds: Math.round((Date.now() - startedAt) / 1000) })
    child.on('error', (error) => {
      words += error.message
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
  })

const tell = ({ step, code, words, seconds }: Outcome, isShown: boolean) => {
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)\n`)
  if (code !== 0 && !isShown) process.stdout.write(`${words.trim()}\n`)
}

/** Two at a time, for two cores; what a step says is shown only when it fails. */
const runStatic = async (): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  const waiting = [...STATIC_STEPS]
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await run(step, false)
      tell(outcome, false)
      outcomes.push(outcome)
    }
  }
  await Promise.all([lane(), lane()])
  return outcomes
}

const runOne = async (step: Step, isShown: boolean) => {
  const outcome = await run(step, isShown)
  tell(outcome, isShown)
  return outcome
}

/** The tally that `config/jest.reporter.cjs` prints; none at all means that jest itself broke. */
const tallyOf = ({ code, words }: Outcome) => {
  const found = [...words.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1)
  const [passed, failed, skipped] = [1, 2, 3].map((at) => Number(found?.[at] ?? 0))
  const isSilentFailure = code !== 0 && !failed
  return { passed: passed ?? 0, failed: isSilentFailure ? 1 : (failed ?? 0), skipped: skipped ?? 0 }
}

const main = async () => {
  const checks = await runStatic()
  const tests = await runOne(TESTS, true)
  // The tests build the pages, so their sizes are known only now.
  checks.push(await runOne(BUDGETS, true))
  const tally = tallyOf(tests)
  const broken = checks.filter(({ code }) => code !== 0)
  const passed = tally.passed + checks.length - broken.length
  const failed = tally.failed + broken.length
  const names = broken.map(({ step }) => step.name).join(', ')
  if (names) process.stdout.write(`\nfailed checks: ${names}\n`)
  const tail = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
  process.stdout.write(`\n${passed} passed, ${failed} failed${tail}\n`)
  process.exitCode = failed > 0 ? 1 : 0
}

void main()
