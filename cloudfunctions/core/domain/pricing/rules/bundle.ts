import { allocate } from '../../money'
import type { Bundle } from '../../promotion'
import type { Draft, Outcome } from '../draft'

/**
 * 套餐. As many whole sets as the untouched pieces make cost the set's price; what that saves is
 * shared out by what each part would have cost.
 */
export function bundle(rule: Bundle, draft: Draft): Outcome {
  const goods = draft.lines.map((line) => (line.isService ? 0 : line.plain))
  const stock = (skuId: string) =>
    draft.lines.reduce((sum, line, at) => (line.skuId === skuId ? sum + (goods[at] ?? 0) : sum), 0)
  const sets = Math.min(
    ...rule.parts.map(({ skuId, quantity }) => Math.floor(stock(skuId) / quantity)),
  )
  if (rule.parts.every(({ skuId }) => stock(skuId) === 0)) return null
  if (sets === 0) return { reason: 'INCOMPLETE' }
  const pieces = draft.lines.map(() => 0)
  for (const part of rule.parts) {
    let wanted = part.quantity * sets
    draft.lines.forEach((line, at) => {
      if (line.skuId !== part.skuId) return
      const some = Math.min(wanted, (goods[at] ?? 0) - (pieces[at] ?? 0))
      pieces[at] = (pieces[at] ?? 0) + some
      wanted -= some
    })
  }
  const worth = draft.lines.map((line, at) => (pieces[at] ?? 0) * line.unitFen)
  const saved = worth.reduce((sum, fen) => sum + fen, 0) - rule.priceFen * sets
  return saved > 0 ? { off: allocate(saved, worth), pieces } : { reason: 'NO_EFFECT' }
}
