import type { CollectionSpec } from '@core/data/collections'

export const ADDRESSES_COLLECTIONS = [
  /** One document per customer: `_id` is the memberId. 19 sealed addresses of 1.2 KB each. */
  { name: 'addressBooks', size: { largest: 25_000, fields: { others: 24_500 } }, indexes: [] },
] as const satisfies readonly CollectionSpec[]
