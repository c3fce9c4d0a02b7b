import type { ReconciliationDocument } from './days'

declare module '@core/data/documents' {
  interface Documents {
    /** `_id` is the day. */
    reconciliations: ReconciliationDocument
  }
}
