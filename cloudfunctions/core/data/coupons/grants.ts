import { command, type Database } from '@core/data/database'
import { fromStored } from '@core/data/documents'
import type { Coupon, CouponGrant } from '@core/domain/coupons/coupon'
import type { Instant } from '@core/kernel/calendar'
import { ATTEMPTS_MAX, GRANTS_MAX } from '@core/kernel/limits'
import type { CouponDocument, CouponGrantDocument } from './documents'

export function toCoupon(document: CouponDocument): Coupon {
  const {
    _id,
    codeKey: _k,
    createdAt: _c,
    used: _u,
    countsStaleAt: _s,
    remaining,
    ...rest
  } = document
  return { id: _id, ...rest, issued: rest.issuedMax - remaining }
}

/** A grant without the attempts that share its lock. */
export function toGrant({ lockedBy: _by, ...document }: CouponGrantDocument): CouponGrant {
  return fromStored<CouponGrant>(document)
}

const couponIdOf = (grantId: string): string => grantId.split(':').slice(0, -2).join(':')

/** Marks a coupon's counts as stale, before one of its grants changes. */
const markStale = (db: Database, grantId: string, at: Instant) =>
  db.update('coupons', { _id: couponIdOf(grantId) }, { countsStaleAt: at })

/** Coupons that unpaid orders of one member may have locked, at most. */
const LOCKED_MAX = 15

/**
 * The coupons that a member can use and that have not expired, the soonest to expire first: unused
 * ones, and for an order that is being placed the one that it has locked itself.
 */
export async function usableGrants(
  db: Database,
  memberId: string,
  { at, orderId }: { at: Instant; orderId?: string | undefined },
): Promise<CouponGrantDocument[]> {
  const found = await db.find('couponGrants', {
    where: {
      memberId,
      state: orderId === undefined ? 'unused' : command.in(['unused', 'locked']),
      expiresAt: command.gt(at),
    },
    orderBy: [['expiresAt', 'asc']],
    limit: GRANTS_MAX + (orderId === undefined ? 0 : LOCKED_MAX),
  })
  return found
    .filter((grant) => grant.state === 'unused' || grant.orderId === orderId)
    .slice(0, GRANTS_MAX)
}

/** Adds an attempt to those that share a lock. */
const pushed = (by: string) => command.push({ each: [by], slice: -ATTEMPTS_MAX })

/** For which order a coupon is locked, and by which attempt at placing it. */
type Locking = { memberId: string; orderId: string; at: Instant; by: string }

/**
 * Locks a coupon for an order with one conditional update, so that of concurrent orders only one
 * gets it. `true` also when this order holds the lock already: as with pieces of stock, the
 * attempts at placing one order share it.
 */
export async function lockGrant(
  db: Database,
  id: string,
  { memberId, orderId, at, by }: Locking,
): Promise<boolean> {
  const locked = await db.update(
    'couponGrants',
    { _id: id, memberId, state: 'unused', expiresAt: command.gt(at) },
    { state: 'locked', orderId, lockedAt: at, lockedBy: command.set([by]) },
  )
  if (locked > 0) return true
  const adopted = await db.update(
    'couponGrants',
    { _id: id, state: 'locked', orderId },
    { lockedAt: at, lockedBy: pushed(by) },
  )
  return adopted > 0
}

const UNLOCKED = { state: 'unused', orderId: null, lockedAt: null, lockedBy: command.remove() }

/**
 * Releases a coupon; does nothing when the order does not hold its lock. With `by`: only when no
 * other attempt at placing the order shares it.
 */
export async function unlockGrant(
  db: Database,
  id: string,
  { orderId, by }: { orderId: string; by?: string },
): Promise<boolean> {
  const lock = { _id: id, state: 'locked', orderId }
  if (by === undefined) return (await db.update('couponGrants', lock, UNLOCKED)) > 0
  const shared = { ...lock, lockedBy: by }
  const left = await db.update('couponGrants', shared, { lockedBy: command.pull(by) })
  if (left === 0) return false
  return (await db.update('couponGrants', { ...lock, lockedBy: command.eq([]) }, UNLOCKED)) > 0
}

/** Marks the coupon of a paid order as used; idempotent. */
export async function spendGrant(
  db: Database,
  id: string,
  { orderId, at }: { orderId: string; at: Instant },
): Promise<boolean> {
  await markStale(db, id, at)
  const used = await db.update(
    'couponGrants',
    { _id: id, state: 'locked', orderId },
    { state: 'used', lockedAt: null, lockedBy: command.remove(), usedAt: at },
  )
  return used > 0
}

/** Makes the coupon of a fully refunded order usable again, until `until`. */
export async function restoreGrant(
  db: Database,
  id: string,
  { orderId, until, at }: { orderId: string; until: Instant; at: Instant },
): Promise<boolean> {
  await markStale(db, id, at)
  const restored = await db.update(
    'couponGrants',
    { _id: id, state: 'used', orderId },
    { state: 'unused', orderId: null, usedAt: null, expiresAt: until },
  )
  return restored > 0
}
