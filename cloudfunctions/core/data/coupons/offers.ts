import { command, type Database } from '@core/data/database'
import { toStored } from '@core/data/documents'
import { isDuplicate } from '@core/data/failures'
import { type DocumentPage, findPage } from '@core/data/pages'
import type { Coupon, CouponGrant } from '@core/domain/coupons/coupon'
import type { Instant } from '@core/kernel/calendar'
import { COUPON_COPIES_MAX, COUPONS_LISTED_MAX } from '@core/kernel/limits'
import type { CouponDocument } from './documents'

/** What makes an offer the only one: its code; one without has its id, which no code can be. */
export const codeKeyOf = ({ id, code }: Pick<Coupon, 'id' | 'code'>): string => code ?? `id:${id}`

/** The offers that everybody may see and that can still be claimed, those that end first first. */
export const listedCoupons = (db: Database, at: Instant): Promise<CouponDocument[]> =>
  db.find('coupons', {
    where: { isListed: true, claimUntil: command.gt(at) },
    orderBy: [['claimUntil', 'asc']],
    limit: COUPONS_LISTED_MAX,
  })

/** The offer with this code; `null` when there is none. */
export async function couponByCode(db: Database, code: string): Promise<CouponDocument | null> {
  const [found] = await db.find('coupons', { where: { codeKey: code }, limit: 1 })
  return found?.code === code ? found : null
}

/** All offers, latest first, a page at a time. */
export const findCoupons = (
  db: Database,
  cursor: string | undefined,
): Promise<DocumentPage<CouponDocument>> =>
  findPage(db, 'coupons', {
    where: { createdAt: command.gte(0) },
    sortBy: ['createdAt', 'desc'],
    cursor,
  })

/** How many copies of each of these offers a member has claimed, by the offer's id. */
export async function claimedCounts(
  db: Database,
  memberId: string,
  couponIds: readonly string[],
): Promise<Record<string, number>> {
  if (couponIds.length === 0) return {}
  const grants = await db.find('couponGrants', {
    where: { memberId, couponId: command.in([...couponIds]) },
    limit: couponIds.length * COUPON_COPIES_MAX,
    fields: ['couponId'],
  })
  const counts: Record<string, number> = {}
  for (const { couponId } of grants) counts[couponId] = (counts[couponId] ?? 0) + 1
  return counts
}

/**
 * Takes one copy out of what is left of an offer: one conditional update, so that of claims at
 * once no more succeed than there are copies.
 */
export const takeCopy = async (db: Database, _id: string, at: Instant): Promise<boolean> =>
  (await db.update(
    'coupons',
    { _id, remaining: command.gt(0), isStopped: false, claimUntil: command.gt(at) },
    { remaining: command.inc(-1) },
  )) > 0

/** Puts a copy back that was taken for nothing. */
export const returnCopy = (db: Database, _id: string) =>
  db.update('coupons', { _id }, { remaining: command.inc(1) })

/** Adds a grant; `false` when the member has this copy already. */
export const addGrant = (db: Database, grant: CouponGrant): Promise<boolean> =>
  db.addOnce('couponGrants', toStored(grant))

/** What the staff says of an offer. */
export type CouponFields = Omit<Coupon, 'issued' | 'isStopped'>

/** Adds an offer; `false` when its id or its code is taken. */
export function addCoupon(db: Database, words: CouponFields, at: Instant): Promise<boolean> {
  return db.addOnce('coupons', {
    ...toStored(words),
    isStopped: false,
    remaining: words.issuedMax,
    codeKey: codeKeyOf(words),
    createdAt: at,
    used: 0,
  })
}

/**
 * Changes an offer; what is left grows or shrinks with the number of copies. `moved`: it is not as
 * it was read, or fewer are left than are to go.
 */
export async function changeCoupon(
  db: Database,
  words: CouponFields,
  before: CouponDocument,
): Promise<'changed' | 'moved' | 'code taken'> {
  const { id: _id, terms, validity, ...rest } = words
  const more = words.issuedMax - before.issuedMax
  const where = { _id, issuedMax: before.issuedMax, remaining: command.gte(-more) }
  const changes = {
    ...rest,
    terms: command.set(terms),
    validity: command.set(validity),
    codeKey: codeKeyOf(words),
    remaining: command.inc(more),
  }
  try {
    return (await db.update('coupons', where, changes)) > 0 ? 'changed' : 'moved'
  } catch (error) {
    if (isDuplicate(error)) return 'code taken'
    throw error
  }
}

/** From now on nobody can claim it; answers whether there is such an offer. */
export const stopClaims = async (db: Database, _id: string): Promise<boolean> =>
  (await db.update('coupons', { _id }, { isStopped: true })) > 0
