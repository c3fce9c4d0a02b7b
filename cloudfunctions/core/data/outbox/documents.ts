import type { OutboxDocument } from './outbox'

declare module '@core/data/documents' {
  interface Documents {
    outbox: OutboxDocument
  }
}
