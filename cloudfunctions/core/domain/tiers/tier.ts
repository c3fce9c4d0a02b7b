import type { Program } from '@core/domain/program'
import type { Instant } from '@core/kernel/calendar'

/** The numbers of the programme that tiers follow from. */
export type TierProgram = Pick<Program, 'silverGrowth' | 'goldGrowth' | 'blackGrowth'>

/** The points multipliers, in percent. */
export type PointsProgram = Pick<
  Program,
  'basicPointsPercent' | 'silverPointsPercent' | 'goldPointsPercent' | 'blackPointsPercent'
>

/** The four tiers, lowest first. Their Chinese names (普通 银卡 金卡 黑金) belong to the pages. */
export const TIERS = ['basic', 'silver', 'gold', 'black'] as const
export type Tier = (typeof TIERS)[number]

/** A member's standing: growth is earned by paid orders and never spent. */
export type TierState = { tier: Tier; growth: number; since: Instant }

/** The standing of somebody who has just become known. */
export const initialTier = (at: Instant): TierState => ({ tier: 'basic', growth: 0, since: at })

/** Growth from which each tier holds; a member exactly on the line has it. */
export const tierThresholds = (program: TierProgram): Record<Tier, number> => ({
  basic: 0,
  silver: program.silverGrowth,
  gold: program.goldGrowth,
  black: program.blackGrowth,
})

/** The tier that this much growth reaches. */
export function tierAt(growth: number, program: TierProgram): Tier {
  const thresholds = tierThresholds(program)
  return [...TIERS].reverse().find((tier) => growth >= thresholds[tier]) ?? 'basic'
}

/** Whether `tier` is `floor` or higher. */
export const tierAtLeast = (tier: Tier, floor: Tier): boolean =>
  TIERS.indexOf(tier) >= TIERS.indexOf(floor)

/** Adds growth and climbs on the spot; only `loseGrowth` descends. */
export function addGrowth(
  state: TierState,
  gain: { growth: number; at: Instant },
  program: TierProgram,
): TierState {
  const growth = state.growth + gain.growth
  const reached = tierAt(growth, program)
  const climbs = reached !== state.tier && tierAtLeast(reached, state.tier)
  return climbs ? { tier: reached, growth, since: gain.at } : { ...state, growth }
}

/** Takes growth back after a refund, and with it the tier that it had brought. */
export function loseGrowth(
  state: TierState,
  loss: { growth: number; at: Instant },
  program: TierProgram,
): TierState {
  const growth = Math.max(0, state.growth - loss.growth)
  const reached = tierAt(growth, program)
  const falls = reached !== state.tier && tierAtLeast(state.tier, reached)
  return falls ? { tier: reached, growth, since: loss.at } : { ...state, growth }
}

/** How far the next tier is; `null` at the top. */
export type TierAhead = { tier: Tier; atGrowth: number; missingGrowth: number } | null

/** The next tier above the present one and the growth that is missing. */
export function tierAhead(state: TierState, program: TierProgram): TierAhead {
  const tier = TIERS[TIERS.indexOf(state.tier) + 1]
  if (!tier) return null
  const atGrowth = tierThresholds(program)[tier]
  return { tier, atGrowth, missingGrowth: Math.max(0, atGrowth - state.growth) }
}

/** The points multiplier of a tier, in percent. */
export const pointsPercent = (tier: Tier, program: PointsProgram): number =>
  ({
    basic: program.basicPointsPercent,
    silver: program.silverPointsPercent,
    gold: program.goldPointsPercent,
    black: program.blackPointsPercent,
  })[tier]
