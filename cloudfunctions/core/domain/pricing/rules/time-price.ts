import { activityStockId, type TimePrice } from '@core/domain/promotions/promotion'
import type { Draft, Outcome } from '../draft'

/**
 * Pieces left that an activity has set apart for a SKU; `null` when none are set apart. What is set
 * apart and not known to be there is not there: nobody is promised what cannot be held.
 */
export function setApart(
  rule: TimePrice,
  skuId: string,
  activityStock: Record<string, number>,
): number | null {
  const named = rule.prices.find((one) => one.skuId === skuId)
  if (!named || named.stock === null) return null
  return Math.max(0, activityStock[activityStockId(rule.id, skuId)] ?? 0)
}

/**
 * 限时折扣/秒杀. As many pieces as the activity's stock and the member's limit allow have its
 * price, those first that save most; the others keep theirs. The pieces that have it are `pieces`.
 */
export function timePrice(rule: TimePrice, draft: Draft): Outcome {
  const { activityStock, taken } = draft.input
  // Of two prices for one SKU, which the staff are not let save, the first one holds.
  const prices = new Map([...rule.prices].reverse().map((one) => [one.skuId, one.priceFen]))
  const named = draft.lines.map((line) => (line.isService ? undefined : prices.get(line.skuId)))
  if (named.every((price) => price === undefined)) return null
  let mine = rule.perMemberMax === null ? Infinity : rule.perMemberMax - (taken[rule.id] ?? 0)
  if (mine <= 0) return { reason: 'LIMIT_REACHED' }
  const saves = draft.lines.map((line, at) => line.unitFen - (named[at] ?? line.unitFen))
  const pieces = draft.lines.map(() => 0)
  const left = new Map<string, number>()
  let isSoldOut = false
  for (const at of dearestFirst(saves)) {
    const line = draft.lines[at]
    if (!line) continue
    const rest = left.get(line.skuId) ?? setApart(rule, line.skuId, activityStock) ?? Infinity
    const some = Math.min(line.plain, mine, rest)
    isSoldOut ||= rest === 0
    left.set(line.skuId, rest - some)
    mine -= some
    pieces[at] = some
  }
  if (pieces.every((some) => some === 0)) return { reason: isSoldOut ? 'STOCK_GONE' : 'NO_EFFECT' }
  return { off: pieces.map((some, at) => some * (saves[at] ?? 0)), pieces }
}

/** The lines that save something, those that save most first. */
const dearestFirst = (saves: readonly number[]): number[] =>
  saves
    .flatMap((fen, at) => (fen > 0 ? [at] : []))
    .sort((a, b) => (saves[b] ?? 0) - (saves[a] ?? 0) || a - b)
