import { defineSettings, integer, type SettingsOf } from '@core/kernel/settings'

/** Freight of a shop that has no table of zones. */
export const FREIGHT_SETTINGS = defineSettings({
  freightFen: integer({ default: 800, min: 0, max: 100_000 }),
  freeFreightFromFen: integer({ default: 9_900, min: 0, max: 10_000_000 }),
})

declare module '@core/kernel/settings' {
  interface Program extends SettingsOf<typeof FREIGHT_SETTINGS> {}
}
