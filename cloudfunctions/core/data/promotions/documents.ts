import type { Stored } from '@core/data/documents'
import type { Promotion } from '@core/domain/promotions/promotion'

/** An activity as stored; those that run or are to come are in `settings/promotions` as well. */
export type PromotionDocument = Stored<Promotion>

declare module '@core/data/documents' {
  interface Documents {
    promotions: PromotionDocument
  }
}
