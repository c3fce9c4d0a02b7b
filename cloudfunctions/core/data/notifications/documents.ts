import type { MessageGrantsDocument } from './grants'

declare module '@core/data/documents' {
  interface Documents {
    /** `_id` is the memberId. */
    messageGrants: MessageGrantsDocument
  }
}
