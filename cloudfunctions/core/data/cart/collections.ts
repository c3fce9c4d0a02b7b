import { type CollectionSpec } from '@core/data/collections'

export const CART_COLLECTIONS = [
  /** One document per customer: `_id` is the memberId. 50 lines with options of 3 KB each. */
  { name: 'carts', size: { largest: 170_000, fields: { lines: 169_000 } }, indexes: [] },
] as const satisfies readonly CollectionSpec[]
