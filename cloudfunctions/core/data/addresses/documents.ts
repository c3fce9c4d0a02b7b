import type { Sealed } from '@core/data/documents'

/** A sealed address and its id within the book. */
export type SealedAddress = { id: string; sealed: Sealed }

/**
 * A customer's addresses besides the default one, which is a field of their own document: every
 * price is calculated for it. `_id` is the memberId.
 */
export type AddressBookDocument = { _id: string; version: number; others: SealedAddress[] }

declare module '@core/data/documents' {
  interface Documents {
    /** `_id` is the memberId. */
    addressBooks: AddressBookDocument
  }
}
