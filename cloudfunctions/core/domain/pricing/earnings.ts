import { type TierState } from '@core/domain/members/sections'
import { growthFor, pointsFor } from '@core/domain/points/points'
import { addGrowth } from '@core/domain/tiers/tier'
import type { Fen } from '@core/kernel/money'
import type { PricingProgram } from './pricing-input'
import type { Quote } from './quote-types'

/**
 * What paying this much for goods and services brings a buyer: points, growth and the tier reached
 * by it. Freight earns nothing, and neither does what points have paid.
 */
export function earningsOf(
  paidFen: Fen,
  buyer: { tier: TierState } | null,
  program: PricingProgram,
): Quote['earns'] {
  if (!buyer) return { points: 0, growth: 0, tier: 'basic' }
  const growth = growthFor(paidFen, program)
  return {
    points: pointsFor(paidFen, buyer.tier.tier, program),
    growth,
    tier: addGrowth(buyer.tier, { growth, at: buyer.tier.since }, program).tier,
  }
}
