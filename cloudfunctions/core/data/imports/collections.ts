import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const IMPORTS_COLLECTIONS = [
  /** Cancellations that other systems recorded. */
  { name: 'refunds', indexes: [index(up('memberId'), down('at')), index(up('source'))] },
] as const satisfies readonly CollectionSpec[]
