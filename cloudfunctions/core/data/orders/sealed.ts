import type { StoredDocument } from '@core/data/schemas'
import { type Resealed, resealFields, type SealedPart, type SealedParts } from '@core/data/sealed'
import type { Vault } from '@core/data/vault'
import { isSameValue } from '@core/kernel/same-value'
import type { OrderDocument } from './documents'
import { orderSearchKeys } from './search-keys'

const AS_IT_WAS: Resealed = { asRead: {}, changes: {}, unreadable: 0 }

/** What a search for an order goes by, made anew from what it follows from. */
function rekeyOrder(vault: Vault, stored: StoredDocument): Resealed {
  const { address, searchKeys, lines } = stored as unknown as OrderDocument
  const present = orderSearchKeys(vault, { id: stored._id, lines, address })
  if (present === null || isSameValue(present, searchKeys)) return AS_IT_WAS
  const asRead = { version: stored['version'] }
  return { asRead, changes: { searchKeys: present }, unreadable: 0 }
}

/** An order keeps the address it goes to, and keyed hashes of its receiver. */
function resealOrder(vault: Vault, stored: StoredDocument): Resealed {
  const address = resealFields(vault, { address: stored['address'] })
  const keys = rekeyOrder(vault, stored)
  return {
    asRead: { ...address.asRead, ...keys.asRead },
    changes: { ...address.changes, ...keys.changes },
    unreadable: address.unreadable,
  }
}

const FIELDS = [
  ...(['_id', 'version', 'address', 'searchKeys'] as const),
  ...(['lines.kind', 'lines.productId'] as const),
]

export const ORDERS_SEALED = {
  orders: { fields: FIELDS, reseal: resealOrder },
} as const satisfies SealedParts

/** Gives orders of earlier releases what the staff find them by. */
export const ORDER_SEARCH_KEYS = {
  fields: FIELDS,
  reseal: rekeyOrder,
} as const satisfies SealedPart
