import type { FaqDayDocument, FaqDocument } from './faq'
import type { TicketDocument } from './tickets'

declare module '@core/data/documents' {
  interface Documents {
    tickets: TicketDocument
    faq: FaqDocument
    /** `_id` is the day. */
    faqDays: FaqDayDocument
  }
}
