/** A product in the order of the shelf: by `sort`, and of equals by id. */
export type Placed = { id: string; sort: number }

/** A product whose place changes, from one number to another. */
export type ShelfMove = { productId: string; from: number; to: number }

/** The numbers that there are, both included (`position` of the contract). */
const SORT_MIN = 0
const SORT_MAX = 100_000
/** Room left between products that are put before or behind all others. */
const STEP = 10

/** How a wanted order is reached when the row `at` keeps its number. */
type Kept = { moves: number; before: number }

/**
 * The fewest moves that put products in this order; those that stand right stay. `behind` is the
 * product that follows them, which stays too.
 */
export function shelfMoves(wanted: readonly Placed[], behind: Placed | null): ShelfMove[] {
  const rows = behind ? [...wanted, behind] : [...wanted]
  const stays = keptRows(rows, behind !== null)
  const ends = [-1, ...stays, ...(behind ? [] : [rows.length])]
  const sorts = ends.slice(1).flatMap((end, at) => {
    const start = ends[at] ?? -1
    const between = numbersBetween(rows[start]?.sort, rows[end]?.sort, end - start - 1)
    const kept = rows[end]
    return kept ? [...between, kept.sort] : between
  })
  return wanted.flatMap(({ id, sort }, at) => {
    const to = sorts[at] ?? sort
    return to === sort ? [] : [{ productId: id, from: sort, to }]
  })
}

/** The indexes of the most rows that can keep their numbers, so that the others fit between. */
function keptRows(rows: readonly Placed[], isLastKept: boolean): number[] {
  const best: (Kept | null)[] = rows.map(({ sort }, at) =>
    at <= sort - SORT_MIN ? { moves: at, before: -1 } : null,
  )
  rows.forEach((row, at) => {
    for (let before = 0; before < at; before += 1) {
      const known = best[before]
      const other = rows[before]
      if (!known || !other || !fit(other, row, at - before - 1)) continue
      const moves = known.moves + at - before - 1
      const present = best[at]
      if (!present || moves < present.moves) best[at] = { moves, before }
    }
  })
  const last = isLastKept ? rows.length - 1 : bestEnd(rows, best)
  const kept: number[] = []
  for (let at = last; at >= 0; at = best[at]?.before ?? -1) kept.unshift(at)
  return kept
}

/** The row to keep last, counting those behind it as moved; -1 when all must be. */
function bestEnd(rows: readonly Placed[], best: readonly (Kept | null)[]): number {
  const ends = rows.flatMap(({ sort }, at) => {
    const kept = best[at]
    const after = rows.length - 1 - at
    return kept && after <= SORT_MAX - sort ? [{ at, moves: kept.moves + after }] : []
  })
  return ends.sort((a, b) => a.moves - b.moves)[0]?.at ?? -1
}

/** Whether two rows can both stay with so many others between them. */
const fit = (a: Placed, b: Placed, between: number): boolean =>
  between > 0 ? b.sort - a.sort > between : a.sort < b.sort || (a.sort === b.sort && a.id < b.id)

/** So many numbers between two, spread evenly; outside all others in steps where there is room. */
function numbersBetween(
  above: number | undefined,
  below: number | undefined,
  count: number,
): number[] {
  const places = Array.from({ length: count }, (_, at) => at + 1)
  if (below === undefined && above !== undefined && above + STEP * count <= SORT_MAX) {
    return places.map((place) => above + STEP * place)
  }
  if (above === undefined && below !== undefined && below - STEP * count >= SORT_MIN) {
    return places.map((place) => below - STEP * (count + 1 - place))
  }
  const [low, high] = [above ?? SORT_MIN - 1, below ?? SORT_MAX + 1]
  return places.map((place) => low + Math.floor(((high - low) * place) / (count + 1)))
}
