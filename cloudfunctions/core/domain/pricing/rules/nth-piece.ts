import type { NthPiece } from '@core/domain/promotions/promotion'
import { allocate, type Fen } from '@core/kernel/money'
import { type Draft, linesInScope, type Outcome } from '../draft'

/** Pieces of one line, standing in the row beside one another. */
type Run = { line: number; fen: Fen; quantity: number }

/**
 * 买一送一, 第二件半价. The untouched pieces are laid out from dear to cheap and every nth one is
 * cheaper, rounded to the nearest fen (half a fen up). The saving is shared by all pieces of the
 * full groups, so that one piece given back is worth its share.
 */
export function nthPiece(rule: NthPiece, draft: Draft): Outcome {
  const isWithin = linesInScope(draft, rule.scope)
  const all = draft.lines.reduce((sum, one, at) => sum + (isWithin[at] ? one.quantity : 0), 0)
  if (all === 0) return null
  if (all < rule.nth) return { reason: 'TOO_FEW_PIECES' }
  const row = layOut(rule, draft)
  const quantity = row.reduce((sum, run) => sum + run.quantity, 0)
  const full = quantity - (quantity % rule.nth)
  const pieces = draft.lines.map(() => 0)
  let saved = 0
  let from = 0
  for (const run of row) {
    const to = Math.min(from + run.quantity, full)
    const cheaper = Math.floor(to / rule.nth) - Math.floor(from / rule.nth)
    saved += cheaper * Math.round((run.fen * rule.percentOff) / 100)
    pieces[run.line] = to - from
    from = to
  }
  const worth = draft.lines.map((line, at) => (pieces[at] ?? 0) * line.unitFen)
  return saved > 0 ? { off: allocate(saved, worth), pieces } : { reason: 'NO_EFFECT' }
}

/** The pieces in the scope, dear ones first, those of one price in the order of the lines. */
function layOut(rule: NthPiece, draft: Draft): Run[] {
  const isWithin = linesInScope(draft, rule.scope)
  const row = draft.lines.flatMap((line, at) =>
    line.plain === 0 || !isWithin[at]
      ? []
      : [{ line: at, fen: line.unitFen, quantity: line.plain }],
  )
  return row.sort((a, b) => b.fen - a.fen || a.line - b.line)
}
