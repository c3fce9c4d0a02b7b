import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const ORDERS_COLLECTIONS = [
  {
    name: 'orders',
    /** `ORDER_BYTES_MAX` when placed; what happens to it adds to that, parcels above all. */
    size: {
      largest: 150_000,
      fields: {
        shipments: 25_500,
        'shipments.lines': 22_600,
        'shipments.trackingNumber': 1_000,
        lines: 95_000,
        'lines.kind': 9_000,
        'lines.quantity': 9_000,
        'lines.skuId': 28_000,
        'lines.productId': 28_000,
        uses: 20_000,
        'uses.activityPieces': 12_000,
        quote: 95_000,
        'quote.totalFen': 100,
        reviewed: 16_000,
        address: 1_500,
        remark: 620,
        takenBack: 120,
        imported: 250,
        searchText: 4_900,
        cancelReason: 40,
        searchKeys: 4_300,
        staffNote: 480,
      },
    },
    indexes: [
      index(up('memberId'), down('placedAt'), down('_id')),
      index(up('memberId'), up('state'), down('placedAt'), down('_id')),
      index(up('memberId'), up('isReviewDue'), down('placedAt'), down('_id')),
      index(up('state'), down('placedAt'), down('_id')),
      index(up('cancelReason'), up('closedAt')),
      index(up('dueAt'), up('_id')),
      index(up('state'), up('dueAt'), up('_id')),
      index(up('remindAt'), up('_id')),
      index(up('state'), up('paymentBegunAt'), up('_id')),
      index(up('paidAt'), up('_id')),
      index(up('searchKeys'), down('placedAt'), down('_id')),
      index(down('placedAt'), down('_id')),
      index(up('source'), up('_id')),
      index(up('shipments.trackingNumber')),
    ],
  },
  /** Which parcel has a tracking number; `_id` is the number, so that no two parcels have it. */
  { name: 'trackingNumbers', indexes: [] },
  /**
   * Purchase counters of members who bought limited products or promotions; `_id` is the memberId.
   */
  {
    name: 'tallies',
    size: { largest: 150_000, fields: { products: 72_000, promotions: 72_000 } },
    indexes: [],
  },
] as const satisfies readonly CollectionSpec[]
