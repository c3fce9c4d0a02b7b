import { defineSettings, integer, type SettingsOf } from '@core/kernel/settings'

/** When a review goes back to the staff. */
export const REVIEWS_SETTINGS = defineSettings({
  /** Readers who must report a review for it to wait for the staff. */
  reportsToHide: integer({ default: 3, min: 1, max: 100 }),
})

declare module '@core/kernel/settings' {
  interface Program extends SettingsOf<typeof REVIEWS_SETTINGS> {}
}
