import type { CollectionName } from './documents'
import type { StoredDocument } from './schemas'
import type { Vault } from './vault'

/** What the present keys make of a document's sealed fields, by the paths of the fields. */
export type Resealed = {
  /** The fields as they were read; a document that has others by now is not written. */
  asRead: Record<string, unknown>
  /** The fields that change; empty when nothing is under a former key. */
  changes: Record<string, unknown>
  /** Sealed fields that no known key opens. */
  unreadable: number
}

/** Where a collection keeps what depends on keys, and how it is brought under the present ones. */
export type SealedPart = {
  /** All that `reseal` reads. */
  fields: readonly string[]
  reseal: (vault: Vault, stored: StoredDocument) => Resealed
}

/** The collections with sealed fields. */
export type SealedParts = { readonly [C in CollectionName]?: SealedPart }

/** Seals the fields at these paths anew; absent ones are left out. */
export function resealFields(vault: Vault, sealed: Readonly<Record<string, unknown>>): Resealed {
  const resealed: Resealed = { asRead: {}, changes: {}, unreadable: 0 }
  for (const [path, value] of Object.entries(sealed)) {
    if (value === undefined) continue
    const present = typeof value === 'string' ? vault.reseal(value) : null
    if (present === null) resealed.unreadable += 1
    else {
      resealed.asRead[path] = value
      if (present !== value) resealed.changes[path] = present
    }
  }
  return resealed
}
