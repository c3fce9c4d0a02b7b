import type { NoticeKind, NoticeTemplate } from '@core/domain/notifications/notification'

/**
 * The templates of the desk's mini program: as a merchant would have chosen them in WeChat's
 * console, with the keys that their fields got there.
 */
export const DESK_TEMPLATES: Record<NoticeKind, NoticeTemplate> = {
  payReminder: {
    id: 'desk-pay-reminder',
    keys: { goods: 'thing1', total: 'amount2', payBy: 'time3' },
  },
  shipped: {
    id: 'desk-shipped',
    keys: { goods: 'thing1', carrier: 'thing2', number: 'character_string3' },
  },
  refunded: { id: 'desk-refunded', keys: { goods: 'thing1', amount: 'amount2', at: 'time3' } },
  questionAnswered: {
    id: 'desk-question-answered',
    keys: { product: 'thing1', answer: 'thing2', at: 'time3' },
  },
  ticketAnswered: {
    id: 'desk-ticket-answered',
    keys: { subject: 'thing1', answer: 'thing2', at: 'time3' },
  },
  guide: { id: 'desk-guide', keys: { product: 'thing1', guide: 'thing2' } },
}
