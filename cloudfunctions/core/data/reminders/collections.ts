import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const REMINDERS_COLLECTIONS = [
  /** `_id` names the customer and the subject: `<memberId>:stock:<skuId>`. */
  {
    name: 'reminders',
    size: {
      largest: 1_400,
      fields: { _id: 170, productId: 85, skuId: 80, title: 110, spec: 220, picture: 315 },
    },
    indexes: [
      index(up('memberId'), down('at'), down('_id')),
      index(up('memberId'), up('state')),
      index(up('memberId'), up('isUnread')),
      /** Who waits for a SKU, the longest waiting first. */
      index(up('skuId'), up('state'), up('at'), up('_id')),
      index(up('productId'), up('state')),
      index(up('dueAt'), up('_id')),
    ],
  },
] as const satisfies readonly CollectionSpec[]
