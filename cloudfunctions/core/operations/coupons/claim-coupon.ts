import type { CouponDocument } from '@core/data/coupons/documents'
import { couponByCode } from '@core/data/coupons/offers'
import { normalizeCode } from '@core/domain/coupons/coupon-errors'
import { fail, type Result } from '@core/kernel/result'
import { findCaller } from '@core/operations/members/find-caller'
import type {
  ClaimError,
  ClaimInput,
  CouponCodeInput,
  CouponsContract,
  GrantView,
} from '../../contract/coupons'
import type { Context } from '../context'
import { type Issued, issueCopy } from './issue-copy'
import { hasJoined, refusalOf } from './views'

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

async function claim(ctx: Context, coupon: CouponDocument, claimId?: string): Issued {
  const member = await findCaller(ctx)
  const at = ctx.now
  const refusal = (claimed: number) => refusalOf(coupon, { member, claimed, at })
  if (!hasJoined(member)) return fail({ code: refusal(0) ?? 'NOT_A_MEMBER' })
  return issueCopy(ctx, coupon, { memberId: member._id, claimId, refusal })
}
