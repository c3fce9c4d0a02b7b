import { TIERS } from '@core/domain/members/sections'
import { defineSettings, integer, list, type SettingsOf } from '@core/kernel/settings'

const GROWTH_MAX = 10_000_000

/** What a tier takes and brings. */
export const TIERS_SETTINGS = defineSettings(
  {
    growthPerYuan: integer({ default: 1, min: 0, max: 100 }),
    tierMonths: integer({ default: 12, min: 1, max: 60 }),
    /**
     * Every tier from the lowest on: a member may hold any of them, so none can be left out.
     * `fromGrowth`: the growth from which it holds. `pointsPercent`: 150 is one and a half points.
     */
    tiers: list({
      codes: TIERS,
      columns: {
        fromGrowth: { min: 0, max: GROWTH_MAX },
        pointsPercent: { min: 0, max: 1_000 },
      },
      default: [
        { code: 'basic', fromGrowth: 0, pointsPercent: 100 },
        { code: 'silver', fromGrowth: 300, pointsPercent: 120 },
        { code: 'gold', fromGrowth: 1_000, pointsPercent: 150 },
        { code: 'black', fromGrowth: 3_000, pointsPercent: 200 },
      ],
    }),
  },
  ({ tiers }) =>
    Object.fromEntries(
      tiers.map(({ fromGrowth }, at) => {
        const below = tiers[at - 1]
        return [`tiers.${at}.fromGrowth`, below ? fromGrowth <= below.fromGrowth : fromGrowth !== 0]
      }),
    ),
)

declare module '@core/kernel/settings' {
  interface Program extends SettingsOf<typeof TIERS_SETTINGS> {}
}
