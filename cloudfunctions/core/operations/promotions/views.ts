import type { PromotionRow, PromotionState } from '../../contract/promotions'
import type { ActivityStockDocument } from '../../data/stock-documents'
import type { Instant } from '../../domain/calendar'
import type { Promotion } from '../../domain/promotion'

/** Where an activity stands at a moment. */
export function stateOf({ startsAt, endsAt }: Promotion, at: Instant): PromotionState {
  if (endsAt <= at) return 'ENDED'
  return startsAt > at ? 'COMING' : 'RUNNING'
}

/** An activity in the staff's list, with what is left of the stock it set apart. */
export function promotionRow(
  promotion: Promotion,
  { stock, at }: { stock: readonly ActivityStockDocument[]; at: Instant },
): PromotionRow {
  const own = stock.filter(({ promotionId }) => promotionId === promotion.id)
  const left = own.reduce((sum, { available }) => sum + available, 0)
  const sold = own.reduce((sum, one) => sum + one.sold, 0)
  return {
    promotion,
    state: stateOf(promotion, at),
    stock: own.length === 0 ? null : { left, sold },
  }
}
