import { command, type Database } from '@core/data/database'
import { fromStored } from '@core/data/documents'
import type { Coupon, CouponGrant } from '@core/domain/coupons/coupon'
import type { Instant } from '@core/kernel/calendar'
import { GRANTS_MAX } from '@core/kernel/limits'
import type { CouponDocument, CouponGrantDocument } from './documents'

export function toCoupon(document: CouponDocument): Coupon {
  const { _id, codeKey: _k, createdAt: _c, used: _u, remaining, ...rest } = document
  return { id: _id, ...rest, issued: rest.issuedMax - remaining }
}

export const toGrant = fromStored<CouponGrant>

/** A member's unused coupons that have not expired, the soonest to expire first. */
export const usableGrants = (
  db: Database,
  memberId: string,
  at: Instant,
): Promise<CouponGrantDocument[]> =>
  db.find('couponGrants', {
    where: { memberId, state: 'unused', expiresAt: command.gt(at) },
    orderBy: [['expiresAt', 'asc']],
    limit: GRANTS_MAX,
  })

type Locking = { memberId: string; orderId: string; at: Instant }

/**
 * Locks a coupon for an order with one conditional update, so that of concurrent orders only one
 * gets it. `true` also when this order holds the lock already.
 */
export async function lockGrant(
  db: Database,
  id: string,
  { memberId, orderId, at }: Locking,
): Promise<boolean> {
  const locked = await db.update(
    'couponGrants',
    { _id: id, memberId, state: 'unused', expiresAt: command.gt(at) },
    { state: 'locked', orderId, lockedAt: at },
  )
  if (locked > 0) return true
  return (await db.count('couponGrants', { _id: id, state: 'locked', orderId })) > 0
}

/** Releases a coupon; does nothing when the order does not hold its lock. */
export const unlockGrant = async (db: Database, id: string, orderId: string): Promise<boolean> =>
  (await db.update(
    'couponGrants',
    { _id: id, state: 'locked', orderId },
    { state: 'unused', orderId: null, lockedAt: null },
  )) > 0

/** Marks the coupon of a paid order as used; idempotent. */
export async function spendGrant(
  db: Database,
  id: string,
  { orderId, at }: { orderId: string; at: Instant },
): Promise<boolean> {
  const used = await db.update(
    'couponGrants',
    { _id: id, state: 'locked', orderId },
    { state: 'used', lockedAt: null, usedAt: at },
  )
  if (used === 0) return false
  const couponId = id.split(':').slice(0, -2).join(':')
  await db.update('coupons', { _id: couponId }, { used: command.inc(1) })
  return true
}

/** Makes the coupon of a fully refunded order usable again, until `until`. */
export async function restoreGrant(
  db: Database,
  id: string,
  { orderId, until }: { orderId: string; until: Instant },
): Promise<boolean> {
  const restored = await db.update(
    'couponGrants',
    { _id: id, state: 'used', orderId },
    { state: 'unused', orderId: null, usedAt: null, expiresAt: until },
  )
  if (restored === 0) return false
  const couponId = id.split(':').slice(0, -2).join(':')
  await db.update('coupons', { _id: couponId }, { used: command.inc(-1) })
  return true
}
