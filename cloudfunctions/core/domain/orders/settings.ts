import { defineSettings, integer, type SettingsOf } from '@core/kernel/settings'

/** How long an order waits for each of its steps. */
export const ORDERS_SETTINGS = defineSettings(
  {
    payWithinMinutes: integer({ default: 30, min: 5, max: 1_440 }),
    /** How long before its end a customer is reminded of an unpaid order. */
    payReminderMinutes: integer({ default: 10, min: 1, max: 1_439 }),
    /** Hours after which a paid order is shipped at the latest. */
    shipWithinHours: integer({ default: 48, min: 1, max: 360 }),
    autoConfirmDays: integer({ default: 15, min: 7, max: 60 }),
    /** Days by which the customer may put the confirmation off, once. */
    extendConfirmDays: integer({ default: 7, min: 1, max: 30 }),
    /** Days after receipt in which an after-sale can be requested; then the order is completed. */
    afterSaleDays: integer({ default: 7, min: 0, max: 60 }),
  },
  (set) => ({ payReminderMinutes: set.payReminderMinutes >= set.payWithinMinutes }),
)

declare module '@core/kernel/settings' {
  interface Program extends SettingsOf<typeof ORDERS_SETTINGS> {}
}
