import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const RECONCILIATION_COLLECTIONS = [
  /** `_id` is the day: the provider's bill compared with our records. */
  {
    name: 'reconciliations',
    indexes: [index(down('at'), down('_id')), index(up('state'), up('at'), up('_id'))],
  },
] as const satisfies readonly CollectionSpec[]
