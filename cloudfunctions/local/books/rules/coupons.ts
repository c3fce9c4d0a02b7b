import type { CouponGrantDocument } from '@core/data/coupons/documents'
import { type Books, type Finding, grouped, holds, type Rule, same } from '../books'
import { isPaid, isUnpaid, ownOrders } from './order-facts'

/** A coupon's counts are what its grants say. */
function* checkCounts(books: Books): Iterable<Finding> {
  const grants = grouped(books.all('couponGrants'), ({ couponId }) => couponId)
  for (const { _id, issuedMax, remaining, used } of books.all('coupons')) {
    const own = grants.get(_id) ?? []
    const counts = {
      issued: own.length,
      used: own.filter(({ state }) => state === 'used').length,
    }
    yield* same(_id, { issued: issuedMax - remaining, used }, counts)
    yield* holds(_id, remaining >= 0, { expected: 'at least 0 left', found: remaining })
  }
}

/** A copy is locked by an unpaid order that names it, or used by a paid one. */
function* checkGrants(books: Books): Iterable<Finding> {
  for (const grant of books.all('couponGrants')) {
    const { _id, couponId, memberId } = grant
    const isKnown = books.get('coupons', couponId) && books.get('members', memberId)
    yield* holds(_id, Boolean(isKnown), { expected: 'a coupon and a customer', found: grant })
    for (const [expected, isRight] of demandsOf(books, grant)) {
      yield* holds(_id, isRight, { expected: `${grant.state}: ${expected}`, found: grant })
    }
  }
}

function demandsOf(books: Books, grant: CouponGrantDocument): [string, boolean][] {
  const { _id, state, orderId, lockedAt, usedAt } = grant
  const order = books.get('orders', orderId)
  const isNamed = order?.uses.grantId === _id
  switch (state) {
    case 'unused':
      return [
        ['no order', orderId === null],
        ['neither locked nor used', lockedAt === null && usedAt === null],
      ]
    case 'locked':
      return [
        ['an unpaid order that names it', order !== undefined && isUnpaid(order) && isNamed],
        ['the time of its lock', lockedAt !== null],
      ]
    case 'used':
      return [
        ['a paid order that names it', order !== undefined && isPaid(order) && isNamed],
        ['the time of its use', usedAt !== null && lockedAt === null],
        ['an order that was not refunded as a whole', order?.closeReason !== 'REFUNDED'],
      ]
  }
}

/** An order that lives has its coupon locked or used, and one that is closed has none. */
function* checkOrders(books: Books): Iterable<Finding> {
  for (const order of ownOrders(books)) {
    const { _id, uses, state } = order
    if (uses.grantId === null) continue
    const grant = books.get('couponGrants', uses.grantId)
    const isMine = grant?.orderId === _id
    const expected = state === 'closed' ? 'given back' : isUnpaid(order) ? 'locked' : 'used'
    const found = isMine ? grant.state : 'given back'
    yield* same(_id, found, expected)
  }
}

/** Coupons and their copies. */
export const COUPON_RULES: readonly Rule[] = [
  { name: 'coupon-counts', check: checkCounts },
  { name: 'coupon-grants', check: checkGrants },
  { name: 'coupon-orders', check: checkOrders },
]
