import type { Stored } from '@core/data/documents'
import type { Promotion } from '@core/domain/promotions/promotion'

/** An activity as stored; those that run or are to come are in `settings/promotions` as well. */
export type PromotionDocument = StoredEach<Promotion>

/** Every kind by itself: what a kind alone has is kept. */
type StoredEach<T> = T extends { id: string } ? Stored<T> : never

declare module '@core/data/documents' {
  interface Documents {
    promotions: PromotionDocument
  }
}
