import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const COUPONS_COLLECTIONS = [
  {
    name: 'coupons',
    /** A scope of 100 ids. */
    size: { largest: 8_000, fields: { terms: 7_000 } },
    indexes: [
      { fields: [up('codeKey')], unique: true },
      index(up('isListed'), up('claimUntil')),
      index(down('createdAt'), down('_id')),
      index(up('countsStaleAt'), up('_id')),
    ],
  },
  {
    name: 'couponGrants',
    size: { largest: 7_600, fields: { _id: 110, claimId: 50, lockedBy: 300, terms: 7_000 } },
    indexes: [
      index(up('memberId'), up('state'), up('expiresAt'), up('_id')),
      index(up('memberId'), up('state'), down('usedAt'), down('_id')),
      index(up('memberId'), up('couponId')),
      index(up('state'), up('lockedAt')),
      index(up('couponId'), up('state')),
    ],
  },
] as const satisfies readonly CollectionSpec[]
