import type { Bundle } from '@core/domain/promotions/promotion'
import { allocate } from '@core/kernel/money'
import type { Draft, DraftLine, Outcome } from '../draft'

/**
 * 套餐. As many whole sets as the untouched pieces make cost the set's price; what that saves is
 * shared out by what each part would have cost.
 */
export function bundle(rule: Bundle, { lines }: Draft): Outcome {
  const all = setsOf(rule, lines, (line) => line.quantity)
  if (all === null) return null
  if (all === 0) return { reason: 'INCOMPLETE' }
  const sets = setsOf(rule, lines, (line) => line.plain) ?? 0
  const pieces = lines.map(() => 0)
  for (const part of rule.parts) {
    let wanted = part.quantity * sets
    lines.forEach((line, at) => {
      if (line.isService || line.skuId !== part.skuId) return
      const some = Math.min(wanted, line.plain)
      pieces[at] = some
      wanted -= some
    })
  }
  const worth = lines.map((line, at) => (pieces[at] ?? 0) * line.unitFen)
  const saved = worth.reduce((sum, fen) => sum + fen, 0) - rule.priceFen * sets
  return saved > 0 ? { off: allocate(saved, worth), pieces } : { reason: 'NO_EFFECT' }
}

type Count = (line: DraftLine) => number

/** How many whole sets some pieces make; `null` when they are no part of one. */
function setsOf({ parts }: Bundle, lines: readonly DraftLine[], count: Count): number | null {
  const there = parts.map(({ skuId }) =>
    lines.reduce(
      (sum, line) => sum + (line.skuId === skuId && !line.isService ? count(line) : 0),
      0,
    ),
  )
  if (there.every((pieces) => pieces === 0)) return null
  return Math.min(...parts.map(({ quantity }, at) => Math.floor((there[at] ?? 0) / quantity)))
}
