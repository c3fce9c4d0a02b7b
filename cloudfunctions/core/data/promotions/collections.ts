import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const PROMOTIONS_COLLECTIONS = [
  {
    name: 'promotions',
    /** Tier prices: a scope of 100 ids, and 200 prices of 120. */
    size: { largest: 32_000, fields: { prices: 23_000, parts: 6_000, scope: 7_000 } },
    indexes: [index(down('endsAt'), down('_id')), index(up('kind'), down('endsAt'), down('_id'))],
  },
] as const satisfies readonly CollectionSpec[]
