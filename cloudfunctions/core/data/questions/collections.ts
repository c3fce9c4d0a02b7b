import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const QUESTIONS_COLLECTIONS = [
  {
    name: 'questions',
    size: {
      largest: 2_500,
      fields: { answer: 950, hiddenReason: 210, name: 120, text: 330, title: 110 },
    },
    indexes: [
      index(up('productId'), up('state'), down('at'), down('_id')),
      index(up('memberId'), down('at'), down('_id')),
      index(up('state'), down('at'), down('_id')),
    ],
  },
] as const satisfies readonly CollectionSpec[]
