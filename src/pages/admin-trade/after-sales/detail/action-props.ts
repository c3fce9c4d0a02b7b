import type { AfterSaleRow } from '@core/contract/staff-after-sales'

/** The props of every action on an after-sale. */
export type ActionProps = {
  afterSale: AfterSaleRow
  onChange(afterSale: AfterSaleRow): void
  /** Another person has changed it. */
  onStale(): void
}
