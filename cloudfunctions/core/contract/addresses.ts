import * as v from 'valibot'
import type { AllowanceUsed, NotFound } from './errors'
import { address, entityId, type NoInput, phone } from './primitives'

/**
 * Adds an address under the id that the phone has minted, or changes the one of this id. Without a
 * phone number it keeps its own, which the customer's phone is never told in full.
 */
export const saveAddressInput = v.strictObject({
  addressId: entityId,
  address: v.strictObject({ ...address.entries, phone: v.optional(phone) }),
  isDefault: v.boolean(),
})
export type SaveAddressInput = v.InferOutput<typeof saveAddressInput>

/** One address of the caller's book, by id. */
export const addressInput = v.strictObject({ addressId: entityId })
export type AddressInput = v.InferOutput<typeof addressInput>

/** An address of the book as its owner sees it: the phone number masked. */
export type AddressEntry = {
  id: string
  isDefault: boolean
  name: string
  phone: string
  province: string
  city: string
  district: string
  street: string
  /** Its key is lost or its ciphertext damaged: the texts are empty. */
  isUnreadable?: true
}

/** The caller's address book, the default first, and how many addresses it may have. */
export type AddressBook = { items: AddressEntry[]; max: number }

/** Why an address was not saved: the book is full, or a new one has no phone number. */
export type SaveAddressError = AllowanceUsed | { code: 'PHONE_NEEDED'; field: 'phone' }

/** Operations of customers on their address book. */
export type AddressesContract = {
  'addresses.list': { input: NoInput; output: AddressBook; error: never }
  'addresses.save': { input: SaveAddressInput; output: AddressBook; error: SaveAddressError }
  /** Removing one that is gone already changes nothing. */
  'addresses.remove': { input: AddressInput; output: AddressBook; error: never }
  'addresses.setDefault': { input: AddressInput; output: AddressBook; error: NotFound }
}

declare module '@core/contract' {
  interface ShopOperations extends AddressesContract {}
}
