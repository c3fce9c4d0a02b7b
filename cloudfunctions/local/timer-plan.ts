import { type Cron, firings } from './cron'
import { HOUR_MS } from './time'

/** A function's timer: a function has one at most (WeChat docs, functions/triggers). */
export type Trigger = { functionName: string; name: string; cron: Cron }

/** One moment at which a trigger fires. */
export type Firing = { trigger: Trigger; at: number }

/** A span in which a trigger's firings are due: after `from`, up to and with `to`. */
export type DueWindow = { trigger: Trigger; from: number; to: number }

/** Firings closer together than this belong to one run. */
const RUN_GAP_MS = HOUR_MS

/** A run of more firings than this fires once. */
const RUN_FIRINGS_MAX = 3

const countOf = ({ trigger, from, to }: DueWindow): number => {
  let count = 0
  for (const _ of firings(trigger.cron, from, to)) count += 1
  return count
}

/**
 * The instants at which one trigger fires. `cuts` are the firings of rarer triggers, ascending;
 * what falls on a cut belongs before it.
 */
const coalesced = ({ trigger, from, to }: DueWindow, cuts: readonly number[]): number[] => {
  const chosen: number[] = []
  let run: number[] = []
  let count = 0
  let cut = 0
  const flush = () => {
    chosen.push(...(count > RUN_FIRINGS_MAX ? run.slice(-1) : run))
    run = []
    count = 0
  }
  for (const at of firings(trigger.cron, from, to)) {
    const last = run.at(-1)
    if (last !== undefined) {
      while (cut < cuts.length && (cuts[cut] as number) < last) cut += 1
      const isCut = cut < cuts.length && (cuts[cut] as number) < at
      if (isCut || at - last >= RUN_GAP_MS) flush()
    }
    count += 1
    // Of a long run only the last matters: a jump of a year must not keep half a million.
    run = count > RUN_FIRINGS_MAX ? [at] : [...run, at]
  }
  flush()
  return chosen
}

/**
 * What fires, in order, when the clock jumps.
 *
 * A sweep that runs every minute would fire 43,200 times in a jump of 30 days and find nothing to
 * do in all but a few. So neighbours less than an hour apart form a *run*; a run is cut wherever a
 * rarer trigger fires, and a run of more than three fires only its last. A nightly trigger fires
 * every night; one that fires every minute fires once right before each of those, and once at the
 * end. Triggers that fall on one instant fire the more frequent first, then by name.
 */
export const planFirings = (owed: readonly DueWindow[]): Firing[] => {
  const byRarity = owed
    .map((one) => ({ one, count: countOf(one) }))
    .sort(
      (a, b) =>
        a.count - b.count || (a.one.trigger.functionName < b.one.trigger.functionName ? 1 : -1),
    )
  const rank = new Map(byRarity.map(({ one }, index) => [one.trigger, index]))
  const plan: Firing[] = []
  for (const { one } of byRarity) {
    const cuts = plan.map(({ at }) => at).sort((a, b) => a - b)
    plan.push(...coalesced(one, cuts).map((at) => ({ trigger: one.trigger, at })))
  }
  const rankOf = ({ trigger }: Firing) => rank.get(trigger) ?? 0
  return plan.sort((a, b) => a.at - b.at || rankOf(b) - rankOf(a))
}

/**
 * What a trigger has missed while the machine slept or the local cloud was off: its last firing.
 */
export const missedFiring = ({ trigger, from, to }: DueWindow): Firing | undefined => {
  let last: number | undefined
  for (const at of firings(trigger.cron, from, to)) last = at
  return last === undefined ? undefined : { trigger, at: last }
}
