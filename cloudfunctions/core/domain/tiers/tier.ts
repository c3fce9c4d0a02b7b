import type { Member } from '@core/domain/members/member'
import { TIERS, type Tier, type TierState } from '@core/domain/members/sections'
import type { Instant } from '@core/kernel/calendar'
import type { Program } from '@core/kernel/settings'

/** What a tier and its points multiplier follow from. */
export type TierProgram = Pick<Program, 'tiers'>

/** One tier of the programme: the growth from which it holds, its points multiplier in percent. */
export type TierRow = Program['tiers'][number]

/** The tier of a customer who has just become known. */
export const initialTier = (at: Instant): TierState => ({ tier: 'basic', growth: 0, since: at })

/** The tier that this much growth reaches; a member exactly on the line has it. */
export const tierAt = (growth: number, { tiers }: TierProgram): Tier =>
  [...tiers].reverse().find(({ fromGrowth }) => growth >= fromGrowth)?.code ?? 'basic'

/** Whether `tier` is `floor` or higher. */
export const tierAtLeast = (tier: Tier, floor: Tier): boolean =>
  TIERS.indexOf(tier) >= TIERS.indexOf(floor)

/** Adds growth and raises the tier immediately; only `loseGrowth` lowers it. */
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
  const next = program.tiers[TIERS.indexOf(state.tier) + 1]
  if (!next) return null
  const { code: tier, fromGrowth: atGrowth } = next
  return { tier, atGrowth, missingGrowth: Math.max(0, atGrowth - state.growth) }
}

/** The points multiplier of a tier, in percent. */
export function pointsPercent(tier: Tier, { tiers }: TierProgram): number {
  const row = tiers.find(({ code }) => code === tier)
  if (!row) throw new Error(`the programme has no tier ${tier}`)
  return row.pointsPercent
}

/** The member with more growth; see `addGrowth`. */
export const withGrowth = (
  member: Member,
  gain: { growth: number; at: Instant },
  program: TierProgram,
): Member => ({ ...member, tier: addGrowth(member.tier, gain, program) })

/** The member with less growth; see `loseGrowth`. */
export const withoutGrowth = (
  member: Member,
  loss: { growth: number; at: Instant },
  program: TierProgram,
): Member => ({ ...member, tier: loseGrowth(member.tier, loss, program) })
