import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const AFTER_SALES_COLLECTIONS = [
  {
    name: 'afterSales',
    indexes: [
      index(up('memberId'), down('requestedAt'), down('_id')),
      index(up('orderId'), down('requestedAt'), down('_id')),
      index(up('state'), down('requestedAt'), down('_id')),
      index(up('state'), up('dueAt'), up('_id')),
      index(up('state'), up('finishedAt'), up('_id')),
      index(down('requestedAt'), down('_id')),
    ],
  },
] as const satisfies readonly CollectionSpec[]
