import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'

/** How the provider's bill and our books can differ. */
export const DIFFERENCE_KINDS = [
  'PAYMENT_ONLY_THERE',
  'PAYMENT_ONLY_HERE',
  'PAYMENT_DIFFERS',
  'REFUND_ONLY_THERE',
  'REFUND_ONLY_HERE',
  'REFUND_DIFFERS',
] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

/** One difference. `number` names it at the provider: the order's id, or the refund's. */
export type Difference = {
  kind: DifferenceKind
  number: string
  orderId: string
  thereFen: Fen
  hereFen: Fen
  at: Instant
}

/** Money that one side knows of, in or out. */
export type Entry = { number: string; orderId: string; fen: Fen; at: Instant }

/** What a day's entries of both sides come to: `there` the provider's, `here` ours. */
export type Sides = { there: readonly Entry[]; here: readonly Entry[] }

/**
 * The differences between two sides, entry by entry: what only one of them has, and sums that are
 * not the same. The order is that of the entries, the provider's first.
 */
export function compareEntries({ there, here }: Sides, side: 'PAYMENT' | 'REFUND'): Difference[] {
  const ours = new Map(here.map((entry) => [entry.number, entry]))
  const theirs = new Set(there.map((entry) => entry.number))
  const first = there.flatMap((entry) => {
    const match = ours.get(entry.number)
    if (match?.fen === entry.fen) return []
    const kind = match ? (`${side}_DIFFERS` as const) : (`${side}_ONLY_THERE` as const)
    return [difference(kind, entry, { thereFen: entry.fen, hereFen: match?.fen ?? 0 })]
  })
  const rest = here
    .filter((entry) => !theirs.has(entry.number))
    .map((entry) => difference(`${side}_ONLY_HERE`, entry, { thereFen: 0, hereFen: entry.fen }))
  return [...first, ...rest]
}

const difference = (
  kind: DifferenceKind,
  { number, orderId, at }: Entry,
  sums: { thereFen: Fen; hereFen: Fen },
): Difference => ({ kind, number, orderId, at, ...sums })

/** How many, and how much in all. */
export type Total = { count: number; fen: Fen }

/** The sum of entries. */
export const totalOf = (entries: readonly Entry[]): Total => ({
  count: entries.length,
  fen: entries.reduce((all, entry) => all + entry.fen, 0),
})
