import { toCoupon } from '@core/data/coupons/grants'
import { giftRefusal } from '@core/domain/coupons/coupon'
import { fail, type Result } from '@core/kernel/result'
import type { ClaimError, GiveInput, GrantView } from '../../contract/coupons'
import type { Context } from '../context'
import { issueCopy } from './issue-copy'
import { hasJoined } from './views'

/**
 * The staff give a member a copy of a coupon, listed or not. The number of copies, of the offer and
 * of a member, binds them as well; its tier and first day do not.
 */
export async function giveCoupon(
  ctx: Context,
  { couponId, memberId, claimId }: GiveInput,
): Promise<Result<GrantView, ClaimError>> {
  const [coupon, member] = await Promise.all([
    ctx.db.get('coupons', couponId),
    ctx.db.get('members', memberId),
  ])
  if (!coupon || !member) return fail({ code: 'NOT_FOUND' })
  if (!hasJoined(member)) return fail({ code: 'NOT_A_MEMBER' })
  const refusal = (claimed: number) => giftRefusal(toCoupon(coupon), { at: ctx.now, claimed })
  return issueCopy(ctx, coupon, { memberId, claimId, refusal })
}
