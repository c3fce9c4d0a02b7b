import type { AfterSaleOptions } from '@core/contract/after-sales'
import type { AfterSaleKind } from '@core/domain/after-sales/after-sale'

/** A line of the order with what can be asked back of it. */
export type PickableLine = AfterSaleOptions['lines'][number]

/** How many pieces of each line are asked back, by key; a line that is not asked back is absent. */
export type Picks = Record<string, number>

/** The most pieces of a line that a kind allows: what is to come back must have been sent. */
export function pickableQuantity(line: PickableLine, kind: AfterSaleKind): number {
  if (kind === 'refund') return line.askable
  // What was done to a piece goes back with it; it cannot be exchanged by itself.
  if (line.kind === 'service') return kind === 'returnRefund' ? line.askable : 0
  return line.returnable
}

/** What is picked when the page opens: the line it was opened for, or everything. */
export function initialPicks(
  lines: readonly PickableLine[],
  kind: AfterSaleKind,
  key: string | null,
): Picks {
  const wanted = lines.filter((line) => key === null || line.key === key)
  return allowedPicks(wanted, kind, Object.fromEntries(wanted.map((line) => [line.key, Infinity])))
}

/** The picks that a kind allows; of an exchange one line alone. */
export function allowedPicks(lines: readonly PickableLine[], kind: AfterSaleKind, picks: Picks): Picks {
  const allowed = lines.flatMap((line): [string, number][] => {
    const quantity = Math.min(picks[line.key] ?? 0, pickableQuantity(line, kind))
    return quantity > 0 ? [[line.key, quantity]] : []
  })
  return Object.fromEntries(kind === 'exchange' ? allowed.slice(0, 1) : allowed)
}

/** A line put in with all its pieces, or taken out. */
export function togglePick(picks: Picks, line: PickableLine, kind: AfterSaleKind): Picks {
  const { [line.key]: was, ...others } = picks
  if (was !== undefined) return others
  const one = { [line.key]: pickableQuantity(line, kind) }
  return kind === 'exchange' ? one : { ...others, ...one }
}

/** The picks as the cloud takes them. */
export const pickedLines = (picks: Picks): { key: string; quantity: number }[] =>
  Object.entries(picks).map(([key, quantity]) => ({ key, quantity }))
