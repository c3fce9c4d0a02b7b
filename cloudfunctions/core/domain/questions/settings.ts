import { defineSettings, integer, type SettingsOf } from '@core/kernel/settings'

/** How much one customer may ask. */
export const QUESTIONS_SETTINGS = defineSettings({
  questionsPerDay: integer({ default: 10, min: 1, max: 100 }),
})

declare module '@core/kernel/settings' {
  interface Program extends SettingsOf<typeof QUESTIONS_SETTINGS> {}
}
