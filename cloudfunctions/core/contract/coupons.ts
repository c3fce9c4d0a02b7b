import type {
  ClaimRefusal,
  Coupon,
  CouponGrant,
  CouponTerms,
  CouponValidity,
} from '@core/domain/coupons/coupon'
import { TIERS } from '@core/domain/members/sections'
import { COUPON_COPIES_MAX, COUPON_ISSUED_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import type { NotFound } from './errors'
import {
  cursor,
  entityId,
  fen,
  instant,
  integer,
  looseLine,
  mintedId,
  type NoInput,
  name,
  type Page,
} from './primitives'
import type { NamedProduct } from './promotions'
import { scope } from './promotions/base'

/** A coupon as the staff save it. */
export const couponInput = v.strictObject({
  coupon: v.strictObject({
    id: entityId,
    terms: v.strictObject({
      title: name(20),
      off: v.variant('kind', [
        v.strictObject({ kind: v.literal('amount'), offFen: v.pipe(fen, v.minValue(1)) }),
        v.strictObject({
          kind: v.literal('percent'),
          percentOff: integer(1, 99),
          capFen: v.nullable(v.pipe(fen, v.minValue(1))),
        }),
      ]),
      fromFen: fen,
      scope,
    }),
    validity: v.variant('kind', [
      v.strictObject({ kind: v.literal('until'), startsAt: instant, endsAt: instant }),
      v.strictObject({ kind: v.literal('days'), days: integer(1, 365) }),
    ]),
    claimFrom: instant,
    claimUntil: instant,
    issuedMax: integer(1, COUPON_ISSUED_MAX),
    perMemberMax: integer(1, COUPON_COPIES_MAX),
    minTier: v.nullable(v.picklist(TIERS)),
    isListed: v.boolean(),
    code: v.nullable(v.pipe(v.string(), v.regex(/^[0-9A-Z]{4,16}$/))),
  }),
})
export type CouponInput = v.InferOutput<typeof couponInput>

/** A coupon in the coupon centre, and whether the caller may claim it. */
export type CouponOffer = {
  id: string
  terms: CouponTerms
  validity: CouponValidity
  claimFrom: number
  claimUntil: number
  minTier: Coupon['minTier']
  /** The percentage of claimed copies. */
  gonePercent: number
  claimed: number
  perMemberMax: number
  refusal: ClaimRefusal | 'NOT_A_MEMBER' | null
}

/** A coupon in the caller's wallet. */
export type GrantView = Omit<CouponGrant, 'memberId'> & { isExpired: boolean }

/** Which part of the wallet. */
export const walletInput = v.strictObject({
  part: v.picklist(['usable', 'used', 'expired']),
  cursor,
})
export type WalletInput = v.InferOutput<typeof walletInput>

/** One coupon, by id. */
export const couponIdInput = v.strictObject({ couponId: entityId })
export type CouponIdInput = v.InferOutput<typeof couponIdInput>

/** Chosen by the phone for one claim: sent again, it returns the copy that was claimed. */
const claimId = v.optional(mintedId)

/** A claim of a listed coupon. */
export const claimInput = v.strictObject({ ...couponIdInput.entries, claimId })
export type ClaimInput = v.InferOutput<typeof claimInput>

/** A code as typed; case and blanks are ignored. */
export const couponCodeInput = v.strictObject({
  code: v.pipe(looseLine(32), v.nonEmpty()),
  claimId,
})
export type CouponCodeInput = v.InferOutput<typeof couponCodeInput>

/** Why a coupon was not claimed. */
export type ClaimError = NotFound | { code: ClaimRefusal } | { code: 'NOT_A_MEMBER' }

/** Operations of customers on coupons. */
export type CouponsContract = {
  'coupons.center': { input: NoInput; output: CouponOffer[]; error: never }
  'coupons.claim': { input: ClaimInput; output: GrantView; error: ClaimError }
  'coupons.wallet': { input: WalletInput; output: Page<GrantView>; error: never }
  'coupons.enterCode': {
    input: CouponCodeInput
    output: GrantView
    error: { code: 'CODE_UNKNOWN' } | { code: ClaimRefusal } | { code: 'NOT_A_MEMBER' }
  }
}

/** A coupon in the staff's list, with its claimed and used copies. */
export type CouponRow = { coupon: Coupon; used: number }

/** A coupon with the names of the products in its scope. */
export type CouponDetail = CouponRow & { products: NamedProduct[] }

/** Coupons, latest first. */
export const couponListInput = v.strictObject({ cursor })
export type CouponListInput = v.InferOutput<typeof couponListInput>

/** A copy for a member; sent again under its `claimId`, it returns the copy that was given. */
export const giveInput = v.strictObject({
  ...couponIdInput.entries,
  memberId: entityId,
  claimId: mintedId,
})
export type GiveInput = v.InferOutput<typeof giveInput>

/** Operations of the staff on coupons. */
export type CouponsAdminContract = {
  'coupons.list': { input: CouponListInput; output: Page<CouponRow>; error: never }
  'coupons.show': { input: CouponIdInput; output: CouponDetail; error: NotFound }
  'coupons.save': {
    input: CouponInput
    output: CouponRow
    error: { code: 'COUPON_WRONG'; field: string; reason: string } | { code: 'CODE_TAKEN' }
  }
  /** Stops further claims; claimed copies stay valid. */
  'coupons.stop': { input: CouponIdInput; output: CouponRow; error: NotFound }
  'coupons.give': { input: GiveInput; output: GrantView; error: ClaimError }
}

declare module '@core/contract' {
  interface ShopOperations extends CouponsContract {}
  interface AdminOperations extends CouponsAdminContract {}
}
