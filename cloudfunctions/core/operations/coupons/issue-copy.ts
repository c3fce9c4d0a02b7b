import type { CouponDocument, CouponGrantDocument } from '@core/data/coupons/documents'
import { addGrant, claimsOf, returnCopy, takeCopy } from '@core/data/coupons/offers'
import { toStored } from '@core/data/documents'
import { type CouponGrant, grantId, usableWindow } from '@core/domain/coupons/coupon'
import { fail, ok, type Result } from '@core/kernel/result'
import type { ClaimError, GrantView } from '../../contract/coupons'
import type { Context } from '../context'
import { grantView } from './views'

/** The member's copy, or why there is none. */
export type Issued = Promise<Result<GrantView, Exclude<ClaimError, { code: 'NOT_FOUND' }>>>

/** Whose copy, the id of the claim if it has one, and what is against it after so many copies. */
type Issuing = {
  memberId: string
  claimId?: string | undefined
  refusal(claimed: number): Exclude<ClaimError, { code: 'NOT_FOUND' }>['code'] | null
}

/**
 * Gives a member a copy: one is taken from those left, then their nth grant is added. When that
 * grant already exists (the same claim sent twice concurrently), the copy is put back and the grant
 * is returned. A claim whose answer was lost is sent again under its id, and finds its grant.
 */
export async function issueCopy(
  ctx: Context,
  coupon: CouponDocument,
  { memberId, claimId, refusal: refusalAfter }: Issuing,
): Issued {
  const claims = await claimsOf(ctx.db, memberId, coupon._id)
  const before = claims.find((one) => claimId !== undefined && one.claimId === claimId)
  if (before) return ok(grantView(await existing(ctx, before._id), ctx.now))
  const claimed = claims.length
  const refusal = refusalAfter(claimed)
  if (refusal) return fail({ code: refusal })
  const grant = {
    ...newGrant(coupon, grantId(coupon._id, memberId, claimed + 1), ctx.now),
    ...(claimId === undefined ? {} : { claimId }),
  }
  if (!(await takeCopy(ctx.db, coupon._id, ctx.now))) return tooLate(ctx, coupon._id, grant.id)
  if (await addGrant(ctx.db, { ...grant, memberId })) {
    return ok(grantView(toStored<CouponGrant>({ ...grant, memberId }), ctx.now))
  }
  await returnCopy(ctx.db, coupon._id)
  return ok(grantView(await existing(ctx, grant.id), ctx.now))
}

/** None was left, or it was stopped, since it was read; or the same claim was quicker elsewhere. */
async function tooLate(ctx: Context, couponId: string, id: string): Issued {
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
