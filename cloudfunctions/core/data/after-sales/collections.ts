import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const AFTER_SALES_COLLECTIONS = [
  {
    name: 'afterSales',
    /** 200 lines of 110, words and refusal of 1,200 each, six pictures of 300. */
    size: {
      largest: 28_000,
      fields: {
        exchangeParcel: 200,
        handled: 900,
        lines: 22_500,
        pictures: 1_900,
        refusal: 1_250,
        refundFailure: 620,
        returnParcel: 200,
        words: 1_250,
      },
    },
    indexes: [
      index(up('memberId'), down('requestedAt'), down('_id')),
      index(up('memberId'), up('state')),
      index(up('orderId'), down('requestedAt'), down('_id')),
      index(up('state'), down('requestedAt'), down('_id')),
      index(up('state'), up('dueAt'), up('_id')),
      index(up('state'), up('finishedAt'), up('_id')),
      index(down('requestedAt'), down('_id')),
    ],
  },
] as const satisfies readonly CollectionSpec[]
