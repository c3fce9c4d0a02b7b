import type { StoredDocument, Upcast, Upcasts } from '@core/data/schemas'

/** Version 2: a refund says whether the money was given outside; so far that of imported orders. */
const withOutside: Upcast = (afterSale: StoredDocument) => ({
  ...afterSale,
  isOutside: String(afterSale['orderId']).startsWith('imp'),
})

export const AFTER_SALES_UPCASTS = { afterSales: [withOutside] } as const satisfies Upcasts
