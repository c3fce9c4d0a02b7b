import { type CollectionSpec } from '@core/data/collections'

export const STAFF_COLLECTIONS = [
  { name: 'staff', indexes: [] },
] as const satisfies readonly CollectionSpec[]
