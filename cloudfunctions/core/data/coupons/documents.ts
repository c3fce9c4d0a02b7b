import type { Stored } from '@core/data/documents'
import type { Coupon, CouponGrant } from '@core/domain/coupons/coupon'

/**
 * An offer as stored. What is left is counted, not what is gone: so a claim is one conditional
 * update. `codeKey` is unique: `codeKeyOf` its code, or its id where it has none.
 */
export type CouponDocument = Omit<Stored<Coupon>, 'issued'> & {
  remaining: number
  codeKey: string
  createdAt: number
  /** Copies that paid orders have used. */
  used: number
}

/** A member's copy of a coupon as stored. */
export type CouponGrantDocument = Stored<CouponGrant>

declare module '@core/data/documents' {
  interface Documents {
    coupons: CouponDocument
    couponGrants: CouponGrantDocument
  }
}
