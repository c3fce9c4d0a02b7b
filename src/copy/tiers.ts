import { TIERS, type Tier } from '@core/domain/members/sections'
import { defaultProgram } from '@core/domain/program'
import { pointsPercent, tierThresholds } from '@core/domain/tiers/tier'
import { TIER_COPY } from './lifecycle'
import { formatCount } from './numbers'

/** How far the next tier is, in money: 差 ¥86 升金卡. */
export function missingCopy(ahead: { tier: string; missingGrowth: number }): string {
  const yuan = Math.ceil(ahead.missingGrowth / Math.max(1, defaultProgram.growthPerYuan))
  const tier = TIERS.find((known) => known === ahead.tier) ?? 'basic'
  return `差 ¥${formatCount(yuan)} 升${TIER_COPY[tier]}`
}

/** The points of a tier as people say them: `1.5 倍`. */
export const multiplierCopy = (tier: Tier): string =>
  `${pointsPercent(tier, defaultProgram) / 100} 倍`

/** The growth from which a tier holds. */
export const thresholdOf = (tier: Tier): number => tierThresholds(defaultProgram)[tier]
