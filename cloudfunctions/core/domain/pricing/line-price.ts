import { PROMOTION_KINDS, type Promotion, promotionCode } from '@core/domain/promotions/promotion'
import type { Fen } from '@core/kernel/money'
import type { Adjustment, AdjustmentCode, PiecesAtPrice, PricedLine } from './quote-types'
import { ruleOf, setsUnitPrice } from './rules'

/** The reasons that set the price of a piece instead of taking an amount off the order. */
const UNIT_PRICE_CODES: readonly AdjustmentCode[] =
  PROMOTION_KINDS.filter(setsUnitPrice).map(promotionCode)

/** What one piece of a line costs, its list price, and why the two differ. */
export type LinePrice = {
  /** The list price when only some pieces have another one: then `some` says which. */
  unitFen: Fen
  listFen: Fen
  codes: AdjustmentCode[]
  /** What the pieces cost, cheapest first: their quantities sum to the line's. */
  prices: PiecesAtPrice[]
  /** Pieces that have a promotion's price while the others keep theirs; `null` when all do. */
  some: { quantity: number; fen: Fen } | null
}

type Line = Pick<PricedLine, 'key' | 'skuId' | 'unitFen' | 'quantity' | 'prices'>

/**
 * The unit price of a line in a quote. With `promotions` it also says when a promotion covers only
 * some of the pieces, because of its stock or the member's limit.
 */
export function linePrice(
  line: Line,
  adjustments: readonly Adjustment[],
  promotions: readonly Promotion[] = [],
): LinePrice {
  const mine = adjustments.filter(
    ({ code, shares }) =>
      UNIT_PRICE_CODES.includes(code) && shares.some(({ key }) => key === line.key),
  )
  const off = mine.reduce((sum, one) => sum + shareOf(one, line.key), 0)
  const codes = [...new Set(mine.map(({ code }) => code))]
  const some = limitedPieces(line, mine, promotions)
  const isEven = some === null && off % line.quantity === 0
  const unitFen = isEven ? line.unitFen + off / line.quantity : line.unitFen
  const prices = line.prices ?? [{ quantity: line.quantity, fen: unitFen }]
  return { unitFen, listFen: line.unitFen, codes, prices, some }
}

const shareOf = ({ shares }: Pick<Adjustment, 'shares'>, key: string): Fen =>
  shares.find((share) => share.key === key)?.fen ?? 0

function limitedPieces(
  line: Line,
  mine: readonly Adjustment[],
  promotions: readonly Promotion[],
): LinePrice['some'] {
  for (const adjustment of mine) {
    const promotion = promotions.find((one) => one.id === adjustment.sourceId)
    if (!promotion) continue
    const rule = ruleOf(promotion.kind)
    if (rule.stage !== 'goods') continue
    const fen = rule.limitedUnitFen?.(promotion, line.skuId)
    if (fen === undefined || fen >= line.unitFen) continue
    const quantity = -shareOf(adjustment, line.key) / (line.unitFen - fen)
    if (quantity < line.quantity) return { quantity, fen }
  }
  return null
}
