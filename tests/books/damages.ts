// biome-ignore lint/suspicious/noExplicitAny: a test damages documents of every type.
export type Doc = any

/** What breaks a rule: one document of a collection, changed. */
export type Damage = {
  rule: string
  collection: string
  of?: (one: Doc) => boolean
  to: (one: Doc) => void
}

const isPaid = (order: Doc) => order.paidAt !== null && order.uses.grantId !== null
const isUnpaid = (order: Doc) => order.state === 'awaitingPayment' && order.uses.grantId !== null
export const isKind = (kind: string) => (one: Doc) => one.kind === kind

/** One damage for every rule; some rules have several ways to be broken. */
export const DAMAGES: readonly Damage[] = [
  { rule: 'stock-ledger', collection: 'skus', to: (sku) => (sku.available += 1) },
  { rule: 'stock-ledger', collection: 'skus', to: (sku) => (sku.openingStock += 1) },
  { rule: 'stock-movements', collection: 'stockMovements', to: (one) => (one.skuId = 'none') },
  {
    rule: 'stock-movements',
    collection: 'stockMovements',
    of: isKind('sale'),
    to: (one) => Object.assign(one, { state: 'booked', at: 0 }),
  },
  { rule: 'stock-sold', collection: 'skus', to: (sku) => (sku.sold += 1) },
  {
    rule: 'stock-sales',
    collection: 'stockMovements',
    of: isKind('sale'),
    to: (one) => (one.quantity -= 1),
  },
  {
    rule: 'stock-holds',
    collection: 'skus',
    of: ({ heldPieces }) => heldPieces > 0,
    to: (sku) => (sku.heldPieces += 1),
  },
  {
    rule: 'stock-holds',
    collection: 'orders',
    of: isUnpaid,
    to: (order) => (order.state = 'closed'),
  },
  {
    rule: 'promotion-holds',
    collection: 'activityStock',
    to: (one) => (one.holds = {}),
  },
  { rule: 'promotion-stock', collection: 'activityStock', to: (one) => (one.available += 1) },
  { rule: 'promotion-stock', collection: 'activityStock', to: (one) => (one.sold += 1) },
  {
    rule: 'stock-returns',
    collection: 'stockMovements',
    of: isKind('sale'),
    to: (one) => Object.assign(one, { kind: 'return', quantity: 99 }),
  },
  { rule: 'order-money', collection: 'orders', of: isPaid, to: (one) => (one.quote.totalFen += 1) },
  {
    rule: 'order-money',
    collection: 'orders',
    of: isPaid,
    to: (one) => (one.quote.adjustments[0].shares[0].fen += 1),
  },
  {
    rule: 'order-lines',
    collection: 'orders',
    of: isPaid,
    to: (one) => (one.lines[0].shipped += 1),
  },
  {
    rule: 'order-refunded',
    collection: 'orders',
    of: isPaid,
    to: (one) => (one.refundedFen = one.quote.totalFen + 1),
  },
  {
    rule: 'order-refunded',
    collection: 'orders',
    of: isUnpaid,
    to: (one) => (one.refundedFen = 1),
  },
  { rule: 'order-uses', collection: 'orders', to: (one) => (one.memberId = 'nobody') },
  { rule: 'order-states', collection: 'orders', of: isUnpaid, to: (one) => (one.dueAt = null) },
  {
    rule: 'order-states',
    collection: 'orders',
    of: ({ state }) => state === 'closed',
    to: (one) => (one.closeReason = null),
  },
  {
    rule: 'order-reviews',
    collection: 'orders',
    of: ({ reviewed }) => reviewed !== undefined,
    to: (one) => (one.reviewed = {}),
  },
  {
    rule: 'after-sale-orders',
    collection: 'afterSales',
    of: ({ state }) => state === 'done',
    to: (one) => (one.refundFen += 1),
  },
  {
    rule: 'after-sale-orders',
    collection: 'afterSales',
    of: ({ state }) => state === 'requested',
    to: (one) => (one.lines[0].quantity += 1),
  },
  {
    rule: 'after-sale-messages',
    collection: 'outbox',
    of: isKind('refund'),
    to: (one) => (one.fen += 1),
  },
  {
    rule: 'after-sale-states',
    collection: 'afterSales',
    of: ({ state }) => state === 'done',
    to: (one) => (one.finishedAt = null),
  },
  {
    rule: 'points-balance',
    collection: 'members',
    of: ({ points }) => points.available !== 0,
    to: (one) => (one.points.available += 1),
  },
  {
    rule: 'points-transfers',
    collection: 'pointsLedger',
    of: isKind('earn'),
    to: (one) => (one.orderId = 'none'),
  },
  {
    rule: 'points-transfers',
    collection: 'pointsLedger',
    of: isKind('clawback'),
    to: (one) => (one.pending -= 1),
  },
  {
    rule: 'growth',
    collection: 'members',
    of: ({ tier }) => tier.growth > 0,
    to: (one) => (one.tier.growth += 1),
  },
  { rule: 'coupon-counts', collection: 'coupons', to: (one) => (one.remaining += 1) },
  { rule: 'coupon-counts', collection: 'coupons', to: (one) => (one.used += 1) },
  {
    rule: 'coupon-grants',
    collection: 'couponGrants',
    of: ({ state }) => state === 'locked',
    to: (one) => (one.orderId = 'none'),
  },
  {
    rule: 'coupon-orders',
    collection: 'couponGrants',
    of: ({ state }) => state === 'used',
    to: (one) => Object.assign(one, { state: 'unused', orderId: null }),
  },
  { rule: 'product-sold', collection: 'products', to: (one) => (one.sold += 1) },
  {
    rule: 'product-rating',
    collection: 'products',
    of: ({ rating }) => rating.count > 0,
    to: (one) => (one.rating.sum += 1),
  },
  { rule: 'review-reports', collection: 'reviews', to: (one) => (one.reports.ad = 9) },
  { rule: 'purchase-counters', collection: 'tallies', to: (one) => (one.products.tea += 1) },
  { rule: 'purchase-counters', collection: 'tallies', to: (one) => (one.promotions = {}) },
  {
    rule: 'member-facts',
    collection: 'members',
    of: ({ facts }) => facts.keptOrders > 0,
    to: (one) => (one.facts.keptOrders -= 1),
  },
  {
    rule: 'member-carts',
    collection: 'members',
    of: ({ facts }) => facts.cartLines > 0,
    to: (one) => (one.facts.cartLines = 0),
  },
  { rule: 'member-owners', collection: 'consents', to: (one) => (one.memberId = 'nobody') },
  {
    rule: 'member-tiers',
    collection: 'members',
    of: ({ tier }) => tier.growth === 0,
    to: (one) => (one.tier.tier = 'black'),
  },
  {
    rule: 'outbox',
    collection: 'outbox',
    to: (one) => Object.assign(one, { state: 'due', dueAt: 0 }),
  },
  { rule: 'review-states', collection: 'reviews', to: (one) => (one.state = 'hidden') },
  { rule: 'question-states', collection: 'questions', to: (one) => (one.state = 'public') },
  { rule: 'ticket-states', collection: 'tickets', to: (one) => (one.dueAt = null) },
  { rule: 'promotions-compiled', collection: 'promotions', to: (one) => (one.title = '别的') },
]
