import { defineSettings, integer, type SettingsOf } from '@core/kernel/settings'

export const WISHES_SETTINGS = defineSettings({
  wishesMax: integer({ default: 2, min: 1, max: 10 }),
})

declare module '@core/kernel/settings' {
  interface Program extends SettingsOf<typeof WISHES_SETTINGS> {}
}
