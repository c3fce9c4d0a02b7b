import type { CartDocument } from './carts'

declare module '@core/data/documents' {
  interface Documents {
    /** `_id` is the memberId. */
    carts: CartDocument
  }
}
