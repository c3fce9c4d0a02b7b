import type { Tier } from '@core/domain/members/sections'
import { defaultProgram } from '@core/domain/program'
import type { TierRow } from '@core/domain/tiers/tier'

/** The default tiers with some of their numbers set otherwise. */
export const tiersWith = (
  changes: Partial<Record<Tier, Partial<Omit<TierRow, 'code'>>>>,
): readonly TierRow[] => defaultProgram.tiers.map((row) => ({ ...row, ...changes[row.code] }))
