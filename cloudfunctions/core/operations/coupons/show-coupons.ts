import { claimedCounts, listedCoupons } from '@core/data/coupons/offers'
import { walletPage } from '@core/data/coupons/wallet'
import { ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/members/find-caller'
import type { CouponOffer, GrantView, WalletInput } from '../../contract/coupons'
import type { Page } from '../../contract/primitives'
import type { Context } from '../context'
import { grantView, offerView } from './views'

/** The coupon centre: what can be claimed first, then what cannot, each with its reason. */
export async function showCenter(ctx: Context): Promise<Result<CouponOffer[], never>> {
  const [memberId, listed] = await Promise.all([callerId(ctx), listedCoupons(ctx.db, ctx.now)])
  const offered = listed.filter((coupon) => !coupon.isStopped)
  const ids = offered.map((coupon) => coupon._id)
  const [member, counts] = await Promise.all([
    memberId === null ? null : ctx.db.get('members', memberId),
    memberId === null ? null : claimedCounts(ctx.db, memberId, ids),
  ])
  const claimed = (id: string) => counts?.get(id) ?? 0
  const offers = offered.map((coupon) =>
    offerView(coupon, { member, claimed: claimed(coupon._id), at: ctx.now }),
  )
  return ok(offers.sort((a, b) => rank(a) - rank(b)))
}

/** Claimable offers and offers for new members come first, exhausted ones come last. */
const rank = ({ refusal }: CouponOffer): number =>
  refusal === null || refusal === 'NOT_A_MEMBER' ? 0 : refusal === 'ALL_GONE' ? 2 : 1

/** A page of a part of the caller's wallet; empty for an unknown caller. */
export async function showWallet(
  ctx: Context,
  { part, cursor }: WalletInput,
): Promise<Result<Page<GrantView>, never>> {
  const memberId = await callerId(ctx)
  if (memberId === null) return ok({ items: [], next: null })
  const page = await walletPage(ctx.db, { memberId, part, cursor, at: ctx.now })
  return ok({ items: page.items.map((grant) => grantView(grant, ctx.now)), next: page.next })
}
