import type { AfterSale } from '@core/domain/after-sales/after-sale'
import type { Coupon, CouponGrant } from '@core/domain/coupons/coupon'
import type { Promotion } from '@core/domain/promotions/promotion'
import type { Stored } from './documents'

/** An activity as stored; those that run or are to come are in `settings/promotions` as well. */
export type PromotionDocument = StoredEach<Promotion>

/** Every kind by itself: what a kind alone has is kept. */
type StoredEach<T> = T extends { id: string } ? Stored<T> : never

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

/**
 * What a member has had of things that a member may have only so much of: pieces by product, turns
 * or pieces by activity. Orders that are closed or given back are not in it.
 */
export type PurchaseCountersDocument = {
  _id: string
  products: Record<string, number>
  promotions: Record<string, number>
  version: number
}

/** An after-sale as stored. */
export type AfterSaleDocument = Stored<AfterSale>
