import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const REVIEWS_COLLECTIONS = [
  {
    name: 'reviews',
    /** Twice 500 characters and nine pictures, and an answer. */
    size: {
      largest: 12_000,
      fields: {
        _id: 140,
        appended: 4_900,
        hiddenReason: 210,
        lineKey: 110,
        name: 120,
        reply: 950,
        reports: 120,
        said: 4_900,
        spec: 220,
        title: 110,
      },
    },
    indexes: [
      index(up('productId'), up('state'), down('at'), down('_id')),
      index(up('productId'), up('state'), up('isPictured'), down('at'), down('_id')),
      index(up('productId'), up('state'), up('stars'), down('at'), down('_id')),
      index(up('state'), down('at'), down('_id')),
      index(up('state'), up('isReplied'), down('at'), down('_id')),
      index(up('state'), up('isReported'), down('at'), down('_id')),
      index(down('at'), down('_id')),
    ],
  },
  /** `_id` is `<reviewId>:<memberId>`: a member reports a review once. */
  { name: 'reviewReports', indexes: [] },
] as const satisfies readonly CollectionSpec[]
