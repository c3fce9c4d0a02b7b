import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const RECONCILIATION_COLLECTIONS = [
  /** `_id` is the day: the provider's bill compared with our records. */
  {
    name: 'reconciliations',
    /** 200 differences with a note. */
    size: {
      largest: 230_000,
      fields: {
        differences: 225_000,
        'differences.at': 6_000,
        'differences.hereFen': 6_000,
        'differences.kind': 8_000,
        'differences.number': 17_000,
        'differences.orderId': 12_000,
        'differences.state': 6_000,
        'differences.thereFen': 6_000,
        paid: 200,
        refunded: 200,
        reason: 1_300,
      },
    },
    indexes: [index(down('at'), down('_id')), index(up('state'), up('at'), up('_id'))],
  },
] as const satisfies readonly CollectionSpec[]
