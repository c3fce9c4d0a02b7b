/**
 * One declared index: `[path, direction]` in order; a path may be dotted and may lead into an
 * array.
 */
export type IndexSpec = {
  fields: readonly (readonly [path: string, direction: 'asc' | 'desc'])[]
  unique?: true
}

type Field = IndexSpec['fields'][number]
const up = (path: string): Field => [path, 'asc']
const down = (path: string): Field => [path, 'desc']
const index = (...fields: Field[]): IndexSpec => ({ fields })

/**
 * Every collection with its indexes: the one list that creates them, on the devcloud and in the cloud.
 * A list's index ends in the field it is sorted by and in `_id`, so that a page is a range.
 */
export const COLLECTIONS = [
  /** `wx:<openid>` → memberId. */
  { name: 'identities', indexes: [index(up('memberId'))] },
  {
    name: 'members',
    indexes: [
      index(up('reviewOn'), up('_id')),
      index(up('source'), up('reviewOn'), up('_id')),
      index(up('source'), up('_id')),
      index(down('facts.lastInteractionAt'), down('_id')),
      index(up('lifecycle.stage'), down('facts.lastInteractionAt'), down('_id')),
      index(up('lifecycle.recency'), down('facts.lastInteractionAt'), down('_id')),
      index(up('tier.tier'), down('facts.lastInteractionAt'), down('_id')),
      index(up('channel'), down('facts.lastInteractionAt'), down('_id')),
      index(up('searchNames')),
      index(up('phoneHash')),
      index(up('gapDays')),
    ],
  },
  { name: 'staff', indexes: [] },
  { name: 'consents', indexes: [index(up('memberId'), down('at'))] },
  { name: 'categories', indexes: [index(up('sort'))] },
  {
    name: 'products',
    indexes: [
      /** One index per order of `PRODUCT_ORDERS`; a price is read both ways. */
      index(up('tokens'), up('sort'), up('_id')),
      index(up('tokens'), down('sold'), down('_id')),
      index(up('tokens'), down('freshAt'), down('_id')),
      index(up('tokens'), up('fromFen'), up('_id')),
    ],
  },
  { name: 'tags', indexes: [index(up('name'))] },
  /** `<day>:<word>` → how often it was looked for. */
  {
    name: 'searchWords',
    indexes: [
      index(up('day'), down('count'), down('_id')),
      index(up('day'), up('isFound'), down('count'), down('_id')),
    ],
  },
  {
    name: 'skus',
    indexes: [
      index(up('productId'), up('available'), up('_id')),
      index(up('heldPieces')),
      index(up('isSoldStale')),
      index(up('code'), up('available'), up('_id')),
      index(up('available'), up('_id')),
      index(up('isOnSale'), up('available'), up('_id')),
    ],
  },
  /** Pieces set aside for a promotion: `_id` is `<promotionId>:<skuId>`. */
  { name: 'activityStock', indexes: [index(up('promotionId')), index(up('heldPieces'))] },
  /** The ledger of stock. */
  {
    name: 'stockMovements',
    indexes: [index(up('skuId'), up('state'), down('at'), down('_id')), index(up('dueAt'))],
  },
  { name: 'favourites', indexes: [index(up('memberId'), down('at'), down('_id'))] },
  /** One document per customer: `_id` is the memberId. */
  { name: 'carts', indexes: [] },
  {
    name: 'orders',
    indexes: [
      index(up('memberId'), down('placedAt'), down('_id')),
      index(up('memberId'), up('state'), down('placedAt'), down('_id')),
      index(up('state'), down('placedAt'), down('_id')),
      index(up('dueAt')),
      index(up('remindAt')),
      index(up('paymentBegunAt')),
      index(up('paidAt')),
      index(down('placedAt'), down('_id')),
      index(up('source')),
    ],
  },
  /** Cancellations that other systems recorded. */
  { name: 'refunds', indexes: [index(up('memberId'), down('at')), index(up('source'))] },
  { name: 'pointsLedger', indexes: [index(up('memberId'), down('at'), down('_id'))] },
  {
    name: 'events',
    indexes: [
      index(up('memberId'), down('at'), down('_id')),
      index(up('memberId'), up('hasTransitions'), down('at'), down('_id')),
    ],
  },
  {
    name: 'reviews',
    indexes: [
      index(up('productId'), up('state'), down('at'), down('_id')),
      index(up('productId'), up('state'), up('isPictured'), down('at'), down('_id')),
      index(up('productId'), up('state'), up('stars'), down('at'), down('_id')),
      index(up('state'), down('at'), down('_id')),
      index(up('state'), up('isReplied'), down('at'), down('_id')),
      index(down('at'), down('_id')),
    ],
  },
  /** `<reviewId>:<memberId>`: one voice against a review. */
  { name: 'reviewReports', indexes: [] },
  {
    name: 'questions',
    indexes: [
      index(up('productId'), up('state'), down('at'), down('_id')),
      index(up('memberId'), down('at'), down('_id')),
      index(up('state'), down('at'), down('_id')),
    ],
  },
  {
    name: 'promotions',
    indexes: [index(down('endsAt'), down('_id')), index(up('kind'), down('endsAt'), down('_id'))],
  },
  {
    name: 'coupons',
    indexes: [
      { fields: [up('codeKey')], unique: true },
      index(up('isListed'), up('claimUntil')),
      index(down('createdAt'), down('_id')),
    ],
  },
  {
    name: 'couponGrants',
    indexes: [
      index(up('memberId'), up('state'), up('expiresAt'), up('_id')),
      index(up('memberId'), up('state'), down('usedAt'), down('_id')),
      index(up('memberId'), up('couponId')),
      index(up('state'), up('lockedAt')),
    ],
  },
  /** One document per member who bought something limited: `_id` is the memberId. */
  { name: 'tallies', indexes: [] },
  {
    name: 'afterSales',
    indexes: [
      index(up('memberId'), down('requestedAt'), down('_id')),
      index(up('orderId'), down('requestedAt'), down('_id')),
      index(up('state'), down('requestedAt'), down('_id')),
      index(up('state'), up('dueAt')),
      index(up('state'), up('finishedAt')),
      index(down('requestedAt'), down('_id')),
    ],
  },
  /** `<day>`: the provider's bill beside our books. */
  { name: 'reconciliations', indexes: [index(down('at'), down('_id')), index(up('state'))] },
  /** What must be told to the world outside, once. */
  { name: 'outbox', indexes: [index(up('state'), up('dueAt'), up('_id'))] },
  /** What members allow to be told: `_id` is the memberId. */
  { name: 'messageGrants', indexes: [] },
  {
    name: 'tickets',
    indexes: [
      index(up('memberId'), down('updatedAt'), down('_id')),
      index(up('memberId'), up('state')),
      index(up('memberId'), up('channel'), down('updatedAt')),
      index(up('state'), up('dueAt'), up('_id')),
      index(up('state'), down('updatedAt'), down('_id')),
      index(up('openedAt')),
    ],
  },
  { name: 'faq', indexes: [index(up('sort'))] },
  /** One document per day: questions asked, and those the FAQ answered. */
  { name: 'faqDays', indexes: [] },
  {
    name: 'articles',
    indexes: [
      index(up('isPublished'), down('publishedAt'), down('_id')),
      index(up('productIds'), up('isPublished'), down('publishedAt'), down('_id')),
      index(down('updatedAt'), down('_id')),
    ],
  },
  { name: 'sweepRuns', indexes: [] },
  /** Single documents: the programme's shop-wide figures. */
  { name: 'settings', indexes: [] },
] as const satisfies readonly { name: string; indexes: readonly IndexSpec[] }[]

/** The name of a collection. */
export type CollectionName = (typeof COLLECTIONS)[number]['name']
