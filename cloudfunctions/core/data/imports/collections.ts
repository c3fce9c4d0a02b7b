import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const IMPORTS_COLLECTIONS = [
  /** Cancellations that other systems recorded. */
  {
    name: 'refunds',
    size: { largest: 700, fields: { number: 140, name: 200 } },
    indexes: [index(up('memberId'), down('at')), index(up('source'), up('_id'))],
  },
] as const satisfies readonly CollectionSpec[]
