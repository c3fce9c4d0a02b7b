import type { CouponDocument, CouponGrantDocument } from '@core/data/coupons/documents'
import { addGrant, claimsOf, couponByCode, returnCopy, takeCopy } from '@core/data/coupons/offers'
import { toStored } from '@core/data/documents'
import { type CouponGrant, grantId, usableWindow } from '@core/domain/coupons/coupon'
import { normalizeCode } from '@core/domain/coupons/coupon-errors'
import { fail, ok, type Result } from '@core/kernel/result'
import { findCaller } from '@core/operations/members/find-caller'
import type {
  ClaimError,
  ClaimInput,
  CouponCodeInput,
  CouponsContract,
  GrantView,
} from '../../contract/coupons'
import type { Context } from '../context'
import { grantView, hasJoined, refusalOf } from './views'

type Claimed = Promise<Result<GrantView, Exclude<ClaimError, { code: 'NOT_FOUND' }>>>

/** Claims a copy of an offer that is listed; another one needs its code. */
export async function claimCoupon(
  ctx: Context,
  { couponId, claimId }: ClaimInput,
): Promise<Result<GrantView, ClaimError>> {
  const [coupon] = await Promise.all([ctx.db.get('coupons', couponId), ctx.identity()])
  return coupon?.isListed ? claim(ctx, coupon, claimId) : fail({ code: 'NOT_FOUND' })
}

/** Claims by a code as it was typed. */
export async function enterCode(
  ctx: Context,
  { code, claimId }: CouponCodeInput,
): Promise<Result<GrantView, CouponsContract['coupons.enterCode']['error']>> {
  const [coupon, identity] = await Promise.all([
    couponByCode(ctx.db, normalizeCode(code)),
    ctx.identity(),
  ])
  // Guesses are counted, and only of those who are known: nobody else learns whether a code exists.
  if (identity === null) return fail({ code: 'NOT_A_MEMBER' })
  return coupon ? claim(ctx, coupon, claimId) : fail({ code: 'CODE_UNKNOWN' })
}

/**
 * One copy is taken from those left, then the member's nth grant is added. When that grant already
 * exists (the same claim sent twice concurrently), the copy is put back and the grant is returned.
 * A claim whose answer was lost is sent again under its id, and finds its grant.
 */
async function claim(ctx: Context, coupon: CouponDocument, claimId?: string): Claimed {
  const member = await findCaller(ctx)
  if (!hasJoined(member)) {
    const refusal = refusalOf(coupon, { member, claimed: 0, at: ctx.now })
    return fail({ code: refusal ?? 'NOT_A_MEMBER' })
  }
  const claims = await claimsOf(ctx.db, member._id, coupon._id)
  const before = claims.find((one) => claimId !== undefined && one.claimId === claimId)
  if (before) return ok(grantView(await existing(ctx, before._id), ctx.now))
  const claimed = claims.length
  const refusal = refusalOf(coupon, { member, claimed, at: ctx.now })
  if (refusal) return fail({ code: refusal })
  const grant = {
    ...newGrant(coupon, grantId(coupon._id, member._id, claimed + 1), ctx.now),
    ...(claimId === undefined ? {} : { claimId }),
  }
  if (!(await takeCopy(ctx.db, coupon._id, ctx.now))) return tooLate(ctx, coupon._id, grant.id)
  if (await addGrant(ctx.db, { ...grant, memberId: member._id })) {
    return ok(grantView(toStored<CouponGrant>({ ...grant, memberId: member._id }), ctx.now))
  }
  await returnCopy(ctx.db, coupon._id)
  return ok(grantView(await existing(ctx, grant.id), ctx.now))
}

/** None was left, or it was stopped, since it was read; or the same claim was quicker elsewhere. */
async function tooLate(ctx: Context, couponId: string, id: string): Claimed {
  const [mine, coupon] = await Promise.all([
    ctx.db.get('couponGrants', id),
    ctx.db.get('coupons', couponId),
  ])
  if (mine) return ok(grantView(mine, ctx.now))
  return fail({ code: coupon?.isStopped === false ? 'ALL_GONE' : 'ENDED' })
}

async function existing(ctx: Context, id: string): Promise<CouponGrantDocument> {
  const grant = await ctx.db.get('couponGrants', id)
  if (!grant) throw new Error(`grant ${id} was removed while it was being claimed`)
  return grant
}

function newGrant(coupon: CouponDocument, id: string, at: number): Omit<CouponGrant, 'memberId'> {
  const [startsAt, expiresAt] = usableWindow(coupon.validity, at)
  return {
    id,
    couponId: coupon._id,
    terms: coupon.terms,
    startsAt,
    expiresAt,
    state: 'unused',
    orderId: null,
    lockedAt: null,
    grantedAt: at,
    usedAt: null,
  }
}
