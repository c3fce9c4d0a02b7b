import { type Promotion, promotionCode } from '@core/domain/promotions/promotion'
import type { AdjustmentCode } from './quote-types'

/** What an adjustment came from. */
export type AdjustmentSource = { code: AdjustmentCode; sourceId: string | null; title: string }

/** A promotion as the source of an adjustment. */
export const sourceOf = ({ id: sourceId, kind, title }: Promotion) => ({
  code: promotionCode(kind),
  sourceId,
  title,
})
