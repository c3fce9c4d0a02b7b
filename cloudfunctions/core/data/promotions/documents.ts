import type { Stored } from '@core/data/documents'
import type { Promotion } from '@core/domain/promotions/promotion'

/** A promotion as stored; running and upcoming ones are also in `settings/promotions`. */
export type PromotionDocument = Stored<Promotion>

declare module '@core/data/documents' {
  interface Documents {
    promotions: PromotionDocument
  }
}
