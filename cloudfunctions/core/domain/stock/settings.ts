import { defineSettings, integer, type SettingsOf } from '@core/kernel/settings'

/** When stock is low. */
export const STOCK_SETTINGS = defineSettings({
  /** A SKU of which so many pieces or fewer can be had is low. */
  lowStockPieces: integer({ default: 5, min: 0, max: 1_000 }),
})

declare module '@core/kernel/settings' {
  interface Program extends SettingsOf<typeof STOCK_SETTINGS> {}
}
