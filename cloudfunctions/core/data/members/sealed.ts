import type { StoredDocument } from '@core/data/schemas'
import { type Resealed, resealFields, type SealedParts } from '@core/data/sealed'
import type { Vault } from '@core/data/vault'
import { isSameValue } from '@core/kernel/same-value'
import type { SealedContact } from './documents'
import { MEMBER_PATHS } from './member-section'
import { openReceivers, receiverHashes } from './receivers'

/**
 * Besides its sealed fields a contact has the keyed hash of a phone number. The hash cannot be
 * turned back, so it is made anew from the number itself: the customer's own, or their address's.
 */
function resealMember(vault: Vault, stored: StoredDocument): Resealed {
  const { phone, address, phoneHash, ...contact } = (stored['contact'] ?? {}) as SealedContact
  const { receivers, receiverHashes: hashes } = contact
  const resealed = resealFields(vault, {
    [MEMBER_PATHS.phone]: phone,
    [MEMBER_PATHS.address]: address,
    [MEMBER_PATHS.receivers]: receivers,
  })
  const list = receivers === undefined ? null : openReceivers(vault, receivers)
  const present = list && receiverHashes(vault, list)
  if (present && !isSameValue(present, hashes)) {
    resealed.asRead[MEMBER_PATHS.receivers] = receivers
    resealed.changes[MEMBER_PATHS.receiverHashes] = present
  }
  if (phoneHash === undefined) return resealed
  const number = [phoneIn(vault, phone), phoneIn(vault, address)].find(
    (one) => one !== null && vault.hashes(one).includes(phoneHash),
  )
  if (!number || vault.hash(number) === phoneHash) return resealed
  resealed.asRead[MEMBER_PATHS.phoneHash] = phoneHash
  resealed.changes[MEMBER_PATHS.phoneHash] = vault.hash(number)
  return resealed
}

/** The number in a sealed phone or address; `null` when it cannot be read. */
function phoneIn(vault: Vault, sealed: string | undefined): string | null {
  const opened =
    sealed === undefined ? null : vault.open<string | { phone?: string } | null>(sealed)
  if (!opened?.ok) return null
  const phone = typeof opened.value === 'string' ? opened.value : opened.value?.phone
  return typeof phone === 'string' ? phone : null
}

export const MEMBERS_SEALED = {
  members: { fields: ['version', 'contact'], reseal: resealMember },
} as const satisfies SealedParts
