import type { Promotion, PromotionCode } from '@core/domain/promotions/promotion'
import { isFor } from '@core/domain/promotions/promotion-base'
import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import type { Piece, PriceQuestion, UnitPrice } from './rule'
import { phaseOf, ruleOf, runningInOrder } from './rules'
import { sourceOf } from './source'

/** What one piece costs a customer now, and why it is not the list price. */
export type PriceNow = {
  fen: Fen
  listFen: Fen
  code: PromotionCode | null
  promotionId: string | null
  title: string
  /** When the price ends; `null` for the list price. */
  endsAt: Instant | null
  /** Pieces left of the promotion's own stock; `null` when it has none. */
  left: number | null
  /** Pieces at this price that a member may have; `null` any number. */
  perMemberMax: number | null
}

/**
 * The price of one piece before it is in a cart, by the rules of the quote: the lowest that a
 * promotion sets, else the list price. Where a limited-time price is no lower than the tier's, the
 * piece has the tier's and no limit.
 */
export function priceNow(
  piece: Piece,
  promotions: readonly Promotion[],
  question: PriceQuestion,
): PriceNow {
  const listFen = piece.unitFen
  let lowest: PriceNow = { fen: listFen, listFen, ...NO_PROMOTION }
  for (const promotion of tierPricesFirst(runningInOrder(promotions, question.at))) {
    const price = isFor(promotion, question.tier) && unitPriceOf(promotion, piece, question)
    if (!price || price.fen >= lowest.fen) continue
    const { code, sourceId: promotionId, title } = sourceOf(promotion)
    lowest = { listFen, code, promotionId, title, endsAt: promotion.endsAt, ...price }
  }
  return lowest
}

const tierPricesFirst = (promotions: readonly Promotion[]): Promotion[] => [
  ...promotions.filter(({ kind }) => phaseOf(kind) === 'tier'),
  ...promotions.filter(({ kind }) => phaseOf(kind) !== 'tier'),
]

const NO_PROMOTION = {
  code: null,
  promotionId: null,
  title: '',
  endsAt: null,
  left: null,
  perMemberMax: null,
}

function unitPriceOf(
  promotion: Promotion,
  piece: Piece,
  question: PriceQuestion,
): UnitPrice | null {
  const rule = ruleOf(promotion.kind)
  return rule.stage === 'goods' ? (rule.unitPrice?.(promotion, piece, question) ?? null) : null
}
