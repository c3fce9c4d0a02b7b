import { checkBooks } from '@local/books/check-books'
import { lifted } from '@local/books/read-folder'
import { textsOf } from '@local/database/copy'
import type { ShopCopy } from '@local/devcloud-state'
import type { Outcome, Scenario, World } from './scenario'
import { type ComparedState, differences, membersIn, stateOf } from './state'

/** What is done to a request of the database. A crash kills the function that asks. */
const DISTURBANCES = ['conflict', 'timeout-before', 'timeout-after', 'crash-before'] as const
type Disturbance = (typeof DISTURBANCES)[number]

/** More requests than any operation makes; a loop that does not end is a mistake of the loop. */
const REQUESTS_MAX = 400
/** How often a phone tries again that gets no answer, or one that says nothing. */
const RETRIES_MAX = 3
/**
 * The timers that run all day, until what is unfinished is old enough for them, what was set aside
 * is tried again, and a refund that was not answered is asked for.
 */
const SWEEP = { minutes: 16 }

/** One thing that went otherwise than undisturbed. */
export type Trouble = {
  scenario: string
  disturbance: Disturbance
  /** Which request to the database, from 1. */
  request: number
  kind: 'differing' | 'booksOff' | 'acknowledgedLost'
  what: string[]
}

/** What a scenario came to. */
export type ScenarioReport = { points: number; troubles: Trouble[] }

/** The shop after an act and one sweep. */
type Ended = { outcome: Outcome; state: ComparedState; broken: string[] }

type Prepared = Pick<Scenario, 'isCached' | 'again'> & {
  world: World
  start: ShopCopy
  act: () => Promise<Outcome>
}

export const nameOf = ({ covers, title }: Scenario): string =>
  title === '' ? covers : `${covers} (${title})`

/** A shop, and what it is before every scenario. */
export type Begun = { world: World; base: ShopCopy }

/**
 * Runs a scenario undisturbed, and then once for every disturbance of every request to the database
 * that its act makes: the caller tries again, one sweep passes, and everything is to be as if
 * nothing had happened. With `every` only one request in so many is disturbed.
 */
export async function runScenario(
  { world, base }: Begun,
  scenario: Scenario,
  every = 1,
): Promise<ScenarioReport> {
  const { devcloud } = world
  await devcloud.restore(base)
  // Warm functions may still know what the scenario before has changed.
  devcloud.reloadFunctions()
  const act = await scenario.prepare(world)
  const start = devcloud.copy()
  const { isCached, again } = scenario
  const prepared = { world, start, act, isCached, again }
  const undisturbed = await endOf(prepared, await act())
  if (undisturbed.broken.length > 0 || undisturbed.outcome !== 'done') {
    const why = [undisturbed.outcome, ...undisturbed.broken].join('\n')
    throw new Error(`${nameOf(scenario)} does not work undisturbed: ${why}`)
  }
  const before = stateOf(start, membersIn(start))
  const report: ScenarioReport = { points: 0, troubles: [] }
  for (const disturbance of DISTURBANCES) {
    for (let request = 1; request <= REQUESTS_MAX; request += every) {
      const ended = await disturbed(prepared, disturbance, request)
      if (!ended) break
      report.points += 1
      const found = compared({ before, undisturbed, ended })
      const place = { scenario: nameOf(scenario), disturbance, request }
      report.troubles.push(...found.map((one) => ({ ...place, ...one })))
    }
  }
  return report
}

/** The end of a run in which one request is disturbed; `null` when there is no such request. */
async function disturbed(
  prepared: Prepared,
  kind: Disturbance,
  request: number,
): Promise<Ended | null> {
  const { world, start, act, isCached } = prepared
  const { devcloud } = world
  await devcloud.restore(start)
  if (isCached) devcloud.reloadFunctions()
  devcloud.faults.clear()
  devcloud.faults.add({ kind, action: 'database.*', skip: request - 1 })
  let outcome = await act()
  const [fault] = devcloud.faults.list()
  devcloud.faults.clear()
  if (fault?.struck === 0) return null
  for (let retry = 0; retry < RETRIES_MAX && isNoAnswer(outcome); retry += 1) outcome = await act()
  return endOf(prepared, outcome)
}

/** What the phone takes for a lost connection, or for an answer to try again after. */
const isNoAnswer = (outcome: Outcome): boolean => outcome === 'LOST' || outcome === 'INTERNAL'

async function endOf({ world, start, again }: Prepared, outcome: Outcome): Promise<Ended> {
  const { devcloud } = world
  await devcloud.clock.advance(SWEEP)
  await again?.(world)
  const copy = devcloud.copy()
  const stored = new Map(
    [...textsOf(copy.database)].map(([name, texts]) => [
      name,
      texts.map((text) => lifted(name, text)),
    ]),
  )
  const { broken } = checkBooks(stored, copy.at)
  return {
    outcome,
    state: stateOf(copy, membersIn(start)),
    broken: broken.map(
      ({ rule, id, expected, found }) =>
        `${rule}: ${id} ${JSON.stringify(expected)} ${JSON.stringify(found)}`,
    ),
  }
}

type Runs = { before: ComparedState; undisturbed: Ended; ended: Ended }

function compared({ before, undisturbed, ended }: Runs): Pick<Trouble, 'kind' | 'what'>[] {
  const differing = [
    ...(ended.outcome === undisturbed.outcome ? [] : [`the answer is ${ended.outcome}`]),
    ...differences(undisturbed.state, ended.state),
  ]
  const lost = ended.outcome === 'done' ? lostOf({ before, undisturbed, ended }) : []
  return [
    ...(differing.length > 0 ? [{ kind: 'differing' as const, what: differing }] : []),
    ...(ended.broken.length > 0 ? [{ kind: 'booksOff' as const, what: ended.broken }] : []),
    ...(lost.length > 0 ? [{ kind: 'acknowledgedLost' as const, what: lost }] : []),
  ]
}

/** What the undisturbed run has written, and this one, which was answered as done, has not. */
function lostOf({ before, undisturbed, ended }: Runs): string[] {
  const ids = new Set([...before.keys(), ...undisturbed.state.keys()])
  return [...ids].filter((id) => {
    const old = before.get(id)
    return undisturbed.state.get(id) !== old && ended.state.get(id) === old
  })
}
