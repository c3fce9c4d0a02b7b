import { fork } from 'node:child_process'
import { parseArgs } from 'node:util'
import { buildFunctions } from '../../config/functions.build'
import { uncovered } from './conflicts/coverage'
import { nameOf, runScenario, type ScenarioReport, type Trouble } from './conflicts/run-scenario'
import type { Scenario } from './conflicts/scenario'
import { SCENARIOS } from './conflicts/scenarios'
import { openWorld } from './conflicts/world'

/**
 * `npm run campaign -- conflicts [--json] [--only OPERATION,…] [--every N]`: a conflict, a timeout
 * before and after, and the death of the function at every request to the database of everything
 * that writes. With `--every` only at one request in so many.
 */

/** Two cores; each process has a shop of its own. */
const PROCESSES = 2
/** Troubles of a scenario that are written out without `--json`. */
const WRITTEN_MAX = 20

const FLAGS = {
  json: { type: 'boolean', default: false },
  only: { type: 'string', default: '' },
  every: { type: 'string', default: '1' },
  child: { type: 'boolean', default: false },
} as const

/** What a child reports of each scenario; `failure` when it could not be run at all. */
type Message = { name: string; report?: ScenarioReport; failure?: string; ms: number }

const chosen = (only: string): Scenario[] =>
  SCENARIOS.filter((scenario) => only.split(',').some((part) => nameOf(scenario).includes(part)))

/** In a process of its own: runs the scenarios whose numbers it is sent, one after another. */
async function serveScenarios(every: number): Promise<void> {
  const begun = await openWorld()
  process.on('message', (at: number | 'end') => void answer(at))
  const answer = async (at: number | 'end') => {
    if (at === 'end') {
      await begun.world.shop.close()
      return process.disconnect()
    }
    const scenario = SCENARIOS[at]
    if (!scenario) return
    const started = Date.now()
    const ended = await runScenario(begun, scenario, every).then(
      (report) => ({ report }),
      (error: unknown) => ({ failure: String(error) }),
    )
    process.send?.({ name: nameOf(scenario), ...ended, ms: Date.now() - started })
  }
  process.send?.({ name: '', ms: 0 })
}

/** Hands scenarios to a process as it asks for them, until there are none. */
type Queue = { numbers: number[]; every: number }

function runChild({ numbers, every }: Queue, onEnded: (message: Message) => void): Promise<void> {
  const args = ['--child', '--every', String(every)]
  const execArgv = ['--import', 'tsx']
  const child = fork(__filename, args, { execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  child.on('message', (message: Message) => {
    if (message.name !== '') onEnded(message)
    child.send(numbers.shift() ?? 'end')
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code) => (code ? fail(new Error(`a process ended with ${code}`)) : done()))
  })
}

type Options = { only: string; every: number; isJson: boolean }

async function main({ only, every, isJson }: Options): Promise<void> {
  const begun = Date.now()
  const missing = uncovered(SCENARIOS)
  if (missing.length > 0) throw new Error(`no scenario covers ${missing.join(', ')}`)
  const scenarios = chosen(only)
  if (scenarios.length === 0) throw new Error(`no scenario is called ${only}`)
  await buildFunctions()
  const ended: Message[] = []
  const numbers = scenarios.map((scenario) => SCENARIOS.indexOf(scenario))
  const queue = { numbers, every }
  const onEnded = (message: Message) => {
    ended.push(message)
    if (isJson) return
    process.stdout.write(lineOf(message))
    for (const one of message.report?.troubles.slice(0, WRITTEN_MAX) ?? []) {
      process.stdout.write(textOf(one))
    }
  }
  await Promise.all(Array.from({ length: PROCESSES }, () => runChild(queue, onEnded)))
  report(scenarios, { ended, seconds: Math.round((Date.now() - begun) / 1000), isJson })
}

const lineOf = ({ name, report, failure, ms }: Message): string =>
  `${name}: ${failure ?? `${report?.points} points, ${report?.troubles.length} troubles`}` +
  ` (${Math.round(ms / 1000)} s)\n`

type Ended = { ended: readonly Message[]; seconds: number; isJson: boolean }

function report(scenarios: readonly Scenario[], { ended, seconds, isJson }: Ended): void {
  const failures = ended.flatMap(({ failure }) => failure ?? [])
  const troubles = ended.flatMap((one) => one.report?.troubles ?? [])
  const count = (kind: Trouble['kind']) => troubles.filter((one) => one.kind === kind).length
  const sums = {
    operations: new Set(scenarios.map(({ covers }) => covers)).size,
    points: ended.reduce((sum, one) => sum + (one.report?.points ?? 0), 0),
    differing: count('differing'),
    booksOff: count('booksOff'),
    acknowledgedLost: count('acknowledgedLost'),
  }
  if (failures.length > 0 || troubles.length > 0) process.exitCode = 1
  const rest = { ...(failures.length > 0 ? { failures } : {}), seconds }
  const found = isJson && troubles.length > 0 ? { troubles } : {}
  process.stdout.write(`${JSON.stringify({ ...sums, ...rest, ...found })}\n`)
}

const textOf = ({ scenario, disturbance, request, kind, what }: Trouble): string =>
  `\n${scenario}, ${disturbance} at request ${request}: ${kind}\n  ${what.join('\n  ')}\n`

const { values } = parseArgs({ options: FLAGS })
const every = Math.max(1, Number(values.every) || 1)
const options = { only: values.only, every, isJson: values.json }
const work = values.child ? serveScenarios(every) : main(options)
work.catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
