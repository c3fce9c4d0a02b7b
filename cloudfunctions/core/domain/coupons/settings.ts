import { defineSettings, integer, type SettingsOf } from '@core/kernel/settings'

/** What holds for the coupons of every offer. */
export const COUPONS_SETTINGS = defineSettings({
  /** Days that a coupon restored after its end can still be used. */
  couponGraceDays: integer({ default: 3, min: 0, max: 30 }),
})

declare module '@core/kernel/settings' {
  interface Program extends SettingsOf<typeof COUPONS_SETTINGS> {}
}
