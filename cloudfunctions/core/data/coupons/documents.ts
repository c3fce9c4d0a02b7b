import type { Stored } from '@core/data/documents'
import type { Coupon, CouponGrant } from '@core/domain/coupons/coupon'

/**
 * A coupon as stored. It counts the copies left instead of those issued, so that a claim is one
 * conditional update. `codeKey` (see `codeKeyOf`) is unique.
 */
export type CouponDocument = Omit<Stored<Coupon>, 'issued'> & {
  remaining: number
  codeKey: string
  createdAt: number
  /** Copies used by paid orders. */
  used: number
  /**
   * Since when `remaining` and `used` may differ from the grants, which are what counts: set before
   * a grant changes, so that a crash in between is found, and cleared by the sweep's recount.
   */
  countsStaleAt?: number | null
}

/** A member's copy of a coupon; `_id` is `<couponId>:<memberId>:<n>`. */
export type CouponGrantDocument = Stored<CouponGrant> & {
  /** While it is locked: for which attempts at placing the order. */
  lockedBy?: string[]
}

declare module '@core/data/documents' {
  interface Documents {
    coupons: CouponDocument
    couponGrants: CouponGrantDocument
  }
}
