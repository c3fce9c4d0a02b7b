import { defineSettings, integer, type SettingsOf } from '@core/kernel/settings'

/** When and how customers are answered. */
export const SERVICE_SETTINGS = defineSettings(
  {
    /** The hours of every day between which staff answer. */
    serviceFromHour: integer({ default: 9, min: 0, max: 23 }),
    serviceToHour: integer({ default: 21, min: 1, max: 24 }),
    /** Hours of opening time within which a ticket is answered. */
    ticketHours: integer({ default: 24, min: 1, max: 240 }),
    /** Days after its end in which a ticket goes on when the customer writes again. */
    ticketReopenDays: integer({ default: 7, min: 0, max: 90 }),
    /** How well a question must fit an entry of the FAQ to be answered by it, in percent. */
    faqMatchPercent: integer({ default: 60, min: 1, max: 100 }),
    /** 1: while open, WeChat's own customer service takes over messages from WeChat; 0: tickets. */
    serviceInWechat: integer({ default: 0, min: 0, max: 1 }),
  },
  (set) => ({ serviceToHour: set.serviceToHour <= set.serviceFromHour }),
)

declare module '@core/kernel/settings' {
  interface Program extends SettingsOf<typeof SERVICE_SETTINGS> {}
}
