import type { AfterSaleOptions, AfterSaleView } from '@core/contract/after-sales'
import type { AfterSaleKind } from '@core/domain/after-sales/after-sale'

/** A line of the order with the pieces that can be requested. */
export type PickableLine = AfterSaleOptions['lines'][number]

/** Requested pieces by line key; lines that are not requested are absent. */
export type Picks = Record<string, number>

/** The pieces of a line that a kind allows; returns and exchanges need shipped pieces. */
export function pickableQuantity(line: PickableLine, kind: AfterSaleKind): number {
  if (kind === 'refund') return line.askable
  // A service is returned with its goods; it cannot be exchanged by itself.
  if (line.kind === 'service') return kind === 'returnRefund' ? line.askable : 0
  return line.returnable
}

/** The initial picks: the line the page was opened for, or everything. */
export function initialPicks(
  lines: readonly PickableLine[],
  kind: AfterSaleKind,
  key: string | null,
): Picks {
  const wanted = lines.filter((line) => key === null || line.key === key)
  return allowedPicks(wanted, kind, Object.fromEntries(wanted.map((line) => [line.key, Infinity])))
}

/** The picks of a request that is being changed; its gifts follow from them. */
export const picksOf = (
  lines: readonly PickableLine[],
  { kind, lines: asked }: Pick<AfterSaleView, 'kind' | 'lines'>,
): Picks =>
  allowedPicks(lines, kind, Object.fromEntries(asked.map(({ key, quantity }) => [key, quantity])))

/** The picks limited to what a kind allows; an exchange allows one line only. */
export function allowedPicks(
  lines: readonly PickableLine[],
  kind: AfterSaleKind,
  picks: Picks,
): Picks {
  const allowed = lines.flatMap((line): [string, number][] => {
    const quantity = Math.min(picks[line.key] ?? 0, pickableQuantity(line, kind))
    return quantity > 0 ? [[line.key, quantity]] : []
  })
  return Object.fromEntries(kind === 'exchange' ? allowed.slice(0, 1) : allowed)
}

/** Adds a line with all its pieces, or removes it. */
export function togglePick(picks: Picks, line: PickableLine, kind: AfterSaleKind): Picks {
  const { [line.key]: previous, ...others } = picks
  if (previous !== undefined) return others
  const one = { [line.key]: pickableQuantity(line, kind) }
  return kind === 'exchange' ? one : { ...others, ...one }
}

/** The picks in the format of the contract. */
export const pickedLines = (picks: Picks): { key: string; quantity: number }[] =>
  Object.entries(picks).map(([key, quantity]) => ({ key, quantity }))
