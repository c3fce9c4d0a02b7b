import { defineSettings, integer, type SettingsOf } from '@core/kernel/settings'

/** What earns points and what they pay. */
export const POINTS_SETTINGS = defineSettings({
  pointsPerYuan: integer({ default: 1, min: 0, max: 100 }),
  /** Points that are worth one yuan when an order is paid. */
  spendPointsPerYuan: integer({ default: 100, min: 1, max: 10_000 }),
  /** Points are spent in multiples of it, from the least number on. */
  spendPointsStep: integer({ default: 100, min: 1, max: 10_000 }),
  spendPointsMin: integer({ default: 100, min: 1, max: 100_000 }),
  /** The share of goods that points may pay, in percent. */
  spendPointsPercentMax: integer({ default: 50, min: 0, max: 100 }),
})

declare module '@core/kernel/settings' {
  interface Program extends SettingsOf<typeof POINTS_SETTINGS> {}
}
