import { type CollectionSpec } from '@core/data/collections'

export const CART_COLLECTIONS = [
  /** One document per customer: `_id` is the memberId. */ { name: 'carts', indexes: [] },
] as const satisfies readonly CollectionSpec[]
