import type { Bundle } from '@core/domain/promotions/kinds/bundle'
import { allocate } from '@core/kernel/money'
import type { Draft, RuleOutcome } from '../draft'
import type { GoodsRule } from '../rule'

/**
 * 套餐. As many whole sets as the untouched pieces make cost the price of the set; the saving is
 * shared in proportion to what the pieces would have cost.
 */
export const bundleRule: GoodsRule<Bundle> = { stage: 'goods', phase: 'tag', price }

function price(promotion: Bundle, draft: Draft): RuleOutcome {
  const { lines, untouched } = draft
  const parts = partsBySku(promotion)
  const all = setsOf(parts, draft, (at) => lines[at]?.quantity ?? 0)
  if (all === null) return null
  if (all === 0) return { reason: 'INCOMPLETE' }
  const sets = setsOf(parts, draft, (at) => untouched[at] ?? 0) ?? 0
  const pieces = lines.map(() => 0)
  for (const [skuId, quantity] of parts) {
    let wanted = quantity * sets
    for (const at of draft.bySku.get(skuId) ?? []) {
      const some = Math.min(wanted, untouched[at] ?? 0)
      pieces[at] = some
      wanted -= some
    }
  }
  const worth = lines.map((line, at) => (pieces[at] ?? 0) * line.unitFen)
  const saved = worth.reduce((sum, fen) => sum + fen, 0) - promotion.priceFen * sets
  return saved > 0 ? { off: allocate(saved, worth), pieces } : { reason: 'NO_EFFECT' }
}

/** Pieces of each SKU in a set. Validation refuses a SKU twice; should it be, both are needed. */
function partsBySku({ parts }: Bundle): Map<string, number> {
  const pieces = new Map<string, number>()
  for (const { skuId, quantity } of parts) pieces.set(skuId, (pieces.get(skuId) ?? 0) + quantity)
  return pieces
}

/** How many whole sets the lines make; `null` when none of its SKUs is in the cart. */
function setsOf(
  parts: ReadonlyMap<string, number>,
  { bySku }: Draft,
  count: (at: number) => number,
): number | null {
  const rows = [...parts].map(([skuId, quantity]) => {
    const pieces = (bySku.get(skuId) ?? []).reduce((sum, at) => sum + count(at), 0)
    return { pieces, sets: Math.floor(pieces / quantity) }
  })
  if (rows.every(({ pieces }) => pieces === 0)) return null
  return Math.min(...rows.map(({ sets }) => sets))
}
