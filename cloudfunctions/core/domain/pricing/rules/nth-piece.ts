import type { NthPiece } from '@core/domain/promotions/kinds/nth-piece'
import { allocate, type Fen } from '@core/kernel/money'
import { type Draft, placesIn, type RuleOutcome } from '../draft'
import type { GoodsRule } from '../rule'

/**
 * 买一送一, 第二件半价. The untouched pieces are sorted from dear to cheap and every nth one is
 * cheaper, rounded to the nearest fen (half a fen up). The saving is shared by all pieces of the
 * full groups, so that a returned piece is refunded with its share.
 */
export const nthPieceRule: GoodsRule<NthPiece> = { stage: 'goods', phase: 'tag', price }

/** Pieces of one line, next to one another in the sorted row. */
type Run = { line: number; fen: Fen; quantity: number }

function price(promotion: NthPiece, draft: Draft): RuleOutcome {
  const places = placesIn(draft, promotion.scope)
  const all = places.reduce((sum, at) => sum + (draft.lines[at]?.quantity ?? 0), 0)
  if (all === 0) return null
  if (all < promotion.nth) return { reason: 'TOO_FEW_PIECES' }
  const row = sortedRuns(promotion, draft)
  const quantity = row.reduce((sum, run) => sum + run.quantity, 0)
  const full = quantity - (quantity % promotion.nth)
  const pieces = draft.lines.map(() => 0)
  let saved = 0
  let from = 0
  for (const run of row) {
    const to = Math.min(from + run.quantity, full)
    const cheaper = Math.floor(to / promotion.nth) - Math.floor(from / promotion.nth)
    saved += cheaper * Math.round((run.fen * promotion.percentOff) / 100)
    pieces[run.line] = to - from
    from = to
  }
  const worth = draft.lines.map((line, at) => (pieces[at] ?? 0) * line.unitFen)
  return saved > 0 ? { off: allocate(saved, worth), pieces } : { reason: 'NO_EFFECT' }
}

/** The untouched pieces in the scope, dear ones first, those of one price in line order. */
function sortedRuns(promotion: NthPiece, draft: Draft): Run[] {
  const row = placesIn(draft, promotion.scope).flatMap((at) => {
    const [fen, quantity] = [draft.lines[at]?.unitFen ?? 0, draft.untouched[at] ?? 0]
    return quantity === 0 ? [] : [{ line: at, fen, quantity }]
  })
  return row.sort((a, b) => b.fen - a.fen || a.line - b.line)
}
