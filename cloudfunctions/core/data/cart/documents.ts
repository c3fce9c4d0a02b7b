import type { CartLineDocument } from './carts'

declare module '@core/data/documents' {
  interface Documents {
    /** `_id` is the memberId. */
    carts: { _id: string; lines: CartLineDocument[]; version: number }
  }
}
