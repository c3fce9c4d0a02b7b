import {
  type Promotion,
  type PromotionCode,
  promotionCode,
} from '@core/domain/promotions/promotion'
import { isFor } from '@core/domain/promotions/promotion-base'
import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import type { Piece, PriceQuestion, UnitPrice } from './rule'
import { ruleOf, runningInOrder } from './rules'

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
 * The price of one piece before it is in a cart, by the rules of the quote: the first promotion
 * that sets a lower unit price, else the list price.
 */
export function priceNow(
  piece: Piece,
  promotions: readonly Promotion[],
  question: PriceQuestion,
): PriceNow {
  for (const promotion of runningInOrder(promotions, question.at)) {
    if (!isFor(promotion, question.tier)) continue
    const price = unitPriceOf(promotion, piece, question)
    if (!price) continue
    const { id: promotionId, kind, title, endsAt } = promotion
    const source = { code: promotionCode(kind), promotionId, title, endsAt }
    return { listFen: piece.unitFen, ...source, ...price }
  }
  return { fen: piece.unitFen, listFen: piece.unitFen, ...NO_PROMOTION }
}

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
