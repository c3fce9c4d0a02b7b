import { FIRST, inverted, LAST, successor } from './key'
import type { Sort } from './order'
import { type Bound, type Conjunction, conjunctionOf, type Predicate } from './predicates'
import { ID_INDEX, type Index, indexOf, type Table } from './table'
import type { Document } from './values'

/** Keys from `low` up to but not including `high`; all begin with the same `prefix` bytes. */
export type KeyRange = { low: Buffer; high: Buffer; prefix: number }

/** One walk through one index. */
export type IndexWalk = {
  index: Index
  ranges: KeyRange[]
  isReverse: boolean
  /** The walk yields documents in the wanted order. */
  isSorted: boolean
  /** Every document of the walk fulfils the condition: no filter is needed. */
  isExact: boolean
  /** Every range is one key of a unique index. */
  isPoint: boolean
  /** False when the whole index is walked for its order alone. */
  isNarrowed: boolean
}

/**
 * How documents are found: through one index, through one per branch of an `$or`, or by looking at
 * all.
 */
export type Plan =
  | { kind: 'index'; walk: IndexWalk }
  | { kind: 'union'; walks: IndexWalk[] }
  | { kind: 'all' }

/** More ranges than this and equality stops multiplying. */
const RANGES_MAX = 1000

/** Chooses how to find the documents of a condition in an order. */
export function planFor(table: Table, condition: Document, sort: Sort): Plan {
  const conjunction = conjunctionOf(condition)
  const walk = bestWalk(table, conjunction, sort)
  if (walk?.isNarrowed) return { kind: 'index', walk }
  for (const branches of conjunction.alternatives) {
    const walks = branches.map((branch) => bestWalk(table, conjunctionOf(branch), []))
    if (walks.every((one): one is IndexWalk => one?.isNarrowed === true)) {
      return { kind: 'union', walks }
    }
  }
  return walk ? { kind: 'index', walk } : { kind: 'all' }
}

function bestWalk(table: Table, conjunction: Conjunction, sort: Sort): IndexWalk | undefined {
  let best: { walk: IndexWalk; score: number } | undefined
  for (const index of [indexOf(ID_INDEX, table.documents), ...table.indexes]) {
    const found = walkOf(index, conjunction, sort)
    if (found && (!best || found.score > best.score)) best = found
  }
  return best?.walk
}

/** Weights of what an index gives: equal fields most, then the order, then a range. */
const SCORE = { unique: 1000, points: 10, sorted: 7, range: 4 } as const

function walkOf(index: Index, conjunction: Conjunction, sort: Sort) {
  const bounds = boundsOf(index, conjunction.predicates)
  const way = directionOf(index, bounds, sort)
  const isSorted = sort.length === 0 || way !== undefined
  const isNarrowed = bounds.used.length > 0
  if (!isNarrowed && (sort.length === 0 || !isSorted)) return undefined
  const isPoint = index.spec.unique === true && bounds.fixed.length === index.spec.fields.length
  const score =
    (isPoint ? SCORE.unique : 0) +
    SCORE.points * bounds.fixed.length +
    (sort.length > 0 && isSorted ? SCORE.sorted : 0) +
    (bounds.used.length > bounds.fixed.length ? SCORE.range : 0)
  const isExact =
    conjunction.isComplete &&
    conjunction.predicates.every((predicate) => bounds.used.includes(predicate)) &&
    !index.isMultikey.includes(true)
  const { ranges } = bounds
  const isReverse = way === 'backward'
  return { score, walk: { index, ranges, isReverse, isSorted, isExact, isPoint, isNarrowed } }
}

type Bounds = {
  ranges: KeyRange[]
  /** How many points each leading field is fixed to. */
  fixed: number[]
  used: Predicate[]
}

/** Leading fields fixed to points, then at most one range. */
function boundsOf(index: Index, predicates: readonly Predicate[]): Bounds {
  let prefixes: Buffer[] = [FIRST]
  const fixed: number[] = []
  const used: Predicate[] = []
  for (const [position, [path, way]] of index.spec.fields.entries()) {
    const here = predicates.filter((predicate) => predicate.path === path)
    const points = fewestPoints(here)
    if (points && prefixes.length * points.points.length <= RANGES_MAX) {
      const keys = way === 'desc' ? points.points.map(inverted) : points.points
      prefixes = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])))
      fixed.push(points.points.length)
      used.push(points)
      continue
    }
    const ranges = here.filter((predicate) => predicate.kind === 'range')
    const usable = index.isMultikey[position] ? ranges.slice(0, 1) : ranges
    if (usable.length === 0) break
    used.push(...usable)
    const { low, high } = oriented(intersection(usable), way)
    return {
      ranges: prefixes.map((prefix) => ({
        low: Buffer.concat([prefix, low]),
        high: Buffer.concat([prefix, high]),
        prefix: prefix.length,
      })),
      fixed,
      used,
    }
  }
  return { ranges: prefixes.map(wholeOf), fixed, used }
}

function wholeOf(prefix: Buffer): KeyRange {
  const high = prefix.length === 0 ? LAST : successor(prefix)
  return { low: prefix, high, prefix: prefix.length }
}

type Points = Extract<Predicate, { kind: 'points' }>
type Range = Extract<Predicate, { kind: 'range' }>

function fewestPoints(predicates: readonly Predicate[]): Points | undefined {
  return predicates
    .filter((predicate) => predicate.kind === 'points')
    .sort((a, b) => a.points.length - b.points.length)[0]
}

function intersection(ranges: readonly Range[]): { low: Bound; high: Bound } {
  return ranges.reduce<{ low: Bound; high: Bound }>(
    (both, next) => ({
      low: Buffer.compare(startOf(next.low), startOf(both.low)) > 0 ? next.low : both.low,
      high: Buffer.compare(endOf(next.high), endOf(both.high)) < 0 ? next.high : both.high,
    }),
    ranges[0] as Range,
  )
}

function oriented({ low, high }: { low: Bound; high: Bound }, way: 'asc' | 'desc') {
  if (way === 'asc') return { low: startOf(low), high: endOf(high) }
  const turned = (bound: Bound): Bound => ({ ...bound, bytes: inverted(bound.bytes) })
  return { low: startOf(turned(high)), high: endOf(turned(low)) }
}

const startOf = (low: Bound): Buffer => (low.inclusive ? low.bytes : successor(low.bytes))
const endOf = (high: Bound): Buffer => (high.inclusive ? successor(high.bytes) : high.bytes)

/** The direction in which the index gives the order; undefined if it cannot. */
function directionOf(index: Index, bounds: Bounds, sort: Sort): 'forward' | 'backward' | undefined {
  const { fields } = index.spec
  const constant = new Set(
    fields
      .slice(0, bounds.fixed.length)
      .filter((_, i) => bounds.fixed[i] === 1 && !index.isMultikey[i])
      .map(([path]) => path),
  )
  const wanted = sort.filter(([path]) => !constant.has(path))
  const start = bounds.fixed.length
  const ways = wanted.map(([path, direction], i) => {
    const field = fields[start + i]
    if (field?.[0] !== path || index.isMultikey[start + i]) return undefined
    return (field[1] === 'asc') === (direction === 1) ? 'forward' : 'backward'
  })
  const first = ways[0] ?? 'forward'
  return ways.every((way) => way === first) ? first : undefined
}
