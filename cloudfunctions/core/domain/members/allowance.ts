import { addDays, type Day } from '@core/kernel/calendar'

/** What a customer is told when something is refused: what it is, and what to do. */
export type Told = { title: string; note: string }

/**
 * What a customer has done on one day, counted by what it was. A new day replaces the one before,
 * so this never grows beyond one number per row of the table.
 */
export type DayCounts = { day: Day; counts: Readonly<Record<string, number>> }

/** One more of something on a day: `key` names what, `weight` how many at once. */
export type Addition = { key: string; weight: number; most: number; today: Day }

/**
 * How to count an addition: to the numbers of `day`, as the first of a day that replaces `before`,
 * or not at all, because it would be more than the day allows.
 */
export type Counting =
  | { step: 'refuse' }
  | { step: 'add'; day: Day }
  | { step: 'begin'; day: Day; before: Day | null }

/** Decides how an addition is counted. */
export function countingOf(stored: DayCounts | null, addition: Addition): Counting {
  const { key, weight, most, today } = addition
  const day = stored && isCurrent(stored.day, today) ? stored.day : today
  const isSameDay = stored?.day === day
  const had = isSameDay ? (stored.counts[key] ?? 0) : 0
  if (had + weight > most) return { step: 'refuse' }
  return isSameDay ? { step: 'add', day } : { step: 'begin', day, before: stored?.day ?? null }
}

/**
 * At midnight workers disagree for a moment about the day: the later one holds. A day that lies
 * further ahead comes from a clock that was wrong, and is replaced.
 */
const isCurrent = (stored: Day, today: Day): boolean =>
  stored === today || stored === addDays(today, 1)
