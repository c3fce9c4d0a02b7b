import type { CouponGrant } from '@core/domain/coupons/coupon'
import type { FreightTable } from '@core/domain/freight/freight-table'
import type { TierState } from '@core/domain/members/sections'
import type { Promotion } from '@core/domain/promotions/promotion'
import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import type { Program } from '@core/kernel/settings'

/** A paid service on a line, per piece: engraving, gift wrap. */
export type LineService = { id: string; name: string; priceFen: Fen }

/** A line to be priced. `key` names it within the order. */
export type PricingLine = {
  key: string
  skuId: string
  productId: string
  /** The product's category and its parent category. */
  categoryIds: string[]
  unitFen: Fen
  quantity: number
  weightGrams: number
  services: LineService[]
}

/** What a gift would be taken from. */
export type PricingGift = { productId: string; valueFen: Fen; available: number }

/** Who is buying; `null` has not joined: earns nothing, spends no points, has no tier price. */
export type Buyer = { tier: TierState; points: number } | null

/** The numbers of the programme that a price needs. */
export type PricingProgram = Pick<
  Program,
  | 'pointsPerYuan'
  | 'growthPerYuan'
  | 'tiers'
  | 'spendPointsPerYuan'
  | 'spendPointsStep'
  | 'spendPointsMin'
  | 'spendPointsPercentMax'
>

/** A grant as far as a price needs it. */
export type PricingGrant = Pick<CouponGrant, 'id' | 'terms' | 'startsAt' | 'expiresAt'>

/** Everything a price follows from. The cloud gathers it; the phone calculates from the same. */
export type PricingInput = {
  at: Instant
  lines: PricingLine[]
  promotions: Promotion[]
  /** Pieces left of a promotion's own stock, by `promotionStockId`; absent: none left. */
  activityStock: Record<string, number>
  /** How often, or how many pieces, this member has had of a promotion, by its id. */
  taken: Record<string, number>
  grants: PricingGrant[]
  /** SKUs that promotions give away, by id. */
  gifts: Record<string, PricingGift>
  buyer: Buyer
  freight: FreightTable
  /** Where it goes; `null` while unknown. */
  province: string | null
  program: PricingProgram
}

/** What the customer decides. `best` lets the shop choose the coupon that leaves least to pay. */
export type PricingChoice = {
  grantId: string | null
  points: number
  /** Optional gifts asked for, by promotion. */
  samples: string[]
}

/** A choice of nothing. */
export const NO_CHOICE: PricingChoice = { grantId: null, points: 0, samples: [] }
