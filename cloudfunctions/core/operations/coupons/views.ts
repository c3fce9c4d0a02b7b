import type { CouponDocument, CouponGrantDocument } from '@core/data/coupons/documents'
import { toCoupon, toGrant } from '@core/data/coupons/grants'
import type { MemberDocument } from '@core/data/members/documents'
import { isMember } from '@core/data/members/member-section'
import { memberTier } from '@core/data/tiers/member-section'
import { claimRefusal } from '@core/domain/coupons/coupon'
import { TIERS } from '@core/domain/members/sections'
import { isFor } from '@core/domain/promotions/promotion-base'
import type { Instant } from '@core/kernel/calendar'
import type { CouponOffer, CouponRow, GrantView } from '../../contract/coupons'

/** Who looks at an offer, and when. */
export type Claimer = { member: MemberDocument | null; claimed: number; at: Instant }

/** Whether the customer has joined: coupons are for members. */
export const hasJoined = (member: MemberDocument | null): member is MemberDocument =>
  isMember(member)

/** Why the customer cannot claim an offer now; `null` when they can. */
export function refusalOf(
  document: CouponDocument,
  { member, claimed, at }: Claimer,
): CouponOffer['refusal'] {
  const coupon = toCoupon(document)
  // Who joins begins at the first tier: joining alone does not open what is for a higher one.
  const isForTier = isFor(coupon, memberTier(member) ?? TIERS[0])
  const refusal = claimRefusal(coupon, { at, claimed, isForTier })
  return refusal ?? (hasJoined(member) ? null : 'NOT_A_MEMBER')
}

/** An offer in the coupon centre. */
export function offerView(document: CouponDocument, claimer: Claimer): CouponOffer {
  const { _id: id, terms, validity, claimFrom, claimUntil, perMemberMax, minTier } = document
  return {
    id,
    terms,
    validity,
    claimFrom,
    claimUntil,
    minTier,
    gonePercent: gonePercent(document),
    claimed: claimer.claimed,
    perMemberMax,
    refusal: refusalOf(document, claimer),
  }
}

const HUNDRED = 100

/** Percent of the copies that have been claimed; 100 only when none is left. */
const gonePercent = ({ remaining, issuedMax }: CouponDocument): number =>
  Math.floor(((issuedMax - remaining) * HUNDRED) / issuedMax)

/** A coupon in the caller's wallet. */
export function grantView(document: CouponGrantDocument, at: Instant): GrantView {
  const { memberId: _memberId, ...grant } = toGrant(document)
  return { ...grant, isExpired: grant.state === 'unused' && grant.expiresAt <= at }
}

/** An offer in the staff's list. */
export const couponRow = (document: CouponDocument): CouponRow => ({
  coupon: toCoupon(document),
  used: document.used,
})
