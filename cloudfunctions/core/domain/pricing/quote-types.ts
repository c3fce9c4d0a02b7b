import type { Tier } from '@core/domain/members/sections'
import type { PromotionCode } from '@core/domain/promotions/promotion'
import type { Fen } from '@core/kernel/money'
import type { PricingLine } from './pricing-input'

/** Why a price is what it is; the pages have the texts. */
export type AdjustmentCode = PromotionCode | 'COUPON' | 'POINTS' | 'FREIGHT' | 'FREE_FREIGHT'

/** One reason for the total. `fen` is signed and is the sum of `shares` where lines carry it. */
export type Adjustment = {
  code: AdjustmentCode
  /** The promotion, the grant or the zone behind it. */
  sourceId: string | null
  /** The merchant's words. */
  title: string
  fen: Fen
  /** What each line carries of it, by key; empty for freight, which no line carries. */
  shares: { key: string; fen: Fen }[]
}

/** Why something did not apply. `missingFen`: what would have to be bought for it. */
export type DiscountSkipReason =
  | 'BELOW_THRESHOLD'
  | 'LIMIT_REACHED'
  | 'STOCK_GONE'
  | 'MEMBERS_ONLY'
  | 'TIER_TOO_LOW'
  | 'NOT_CHOSEN'
  | 'NOT_STARTED'
  | 'EXPIRED'
  | 'OUT_OF_SCOPE'
  | 'NO_EFFECT'
  | 'INCOMPLETE'
  | 'TOO_FEW_PIECES'
  | 'TOO_FEW_POINTS'

/** Something that could have applied and did not, and why. */
export type SkippedDiscount = {
  code: AdjustmentCode
  sourceId: string | null
  title: string
  reason: DiscountSkipReason
  missingFen?: Fen
}

/** A line with its price: goods, a service on goods (`parentKey`), or a gift (`sourceId`). */
export type PricedLine = Pick<
  PricingLine,
  'key' | 'skuId' | 'productId' | 'unitFen' | 'quantity'
> & {
  kind: 'goods' | 'service' | 'gift'
  parentKey: string | null
  /** The service's id, or the promotion that gives the gift. */
  sourceId: string | null
  /** The service's name; empty for goods and gifts, whose words the product has. */
  name: string
  /** Unit × quantity. */
  amountFen: Fen
  /**
   * What its pieces cost, cheapest first, before anything is taken off the order as a whole. Orders
   * of earlier releases do not say it.
   */
  prices?: PiecesAtPrice[]
  /** What is to be paid for the line after everything: never below 0. */
  payableFen: Fen
  /** What points paid of it; `payableFen` is without. */
  pointsFen: Fen
  /** What a gift is worth by itself; 0 for all else. */
  valueFen: Fen
  /**
   * What a gift goes with: it is to come back when less than this, by list price, is kept of these
   * lines.
   */
  giftFor: { fromFen: Fen; keys: string[] } | null
}

/** Pieces of a line that cost the same; `fen` is what one of them costs. */
export type PiecesAtPrice = { quantity: number; fen: Fen }

/** What one coupon would take off this order, and why it cannot when it cannot. */
export type CouponOption = {
  grantId: string
  offFen: Fen
  reason: DiscountSkipReason | null
  missingFen: Fen
}

/** Pieces of a promotion's own stock. */
export type ActivityPieces = { promotionId: string; skuId: string; quantity: number }

/**
 * The price of an order, every fen of it explained:
 * `goodsFen + Σ adjustments = Σ lines.payableFen + freightFen = totalFen`.
 */
export type Quote = {
  lines: PricedLine[]
  goodsFen: Fen
  adjustments: Adjustment[]
  skipped: SkippedDiscount[]
  coupons: CouponOption[]
  /** The coupon in use. */
  grantId: string | null
  points: { spent: number; max: number; fen: Fen }
  freightFen: Fen
  /** What is missing to free freight; 0 when it is free or never will be. */
  freeFreightMissingFen: Fen
  /** False when nothing is sent to this province. */
  isServed: boolean
  totalFen: Fen
  earns: { points: number; growth: number; tier: Tier }
  /** What has to be held and counted when it is ordered. */
  claims: { activityPieces: ActivityPieces[]; taken: Record<string, number> }
}
