import type { NotificationTemplate } from '@core/domain/notifications/notification'
import { KEYS_PROPOSED } from '@core/domain/platform/platform-settings'

/**
 * The templates of the local cloud's mini program: as a merchant would have chosen them in WeChat's
 * console, with the keys that their fields got there.
 */
export const DEVCLOUD_TEMPLATES = {
  payReminder: { id: 'devcloud-pay-reminder', keys: KEYS_PROPOSED.payReminder },
  shipped: { id: 'devcloud-shipped', keys: KEYS_PROPOSED.shipped },
  refunded: { id: 'devcloud-refunded', keys: KEYS_PROPOSED.refunded },
  questionAnswered: { id: 'devcloud-question-answered', keys: KEYS_PROPOSED.questionAnswered },
  ticketAnswered: { id: 'devcloud-ticket-answered', keys: KEYS_PROPOSED.ticketAnswered },
  guide: { id: 'devcloud-guide', keys: KEYS_PROPOSED.guide },
  launch: { id: 'devcloud-launch', keys: KEYS_PROPOSED.launch },
  restock: { id: 'devcloud-restock', keys: KEYS_PROPOSED.restock },
} satisfies Record<keyof typeof KEYS_PROPOSED, NotificationTemplate>
