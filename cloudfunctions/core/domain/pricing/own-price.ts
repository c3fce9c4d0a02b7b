import { TIERS, type Tier } from '@core/domain/members/sections'
import type { TierPrice } from '@core/domain/promotions/kinds/tier-price'
import type { Fen } from '@core/kernel/money'

/** What one piece costs a buyer by their tier; `promotionId`: by which promotion, if any. */
export type OwnPrice = { fen: Fen; promotionId: string | null }

/** No tier price: whatever the list says. */
export const OWN_LIST_PRICE: OwnPrice = { fen: Infinity, promotionId: null }

/** Which tier prices are counted, and as which tier. */
export type TierTerms = { promotions: readonly TierPrice[]; tier: Tier }

/**
 * The terms on which a member's cart may be priced, the best first: as their tier or as one below
 * it, by all of the promotions or by some. More than the first is needed only when a cheaper piece
 * can make another one dearer.
 */
export function tierTerms(promotions: readonly TierPrice[], tier: Tier): TierTerms[] {
  const tiers = TIERS.slice(0, TIERS.indexOf(tier) + 1).reverse()
  return subsets(promotions, TIER_PRICES_APART_MAX).flatMap((some) =>
    some.length === 0
      ? [{ promotions: some, tier }]
      : tiers.map((one) => ({ promotions: some, tier: one })),
  )
}

/** Tier prices that are tried one without the other; those beyond always count. */
const TIER_PRICES_APART_MAX = 3

/** All subsets, the whole first. Items beyond `max` are in each of them. */
export function subsets<T>(items: readonly T[], max: number): T[][] {
  const [first, ...rest] = items
  if (first === undefined || max <= 0) return [[...items]]
  const without = subsets(rest, max - 1)
  return [...without.map((some) => [first, ...some]), ...without]
}
