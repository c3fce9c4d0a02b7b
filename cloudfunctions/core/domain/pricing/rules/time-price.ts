import type { TimePrice } from '@core/domain/promotions/kinds/time-price'
import { promotionStockId } from '@core/domain/stock/stock'
import { own } from '@core/kernel/own'
import type { Draft, RuleOutcome } from '../draft'
import type { GoodsRule } from '../rule'

/**
 * 限时折扣/秒杀. As many pieces as the promotion's own stock and the member's limit allow have its
 * price, those first that save most; the others keep theirs.
 */
export const timePriceRule: GoodsRule<TimePrice> = {
  stage: 'goods',
  price,
  unitPrice(promotion, piece, { activityStock }) {
    const named = promotion.prices.find((price) => price.skuId === piece.skuId)
    const left = ownStockLeft(promotion, piece.skuId, activityStock)
    if (!named || named.priceFen >= piece.unitFen || left === 0) return null
    return { fen: named.priceFen, left, perMemberMax: promotion.perMemberMax }
  },
  limitedUnitFen: ({ prices }, skuId) => prices.find((price) => price.skuId === skuId)?.priceFen,
  hasOwnStock,
}

function hasOwnStock({ prices }: TimePrice, skuId: string): boolean {
  const named = prices.find((one) => one.skuId === skuId)
  return named !== undefined && named.stock !== null
}

/**
 * Pieces left of the promotion's own stock; `null` when it has none. Stock that was not read counts
 * as 0: a price is only promised for pieces that can be held.
 */
function ownStockLeft(
  promotion: TimePrice,
  skuId: string,
  activityStock: Record<string, number>,
): number | null {
  if (!hasOwnStock(promotion, skuId)) return null
  return Math.max(0, own(activityStock, promotionStockId(promotion.id, skuId)) ?? 0)
}

function price(promotion: TimePrice, draft: Draft): RuleOutcome {
  const { activityStock, taken } = draft.input
  // Validation refuses two prices for one SKU; should there be two, the first one holds.
  const prices = new Map([...promotion.prices].reverse().map((one) => [one.skuId, one.priceFen]))
  const named = draft.lines.map((line) => (line.isService ? undefined : prices.get(line.skuId)))
  if (named.every((fen) => fen === undefined)) return null
  const { perMemberMax } = promotion
  let allowed = perMemberMax === null ? Infinity : perMemberMax - (own(taken, promotion.id) ?? 0)
  if (allowed <= 0) return { reason: 'LIMIT_REACHED' }
  const saves = draft.lines.map((line, at) => line.unitFen - (named[at] ?? line.unitFen))
  const pieces = draft.lines.map(() => 0)
  const left = new Map<string, number>()
  let isSoldOut = false
  for (const at of largestFirst(saves)) {
    const line = draft.lines[at]
    if (!line) continue
    const stock = ownStockLeft(promotion, line.skuId, activityStock) ?? Infinity
    const rest = left.get(line.skuId) ?? stock
    const some = Math.min(line.untouchedPieces, allowed, rest)
    isSoldOut ||= rest === 0
    left.set(line.skuId, rest - some)
    allowed -= some
    pieces[at] = some
  }
  if (pieces.every((some) => some === 0)) return { reason: isSoldOut ? 'STOCK_GONE' : 'NO_EFFECT' }
  return { off: pieces.map((some, at) => some * (saves[at] ?? 0)), pieces }
}

/** The indexes of the lines that save something, largest saving first. */
const largestFirst = (saves: readonly number[]): number[] =>
  saves
    .flatMap((fen, at) => (fen > 0 ? [at] : []))
    .sort((a, b) => (saves[b] ?? 0) - (saves[a] ?? 0) || a - b)
