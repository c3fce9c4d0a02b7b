import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const ORDERS_COLLECTIONS = [
  {
    name: 'orders',
    indexes: [
      index(up('memberId'), down('placedAt'), down('_id')),
      index(up('memberId'), up('state'), down('placedAt'), down('_id')),
      index(up('state'), down('placedAt'), down('_id')),
      index(up('dueAt'), up('_id')),
      index(up('state'), up('dueAt'), up('_id')),
      index(up('remindAt'), up('_id')),
      index(up('state'), up('paymentBegunAt'), up('_id')),
      index(up('paidAt'), up('_id')),
      index(down('placedAt'), down('_id')),
      index(up('source')),
    ],
  },
  /**
   * Purchase counters of members who bought limited products or promotions; `_id` is the memberId.
   */
  { name: 'tallies', indexes: [] },
] as const satisfies readonly CollectionSpec[]
