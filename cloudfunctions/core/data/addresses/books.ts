import type { SealedContact } from '@core/data/members/documents'
import type { AddressBookDocument, SealedAddress } from './documents'

/** The id of an address that was saved before there were address books. */
const FIRST_ID = 'first'

/** The id of a customer's default address; `null` without one. */
export const defaultAddressId = ({ address, addressId }: SealedContact): string | null =>
  address === undefined ? null : (addressId ?? FIRST_ID)

/** All addresses of a customer, the default first. */
export function sealedAddresses(
  contact: SealedContact,
  book: AddressBookDocument | null,
): SealedAddress[] {
  const id = defaultAddressId(contact)
  const first =
    id === null || contact.address === undefined ? [] : [{ id, sealed: contact.address }]
  return [...first, ...(book?.others ?? [])]
}

/** The book's next version with these addresses besides the default. */
export const changedBook = (
  before: AddressBookDocument | null,
  { memberId, others }: { memberId: string; others: SealedAddress[] },
): AddressBookDocument => ({ _id: memberId, version: (before?.version ?? 0) + 1, others })
