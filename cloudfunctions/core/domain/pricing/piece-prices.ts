import type { Fen } from '@core/kernel/money'
import type { Draft } from './draft'
import type { PiecesAtPrice } from './quote-types'
import { setsUnitPrice } from './rules'

/**
 * What the pieces of a line cost by the promotions that set the price of a piece, cheapest first.
 * What bundles and nth pieces save belongs to several lines and stands on the bill.
 */
export function piecePrices({ lines, applied }: Draft, at: number): PiecesAtPrice[] {
  const line = lines[at]
  if (!line) return []
  const prices = new Map<Fen, number>()
  const enter = (fen: Fen, quantity: number) => {
    if (quantity > 0) prices.set(fen, (prices.get(fen) ?? 0) + quantity)
  }
  let left = line.quantity
  for (const { promotion, outcome } of applied) {
    const pieces = outcome.pieces?.[at] ?? 0
    if (!promotion || pieces === 0 || !setsUnitPrice(promotion.kind)) continue
    // Such a promotion names one price for all the pieces that it takes of a line.
    enter(line.unitFen - (outcome.off[at] ?? 0) / pieces, pieces)
    left -= pieces
  }
  enter(line.unitFen, left)
  return [...prices].map(([fen, quantity]) => ({ quantity, fen })).sort((a, b) => a.fen - b.fen)
}
