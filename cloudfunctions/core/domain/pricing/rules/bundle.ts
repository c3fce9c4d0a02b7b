import type { Bundle } from '@core/domain/promotions/kinds/bundle'
import { allocate } from '@core/kernel/money'
import type { Draft, DraftLine, RuleOutcome } from '../draft'
import type { GoodsRule } from '../rule'

/**
 * 套餐. As many whole sets as the untouched pieces make cost the price of the set; the saving is
 * shared in proportion to what the pieces would have cost.
 */
export const bundleRule: GoodsRule<Bundle> = { stage: 'goods', price }

function price(promotion: Bundle, { lines }: Draft): RuleOutcome {
  const all = setsOf(promotion, lines, (line) => line.quantity)
  if (all === null) return null
  if (all === 0) return { reason: 'INCOMPLETE' }
  const sets = setsOf(promotion, lines, (line) => line.untouchedPieces) ?? 0
  const pieces = lines.map(() => 0)
  for (const part of promotion.parts) {
    let wanted = part.quantity * sets
    lines.forEach((line, at) => {
      if (line.isService || line.skuId !== part.skuId) return
      const some = Math.min(wanted, line.untouchedPieces)
      pieces[at] = some
      wanted -= some
    })
  }
  const worth = lines.map((line, at) => (pieces[at] ?? 0) * line.unitFen)
  const saved = worth.reduce((sum, fen) => sum + fen, 0) - promotion.priceFen * sets
  return saved > 0 ? { off: allocate(saved, worth), pieces } : { reason: 'NO_EFFECT' }
}

type Count = (line: DraftLine) => number

/** How many whole sets the lines make; `null` when none of its SKUs is in the cart. */
function setsOf({ parts }: Bundle, lines: readonly DraftLine[], count: Count): number | null {
  const quantities = parts.map(({ skuId }) =>
    lines.reduce(
      (sum, line) => sum + (line.skuId === skuId && !line.isService ? count(line) : 0),
      0,
    ),
  )
  if (quantities.every((pieces) => pieces === 0)) return null
  return Math.min(...parts.map(({ quantity }, at) => Math.floor((quantities[at] ?? 0) / quantity)))
}
