import type { Promotion } from '@core/domain/promotions/promotion'
import type { Fen } from '@core/kernel/money'
import type { Adjustment, AdjustmentCode, PricedLine } from './quote-types'

/** The reasons that are a price of the piece itself, not something taken off the whole. */
const PIECE_CODES: readonly AdjustmentCode[] = ['TIME_PRICE', 'TIER_PRICE']

/** What one piece of a line costs, what it is listed at, and why the two differ. */
export type LinePrice = {
  /** The list price when only some pieces have another one: then `some` says which. */
  unitFen: Fen
  listFen: Fen
  codes: AdjustmentCode[]
  /** Pieces that have an activity's price while the others keep theirs; `null` when all do. */
  some: { quantity: number; fen: Fen } | null
}

type Line = Pick<PricedLine, 'key' | 'skuId' | 'unitFen' | 'quantity'>

/**
 * The price of a line's piece as the bill has it. With the activities at hand it is told when an
 * activity reaches only some of the pieces (its stock or the member's limit gave no more).
 */
export function linePrice(
  line: Line,
  adjustments: readonly Adjustment[],
  promotions: readonly Promotion[] = [],
): LinePrice {
  const mine = adjustments.filter(
    ({ code, shares }) => PIECE_CODES.includes(code) && shares.some(({ key }) => key === line.key),
  )
  const off = mine.reduce((sum, one) => sum + shareOf(one, line.key), 0)
  const codes = [...new Set(mine.map(({ code }) => code))]
  const some = partOf(line, mine, promotions)
  const isEven = some === null && off % line.quantity === 0
  const unitFen = isEven ? line.unitFen + off / line.quantity : line.unitFen
  return { unitFen, listFen: line.unitFen, codes, some }
}

const shareOf = ({ shares }: Pick<Adjustment, 'shares'>, key: string): Fen =>
  shares.find((share) => share.key === key)?.fen ?? 0

function partOf(
  line: Line,
  mine: readonly Adjustment[],
  promotions: readonly Promotion[],
): LinePrice['some'] {
  for (const adjustment of mine) {
    const rule = promotions.find((one) => one.id === adjustment.sourceId)
    if (rule?.kind !== 'timePrice') continue
    const fen = rule.prices.find((price) => price.skuId === line.skuId)?.priceFen
    if (fen === undefined || fen >= line.unitFen) continue
    const quantity = -shareOf(adjustment, line.key) / (line.unitFen - fen)
    if (quantity < line.quantity) return { quantity, fen }
  }
  return null
}
