import type { AfterSaleRow } from '@core/contract/after-sales'

/** What every act of the shop needs: what it is about, and what to do with the answer. */
export type ActProps = {
  afterSale: AfterSaleRow
  onChange(afterSale: AfterSaleRow): void
  /** It has moved on meanwhile. */
  onStale(): void
}
