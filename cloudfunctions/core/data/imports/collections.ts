import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const IMPORTS_COLLECTIONS = [
  /** Cancellations that other systems recorded. */
  {
    name: 'refunds',
    size: { largest: 500, fields: { number: 140 } },
    indexes: [index(up('memberId'), down('at')), index(up('source'))],
  },
] as const satisfies readonly CollectionSpec[]
