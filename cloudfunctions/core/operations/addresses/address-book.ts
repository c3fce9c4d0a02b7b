import type {
  AddressBook,
  AddressInput,
  SaveAddressError,
  SaveAddressInput,
} from '@core/contract/addresses'
import type { NotFound } from '@core/contract/errors'
import { changedBook, sealedAddresses } from '@core/data/addresses/books'
import type { SealedAddress } from '@core/data/addresses/documents'
import type { ContactChange, MemberDocument } from '@core/data/members/documents'
import { contactOf } from '@core/data/members/member-section'
import type { Address } from '@core/domain/addresses/address'
import { fail, ok, type Result } from '@core/kernel/result'
import { unsealAddress } from '@core/operations/addresses/sealed-address'
import { ADDRESS_BOUND } from '@core/operations/allowances'
import type { Context } from '@core/operations/context'
import { ensureCustomer } from '@core/operations/lifecycle/ensure-customer'
import { recordContact } from '@core/operations/lifecycle/record-event'
import { callerId, memberIn } from '@core/operations/members/find-caller'
import { addressBook } from './views'

/** The caller's address book; reading it does not create a customer. */
export async function listAddresses(ctx: Context): Promise<Result<AddressBook, never>> {
  const memberId = await callerId(ctx)
  if (memberId === null) return ok(addressBook(ctx.vault, []))
  const [member, book] = await Promise.all([
    ctx.db.get('members', memberId),
    ctx.db.get('addressBooks', memberId),
  ])
  return ok(addressBook(ctx.vault, member ? sealedAddresses(contactOf(member), book) : []))
}

/**
 * Adds an address, or changes it. The first is the default one, and so is one that is said to be;
 * the default stays the default until another takes its place.
 */
export const saveAddress = (
  ctx: Context,
  { addressId: id, address, isDefault }: SaveAddressInput,
): Promise<Result<AddressBook, SaveAddressError>> =>
  changeBook<SaveAddressError>(ctx, (addresses) => {
    const known = addresses.find((one) => one.id === id)
    if (!known && addresses.length >= ADDRESS_BOUND.most) {
      return fail({ code: 'ALLOWANCE_USED', operation: 'addresses.save', ...ADDRESS_BOUND })
    }
    const before = known ? opened(ctx, known) : null
    const phone = address.phone ?? before?.phone
    if (phone === undefined) return fail({ code: 'PHONE_NEEDED', field: 'phone' })
    const after = { ...address, phone }
    const entry = before && isSame(before, after) && known ? known : sealed(ctx, id, after)
    const all = known
      ? addresses.map((one) => (one === known ? entry : one))
      : [...addresses, entry]
    return ok(isDefault ? withFirst(all, entry) : all)
  })

/** Removes an address; the one added before all others takes the place of the default. */
export const removeAddress = (
  ctx: Context,
  { addressId }: AddressInput,
): Promise<Result<AddressBook, never>> =>
  changeBook<never>(ctx, (addresses) => ok(addresses.filter(({ id }) => id !== addressId)))

/** Makes an address the default one. */
export const setDefaultAddress = (
  ctx: Context,
  { addressId }: AddressInput,
): Promise<Result<AddressBook, NotFound>> =>
  changeBook<NotFound>(ctx, (addresses) => {
    const entry = addresses.find(({ id }) => id === addressId)
    return entry ? ok(withFirst(addresses, entry)) : fail({ code: 'NOT_FOUND' })
  })

type Decide<E> = (addresses: readonly SealedAddress[]) => Result<SealedAddress[], E>

/** Reads the book, decides and writes what differs, in one transaction. */
async function changeBook<E>(ctx: Context, decide: Decide<E>): Promise<Result<AddressBook, E>> {
  const { _id: memberId } = await ensureCustomer(ctx)
  const changed = await ctx.db.transact(async (transaction) => {
    const member = await memberIn(transaction, memberId)
    const book = await transaction.get('addressBooks', memberId)
    const before = sealedAddresses(contactOf(member), book)
    const decided = decide(before)
    if (!decided.ok) return decided
    const [first, ...others] = decided.value
    if (!isSameList(others, before.slice(1))) {
      await transaction.put('addressBooks', changedBook(book, { memberId, others }))
    }
    if (first !== before[0]) {
      await recordContact(transaction, member, contactWith(ctx, member, first))
    }
    return decided
  })
  return changed.ok ? ok(addressBook(ctx.vault, changed.value)) : changed
}

/** The default address in the customer's document; its number is what the staff find them by. */
function contactWith(
  ctx: Context,
  member: MemberDocument,
  first: SealedAddress | undefined,
): ContactChange {
  const address = first && opened(ctx, first)
  const hasOwnPhone = contactOf(member).phone !== undefined
  return {
    address: first?.sealed ?? null,
    addressId: first?.id ?? null,
    ...(hasOwnPhone ? {} : { phoneHash: address ? ctx.vault.hash(address.phone) : null }),
  }
}

const opened = ({ vault }: Context, { sealed }: SealedAddress): Address | null => {
  const address = unsealAddress(vault, sealed)
  return address.ok ? address.value : null
}

const sealed = ({ vault }: Context, id: string, address: Address): SealedAddress => ({
  id,
  sealed: vault.seal(address),
})

const withFirst = (all: readonly SealedAddress[], first: SealedAddress): SealedAddress[] => [
  first,
  ...all.filter((one) => one !== first),
]

const isSame = (one: Address, other: Address): boolean =>
  (Object.keys(other) as (keyof Address)[]).every((field) => one[field] === other[field])

const isSameList = (some: readonly SealedAddress[], others: readonly SealedAddress[]): boolean =>
  some.length === others.length && some.every((one, at) => one === others[at])
