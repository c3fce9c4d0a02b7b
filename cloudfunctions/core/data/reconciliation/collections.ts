import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const RECONCILIATION_COLLECTIONS = [
  /** `<day>`: the provider's bill beside our books. */
  { name: 'reconciliations', indexes: [index(down('at'), down('_id')), index(up('state'))] },
] as const satisfies readonly CollectionSpec[]
