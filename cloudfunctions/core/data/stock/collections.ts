import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const STOCK_COLLECTIONS = [
  {
    name: 'skus',
    wakesTimers: true,
    growing: ['holds', 'moved'],
    indexes: [
      index(up('productId'), up('available'), up('_id')),
      index(up('heldPieces')),
      index(up('isSoldStale'), up('_id')),
      index(up('code'), up('available'), up('_id')),
      index(up('available'), up('_id')),
      index(up('isOnSale'), up('available'), up('_id')),
    ],
  },
  /** Pieces reserved for a promotion; `_id` is `<promotionId>:<skuId>`. */
  {
    name: 'activityStock',
    wakesTimers: true,
    growing: ['holds'],
    indexes: [index(up('promotionId')), index(up('heldPieces'))],
  },
  {
    name: 'stockMovements',
    wakesTimers: true,
    indexes: [index(up('skuId'), up('state'), down('at'), down('_id')), index(up('dueAt'))],
  },
] as const satisfies readonly CollectionSpec[]
