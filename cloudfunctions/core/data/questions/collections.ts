import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const QUESTIONS_COLLECTIONS = [
  {
    name: 'questions',
    indexes: [
      index(up('productId'), up('state'), down('at'), down('_id')),
      index(up('memberId'), down('at'), down('_id')),
      index(up('state'), down('at'), down('_id')),
    ],
  },
] as const satisfies readonly CollectionSpec[]
