import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const PROMOTIONS_COLLECTIONS = [
  {
    name: 'promotions',
    indexes: [index(down('endsAt'), down('_id')), index(up('kind'), down('endsAt'), down('_id'))],
  },
] as const satisfies readonly CollectionSpec[]
