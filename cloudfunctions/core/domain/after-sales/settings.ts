import { defineSettings, integer, type SettingsOf } from '@core/kernel/settings'

/** How long an after-sale waits for each side. */
export const AFTER_SALES_SETTINGS = defineSettings({
  /** Days in which the shop is to answer. */
  afterSaleAnswerDays: integer({ default: 2, min: 1, max: 30 }),
  /** Days in which the customer is to send the goods. */
  afterSaleSendBackDays: integer({ default: 7, min: 1, max: 60 }),
})

declare module '@core/kernel/settings' {
  interface Program extends SettingsOf<typeof AFTER_SALES_SETTINGS> {}
}
