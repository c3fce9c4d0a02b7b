import type { StoredDocument } from '@core/data/schemas'
import type { Resealed, SealedParts } from '@core/data/sealed'
import type { Vault } from '@core/data/vault'
import type { SealedAddress } from './documents'

/** The addresses are one field, so they are sealed anew together; a lost one stays as it is. */
function resealBook(vault: Vault, stored: StoredDocument): Resealed {
  const others = (stored['others'] ?? []) as SealedAddress[]
  let unreadable = 0
  const resealed = others.map((one) => {
    const sealed = vault.reseal(one.sealed)
    if (sealed === null) unreadable += 1
    return sealed === null || sealed === one.sealed ? one : { ...one, sealed }
  })
  const isChanged = resealed.some((one, at) => one !== others[at])
  return {
    asRead: { version: stored['version'] },
    changes: isChanged ? { others: resealed } : {},
    unreadable,
  }
}

export const ADDRESSES_SEALED = {
  addressBooks: { fields: ['version', 'others'], reseal: resealBook },
} as const satisfies SealedParts
