import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const STOCK_COLLECTIONS = [
  {
    name: 'skus',
    wakesTimers: true,
    growing: ['holds', 'moved'],
    /** The fields and services that every SKU has from its product, and its picture. */
    size: {
      largest: 10_000,
      fields: {
        categoryIds: 160,
        code: 110,
        fields: 5_600,
        'holds.*': 600,
        'moved.*': 150,
        picture: 315,
        _id: 80,
        productId: 85,
        priceFen: 25,
        marketFen: 25,
        isOnSale: 20,
        isOffered: 20,
        available: 25,
        awaited: 200,
        sold: 20,
        openingStock: 30,
        weightGrams: 25,
        services: 1_600,
        tags: 560,
        title: 110,
        values: 220,
      },
    },
    indexes: [
      index(up('productId'), up('available'), up('_id')),
      index(up('heldPieces')),
      index(up('isSoldStale'), up('_id')),
      index(up('awaited'), up('_id')),
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
    size: { largest: 500, fields: { _id: 160, 'holds.*': 600 } },
    indexes: [index(up('promotionId')), index(up('heldPieces'))],
  },
  {
    name: 'stockMovements',
    wakesTimers: true,
    size: { largest: 1_000, fields: { _id: 140, note: 380 } },
    indexes: [index(up('skuId'), up('state'), down('at'), down('_id')), index(up('dueAt'))],
  },
] as const satisfies readonly CollectionSpec[]
