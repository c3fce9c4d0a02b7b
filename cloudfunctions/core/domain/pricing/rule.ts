import type { Tier } from '@core/domain/members/sections'
import type { Promotion } from '@core/domain/promotions/promotion'
import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import type { Draft, RuleOutcome } from './draft'
import type { PricingLine } from './pricing-input'
import type { PricedLine, SkippedDiscount } from './quote-types'

/** Why a promotion does not apply, and how much more would have to be bought for it. */
export type Refusal = Pick<SkippedDiscount, 'reason' | 'missingFen'>

/** One piece of a SKU that is not in a cart yet. */
export type Piece = Pick<PricingLine, 'skuId' | 'productId' | 'categoryIds' | 'unitFen'>

/** When and for which tier a price is wanted, and what is left of the promotions' own stock. */
export type PriceQuestion = {
  at: Instant
  tier: Tier | null
  activityStock: Record<string, number>
}

/** A price of one piece; `left`: pieces left of the promotion's own stock, `null` without one. */
export type UnitPrice = { fen: Fen; left: number | null; perMemberMax: number | null }

/** A threshold that is not reached yet, and what it would take off. */
export type NextThreshold = { fromFen: Fen; offFen: Fen }

/**
 * When a promotion takes its amount off the goods. `tag`: it sets what pieces cost everybody, and
 * no two of these take the same piece. `tier`: the price of a tier, for the pieces that are left.
 * `order`: an amount off the sum.
 */
export type GoodsPhase = 'tag' | 'tier' | 'order'

/** A promotion that takes an amount off the goods. */
export type GoodsRule<P extends Promotion> = {
  stage: 'goods'
  phase: GoodsPhase
  price(promotion: P, draft: Draft): RuleOutcome
  /** The price of one piece, for kinds that set it; `null` when it is not lower. */
  unitPrice?(promotion: P, piece: Piece, question: PriceQuestion): UnitPrice | null
  /** The price of a SKU that only some of the pieces of a line may have. */
  limitedUnitFen?(promotion: P, skuId: string): Fen | undefined
  /** Whether pieces of a SKU come from the promotion's own stock. Default: no. */
  hasOwnStock?(promotion: P, skuId: string): boolean
  /** The lowest step above what the goods in the scope come to that takes more off. */
  nextStep?(promotion: P, amountFen: Fen): NextThreshold | null
}

/** The optional gifts asked for, and the pieces that gifts have used so far, by SKU. */
export type GiftChoice = { samples: readonly string[]; given: ReadonlyMap<string, number> }

/** A promotion that adds a free line to the order. */
export type GiftRule<P extends Promotion> = {
  stage: 'gifts'
  /** Whether the goods of the draft can earn it at all. */
  isEarnable(promotion: P, draft: Draft): boolean
  refusal(promotion: P, draft: Draft, choice: GiftChoice): Refusal | null
  /** `null` when the SKU is not among the gifts of the input. */
  line(promotion: P, draft: Draft): PricedLine | null
}

/** A promotion that makes the parcel free: an outcome with `off` frees it. */
export type FreightRule<P extends Promotion> = {
  stage: 'freight'
  price(promotion: P, draft: Draft): RuleOutcome
}

/** How a kind of promotion changes the price of an order. */
export type PricingRule<P extends Promotion> = GoodsRule<P> | GiftRule<P> | FreightRule<P>
