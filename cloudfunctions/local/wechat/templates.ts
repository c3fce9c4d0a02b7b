import type {
  NotificationKind,
  NotificationTemplate,
} from '@core/domain/notifications/notification'

/**
 * The templates of the local cloud's mini program: as a merchant would have chosen them in WeChat's
 * console, with the keys that their fields got there.
 */
export const DEVCLOUD_TEMPLATES: Record<NotificationKind, NotificationTemplate> = {
  payReminder: {
    id: 'devcloud-pay-reminder',
    keys: { goods: 'thing1', total: 'amount2', payBy: 'time3' },
  },
  shipped: {
    id: 'devcloud-shipped',
    keys: { goods: 'thing1', carrier: 'thing2', number: 'character_string3' },
  },
  refunded: { id: 'devcloud-refunded', keys: { goods: 'thing1', amount: 'amount2', at: 'time3' } },
  questionAnswered: {
    id: 'devcloud-question-answered',
    keys: { product: 'thing1', answer: 'thing2', at: 'time3' },
  },
  ticketAnswered: {
    id: 'devcloud-ticket-answered',
    keys: { subject: 'thing1', answer: 'thing2', at: 'time3' },
  },
  guide: { id: 'devcloud-guide', keys: { product: 'thing1', guide: 'thing2' } },
}
