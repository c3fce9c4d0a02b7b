import { KEPT_DAYS_MAX } from '@core/kernel/limits'
import { defineSettings, integer, type SettingsOf } from '@core/kernel/settings'

/** When a customer is interested, loyal, new, silent, lost or one for life. */
export const LIFECYCLE_SETTINGS = defineSettings(
  {
    interestViewsMin: integer({ default: 3, min: 1, max: 100 }),
    interestViewDaysMin: integer({ default: 2, min: 1, max: 30 }),
    /** Order days within the window; no more are asked for than a member's facts keep. */
    loyalOrdersMin: integer({ default: 3, min: 2, max: KEPT_DAYS_MAX }),
    loyalWindowDays: integer({ default: 365, min: 30, max: 1_095 }),
    newDays: integer({ default: 30, min: 1, max: 365 }),
    silentDaysMin: integer({ default: 30, min: 1, max: 365 }),
    silentGaps: integer({ default: 2, min: 1, max: 10 }),
    lostDaysMin: integer({ default: 90, min: 2, max: 1_095 }),
    lostGaps: integer({ default: 4, min: 2, max: 20 }),
    /**
     * How many gaps of the shop's median a customer's own gaps are weighed against. The kept days
     * have one gap fewer than days; above that, a customer's own gaps could never count for half.
     */
    gapPriorCount: integer({ default: 3, min: 0, max: KEPT_DAYS_MAX - 1 }),
    /** Days of membership after which a loyal member is a customer for life. */
    lifelongDays: integer({ default: 730, min: 1, max: 3_650 }),
  },
  (set) => ({
    lostDaysMin: set.lostDaysMin <= set.silentDaysMin,
    lostGaps: set.lostGaps <= set.silentGaps,
  }),
)

declare module '@core/kernel/settings' {
  interface Program extends SettingsOf<typeof LIFECYCLE_SETTINGS> {}
}
