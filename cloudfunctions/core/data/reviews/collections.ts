import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const REVIEWS_COLLECTIONS = [
  {
    name: 'reviews',
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
