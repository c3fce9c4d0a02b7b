import type { Vault } from '@core/data/vault'
import { type Receiver, receiverKey } from '@core/domain/members/receiver'
import { mobileOf } from '@core/kernel/phone'

/** Sets the hash of a name apart from that of a number. */
const ofName = (key: string) => `receiver ${key}`

/** The present hashes by which receivers are found: of each name and each number. */
export const receiverHashes = (vault: Vault, receivers: readonly Receiver[]): string[] => [
  ...new Set(
    receivers.flatMap(({ name, phone }) => {
      const key = receiverKey(name)
      return [...(key === null ? [] : [vault.hash(ofName(key))]), vault.hash(phone)]
    }),
  ),
]

/** Every hash under which what somebody searches for may be stored: a number, else a name. */
export function searchedHashes(vault: Vault, word: string): string[] {
  const phone = mobileOf(word)
  if (phone !== null) return vault.hashes(phone)
  const key = receiverKey(word)
  return key === null ? [] : vault.hashes(ofName(key))
}

/** The receivers in a sealed list; `null` when it cannot be read. */
export function openReceivers(vault: Vault, sealed: string): Receiver[] | null {
  const opened = vault.open<unknown>(sealed)
  return opened.ok && Array.isArray(opened.value) ? (opened.value as Receiver[]) : null
}
