import type { PlaceOrderInput } from '@core/contract/orders'
import { defaultAddressId, sealedAddresses } from '@core/data/addresses/books'
import type { Sealed } from '@core/data/documents'
import type { ContactChange, MemberDocument } from '@core/data/members/documents'
import { contactOf } from '@core/data/members/member-section'
import { openReceivers, receiverHashes } from '@core/data/members/receivers'
import type { Address } from '@core/domain/addresses/address'
import { type Receiver, withReceiver } from '@core/domain/members/receiver'
import { RECEIVERS_MAX } from '@core/kernel/limits'
import { unsealAddress } from '@core/operations/addresses/sealed-address'
import type { Context } from '@core/operations/context'

/** The sealed address of an order, and what the order leaves in its customer's contact. */
export type DeliveryAddress = { address: Sealed; province: string; contact: ContactChange }

/**
 * Where an order goes: the address sent with it, or one of the customer's book; `null` without
 * either, or when it is unreadable. An order never takes over what a former key sealed: the job
 * that seals anew may have passed its place already.
 */
export async function deliveryAddressOf(
  ctx: Context,
  { deliverTo }: PlaceOrderInput,
  member: MemberDocument,
): Promise<DeliveryAddress | null> {
  const { vault } = ctx
  const contact = contactOf(member)
  if (deliverTo.kind === 'new') {
    const { address } = deliverTo
    const sealed = vault.seal(address)
    const isFirst = contact.address === undefined
    const kept = isFirst ? { address: sealed, phoneHash: vault.hash(address.phone) } : {}
    return deliveryOf(ctx, member, { sealed, address, kept })
  }
  const id = deliverTo.kind === 'book' ? deliverTo.addressId : defaultAddressId(contact)
  const isDefault = id === defaultAddressId(contact)
  // The default address is at hand; only another one costs a read.
  const book = isDefault ? null : await ctx.db.get('addressBooks', member._id)
  const saved = sealedAddresses(contact, book).find((one) => one.id === id)
  if (saved === undefined) return null
  const opened = unsealAddress(vault, saved.sealed)
  if (!opened.ok) return null
  const sealed = vault.isPresent(saved.sealed) ? saved.sealed : vault.seal(opened.value)
  const kept = isDefault && sealed !== saved.sealed ? { address: sealed } : {}
  return deliveryOf(ctx, member, { sealed, address: opened.value, kept })
}

type Reached = { sealed: Sealed; address: Address; kept: ContactChange }

const deliveryOf = (
  { vault }: Context,
  member: MemberDocument,
  { sealed, address, kept }: Reached,
): DeliveryAddress => ({
  address: sealed,
  province: address.province,
  contact: { ...kept, ...receiversWith(vault, contactOf(member).receivers, address) },
})

/** The receivers with that of an order, by whom the staff find the customer. */
function receiversWith(
  vault: Context['vault'],
  sealed: Sealed | undefined,
  receiver: Receiver,
): ContactChange {
  const before = (sealed === undefined ? null : openReceivers(vault, sealed)) ?? []
  const [latest] = before
  if (latest?.name === receiver.name && latest.phone === receiver.phone) return {}
  const receivers = withReceiver(before, receiver, RECEIVERS_MAX)
  return { receivers: vault.seal(receivers), receiverHashes: receiverHashes(vault, receivers) }
}
