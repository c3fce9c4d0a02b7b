import type { Tier } from '@core/domain/members/sections'
import type { Scope } from '@core/domain/promotions/scope'
import { DAY_MS, type Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'

/** What a coupon takes off: an amount, or a percentage with a cap (`null`: none). */
export type CouponOff =
  | { kind: 'amount'; offFen: Fen }
  | { kind: 'percent'; percentOff: number; capFen: Fen | null }

/** What a coupon promises; a grant keeps the promise it was given with. */
export type CouponTerms = { title: string; off: CouponOff; fromFen: Fen; scope: Scope }

/** Until when a grant can be used: to a moment, or for some days after it was claimed. */
export type CouponValidity =
  | { kind: 'until'; startsAt: Instant; endsAt: Instant }
  | { kind: 'days'; days: number }

/** The offer: who may claim it, when, and how many there are. */
export type Coupon = {
  id: string
  terms: CouponTerms
  validity: CouponValidity
  /** Claimed from here to there, by the cloud's clock. */
  claimFrom: Instant
  claimUntil: Instant
  issuedMax: number
  issued: number
  perMemberMax: number
  minTier: Tier | null
  /** Shown to everybody in the coupon centre; otherwise it needs its code. */
  isListed: boolean
  /** Entered by hand, in capitals; `null` has none. */
  code: string | null
  isStopped: boolean
}

/** The life of a member's copy; the table is the whole truth. */
export const GRANT_TRANSITIONS = {
  unused: { lock: 'locked' },
  locked: { use: 'used', unlock: 'unused' },
  used: { restore: 'unused' },
} as const satisfies Record<string, Record<string, string>>

export type GrantState = keyof typeof GRANT_TRANSITIONS

/** A member's copy of a coupon: `<couponId>:<memberId>:<n>`. Expiry is a matter of reading. */
export type CouponGrant = {
  id: string
  couponId: string
  memberId: string
  terms: CouponTerms
  startsAt: Instant
  expiresAt: Instant
  state: GrantState
  orderId: string | null
  lockedAt: Instant | null
  grantedAt: Instant
  usedAt: Instant | null
  /** The claim that it came from, if the phone named it. */
  claimId?: string
}

/** The id of a member's nth copy: a second claim of the same one is a duplicate. */
export const grantId = (couponId: string, memberId: string, n: number): string =>
  `${couponId}:${memberId}:${n}`

/** From when and until when a grant claimed at a moment can be used. */
export function usableWindow(validity: CouponValidity, at: Instant): [from: Instant, to: Instant] {
  return validity.kind === 'until'
    ? [validity.startsAt, validity.endsAt]
    : [at, at + validity.days * DAY_MS]
}

/** Why a customer cannot claim an offer now. */
export type ClaimRefusal = 'NOT_STARTED' | 'ENDED' | 'ALL_GONE' | 'LIMIT_REACHED' | 'TIER_TOO_LOW'

type Claimer = { at: Instant; claimed: number; isForTier: boolean }

/** The first reason against a claim. */
export function claimRefusal(
  coupon: Coupon,
  { at, claimed, isForTier }: Claimer,
): ClaimRefusal | null {
  if (coupon.isStopped || at >= coupon.claimUntil) return 'ENDED'
  if (at < coupon.claimFrom) return 'NOT_STARTED'
  if (claimed >= coupon.perMemberMax) return 'LIMIT_REACHED'
  if (!isForTier) return 'TIER_TOO_LOW'
  return coupon.issued >= coupon.issuedMax ? 'ALL_GONE' : null
}

/** Why the staff cannot give a member a copy: an offer's tier and first day do not bind them. */
export const giftRefusal = (
  coupon: Coupon,
  { at, claimed }: Omit<Claimer, 'isForTier'>,
): ClaimRefusal | null =>
  claimRefusal(coupon, { at: Math.max(at, coupon.claimFrom), claimed, isForTier: true })

/**
 * The expiry of a grant restored by a closed or fully refunded order. An expired grant can be used
 * for `graceDays` more, so that no customer loses a coupon because the shop was slow.
 */
export const restoredUntil = (
  { expiresAt }: Pick<CouponGrant, 'expiresAt'>,
  at: Instant,
  graceDays: number,
): Instant => (expiresAt > at ? expiresAt : at + graceDays * DAY_MS)
