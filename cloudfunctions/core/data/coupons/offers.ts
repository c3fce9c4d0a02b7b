import { command, type Database } from '@core/data/database'
import { toStored } from '@core/data/documents'
import { isDuplicate } from '@core/data/failures'
import { type DocumentPage, findPage } from '@core/data/pages'
import type { Coupon, CouponGrant } from '@core/domain/coupons/coupon'
import type { Instant } from '@core/kernel/calendar'
import { COUPON_COPIES_MAX, COUPONS_LISTED_MAX } from '@core/kernel/limits'
import { isSameValue } from '@core/kernel/same-value'
import type { CouponDocument, CouponGrantDocument } from './documents'

/** The unique key of a coupon: its code, or `id:<id>` (which cannot be a code) without one. */
export const codeKeyOf = ({ id, code }: Pick<Coupon, 'id' | 'code'>): string => code ?? `id:${id}`

/** The public coupons that can still be claimed, the soonest to end first. */
export const listedCoupons = (db: Database, at: Instant): Promise<CouponDocument[]> =>
  db.find('coupons', {
    where: { isListed: true, claimUntil: command.gt(at) },
    orderBy: [['claimUntil', 'asc']],
    limit: COUPONS_LISTED_MAX,
  })

/** The offer with just this code; `null` when none has it. The unique key alone also holds ids. */
export async function couponByCode(db: Database, code: string): Promise<CouponDocument | null> {
  const [found] = await db.find('coupons', { where: { codeKey: code }, limit: 1 })
  return found?.code === code ? found : null
}

/** A page of all coupons, latest first. */
export const findCoupons = (
  db: Database,
  cursor: string | undefined,
): Promise<DocumentPage<CouponDocument>> =>
  findPage(db, 'coupons', {
    where: { createdAt: command.gte(0) },
    sortBy: ['createdAt', 'desc'],
    cursor,
  })

/** How many copies of each of these coupons a member has claimed, by coupon id. */
export async function claimedCounts(
  db: Database,
  memberId: string,
  couponIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  if (couponIds.length === 0) return counts
  const grants = await db.find('couponGrants', {
    where: { memberId, couponId: command.in([...couponIds]) },
    limit: couponIds.length * COUPON_COPIES_MAX,
    fields: ['couponId'],
  })
  for (const { couponId } of grants) counts.set(couponId, (counts.get(couponId) ?? 0) + 1)
  return counts
}

/** The copies of a coupon that a member has, by the claims they came from. */
export const claimsOf = (
  db: Database,
  memberId: string,
  couponId: string,
): Promise<Pick<CouponGrantDocument, '_id' | 'claimId'>[]> =>
  db.find('couponGrants', {
    where: { memberId, couponId },
    limit: COUPON_COPIES_MAX,
    fields: ['claimId'],
  })

/**
 * Takes one of the copies left of a coupon with one conditional update, so that concurrent claims
 * cannot exceed the number of copies.
 */
export const takeCopy = async (db: Database, _id: string, at: Instant): Promise<boolean> =>
  (await db.update(
    'coupons',
    { _id, remaining: command.gt(0), isStopped: false, claimUntil: command.gt(at) },
    { remaining: command.inc(-1), countsStaleAt: at },
  )) > 0

/** How many copies of a coupon were claimed, and how many of them are used, as its grants say. */
export async function countGrants(
  db: Database,
  couponId: string,
): Promise<{ claimed: number; used: number }> {
  const [claimed, used] = await Promise.all([
    db.count('couponGrants', { couponId }),
    db.count('couponGrants', { couponId, state: 'used' }),
  ])
  return { claimed, used }
}

/**
 * Sets a coupon's counts to what its grants say; `false` when it has changed since it was read. The
 * copies left are counted only when no claim can be working on them (`isSettled`).
 */
export async function recountCoupon(
  db: Database,
  coupon: CouponDocument,
  isSettled: boolean,
): Promise<boolean> {
  const { _id, issuedMax, countsStaleAt } = coupon
  const { claimed, used } = await countGrants(db, _id)
  const asRead = { _id, issuedMax, countsStaleAt }
  const remaining = Math.max(0, issuedMax - claimed)
  const counts = isSettled ? { remaining, used, countsStaleAt: null } : { used }
  return (await db.update('coupons', asRead, counts)) > 0
}

/** Undoes `takeCopy` when the claim failed afterwards. */
export const returnCopy = (db: Database, _id: string) =>
  db.update('coupons', { _id }, { remaining: command.inc(1) })

/** Adds a grant; `false` when the member has this copy already. */
export const addGrant = (db: Database, grant: CouponGrant): Promise<boolean> =>
  db.addOnce('couponGrants', toStored(grant))

/** The fields of a coupon that the staff edit. */
export type CouponFields = Omit<Coupon, 'issued' | 'isStopped'>

/** Adds a coupon; `false` when its id or its code is taken. */
export function addCoupon(db: Database, fields: CouponFields, at: Instant): Promise<boolean> {
  return db.addOnce('coupons', {
    ...toStored(fields),
    isStopped: false,
    remaining: fields.issuedMax,
    codeKey: codeKeyOf(fields),
    createdAt: at,
    used: 0,
  })
}

/**
 * Changes a coupon; the copies left grow or shrink with `issuedMax`. `moved`: it was changed since
 * it was read, or fewer copies are left than are to be removed.
 */
export async function changeCoupon(
  db: Database,
  fields: CouponFields,
  before: CouponDocument,
): Promise<'changed' | 'moved' | 'code taken'> {
  const { id: _id, terms, validity, ...rest } = fields
  const more = fields.issuedMax - before.issuedMax
  const where = { _id, issuedMax: before.issuedMax, remaining: command.gte(-more) }
  const changes = {
    ...rest,
    terms: command.set(terms),
    validity: command.set(validity),
    codeKey: codeKeyOf(fields),
    remaining: command.inc(more),
  }
  try {
    if ((await db.update('coupons', where, changes)) > 0) return 'changed'
    return (await isSaved(db, fields)) ? 'changed' : 'moved'
  } catch (error) {
    if (isDuplicate(error)) return 'code taken'
    throw error
  }
}

/** Whether a coupon is as it is to be: a save that is repeated has nothing to change. */
async function isSaved(db: Database, { id, ...fields }: CouponFields): Promise<boolean> {
  const now = await db.get('coupons', id)
  return now !== null && isSameValue({ ...now, ...fields }, now)
}

/** Stops all further claims; `false` when there is no such coupon. */
export async function stopClaims(db: Database, _id: string): Promise<boolean> {
  if ((await db.update('coupons', { _id }, { isStopped: true })) > 0) return true
  // An update that changes nothing counts nothing: it may have been stopped before.
  return (await db.get('coupons', _id)) !== null
}
