import type { TimePrice } from '@core/domain/promotions/kinds/time-price'
import { promotionStockId } from '@core/domain/stock/stock'
import { own } from '@core/kernel/own'
import { type Draft, type NamedPrice, ownUnitFen, type RuleOutcome } from '../draft'
import type { GoodsRule } from '../rule'

/**
 * 限时折扣/秒杀. As many pieces as the promotion's own stock and the member's limit allow have its
 * price, those first that save most; the others keep theirs, and so does a piece that costs this
 * buyer no more by the price of their tier.
 */
export const timePriceRule: GoodsRule<TimePrice> = {
  stage: 'goods',
  phase: 'tag',
  price,
  unitPrice(promotion, piece, { activityStock }) {
    const named = promotion.prices.find((price) => price.skuId === piece.skuId)
    const isLimited = named !== undefined && named.stock !== null
    const left = isLimited ? stockLeft(promotion, piece.skuId, activityStock) : null
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
 * Pieces left of the promotion's own stock. Stock that was not read counts as 0: a price is only
 * promised for pieces that can be held.
 */
const stockLeft = (
  { id }: TimePrice,
  skuId: string,
  activityStock: Record<string, number>,
): number => Math.max(0, own(activityStock, promotionStockId(id, skuId)) ?? 0)

function price(promotion: TimePrice, draft: Draft): RuleOutcome {
  const named = namedPrices(promotion, draft)
  if (named.every((one) => one === undefined)) return null
  const { perMemberMax } = promotion
  let allowed =
    perMemberMax === null ? Infinity : perMemberMax - (own(draft.input.taken, promotion.id) ?? 0)
  if (allowed <= 0) return { reason: 'LIMIT_REACHED' }
  const gains = named.map((one, at) => (one ? ownUnitFen(draft, at) - one.fen : 0))
  const pieces = named.map(() => 0)
  const off = named.map(() => 0)
  const left = new Map<string, number>()
  let isSoldOut = false
  for (const at of largestFirst(gains)) {
    const [line, one] = [draft.lines[at], named[at]]
    if (!line || !one) continue
    const rest = left.get(line.skuId) ?? one.left
    const some = Math.min(draft.untouched[at] ?? 0, allowed, rest)
    isSoldOut ||= rest === 0
    left.set(line.skuId, rest - some)
    allowed -= some
    pieces[at] = some
    off[at] = some * (line.unitFen - one.fen)
  }
  if (pieces.every((some) => some === 0)) return { reason: isSoldOut ? 'STOCK_GONE' : 'NO_EFFECT' }
  return { off, pieces }
}

/**
 * What the promotion says of each line: its price, and the pieces of its own stock that are left.
 * Looked up once per draft and its forks, for the search asks often.
 */
function namedPrices(promotion: TimePrice, draft: Draft): readonly (NamedPrice | undefined)[] {
  const known = draft.named.get(promotion)
  if (known) return known
  const { activityStock } = draft.input
  const named = draft.lines.map((): NamedPrice | undefined => undefined)
  for (const { skuId, priceFen: fen, stock } of promotion.prices) {
    const places = draft.bySku.get(skuId) ?? []
    const left = stock === null ? Infinity : stockLeft(promotion, skuId, activityStock)
    // Validation refuses two prices for one SKU; should there be two, the first one holds.
    for (const at of places) named[at] ??= { fen, left }
  }
  draft.named.set(promotion, named)
  return named
}

/** The indexes of the lines that gain something, largest gain first. */
const largestFirst = (gains: readonly number[]): number[] =>
  gains
    .flatMap((fen, at) => (fen > 0 ? [at] : []))
    .sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || a - b)
