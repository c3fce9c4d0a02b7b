import type { StoreApi } from 'zustand/vanilla'
import { storageOwner } from '@/services/identity'
import { readStored, writeStored } from '@/services/storage'
import type { ShopState } from './shop'

/** Increase it when the shape below changes: older stored data is then dropped. */
const SHAPE_VERSION = 3

/** The persisted fields with their initial values. */
const DEFAULTS = {
  consent: null,
  recentWords: [],
  footprints: [],
  draft: null,
  chosenAddressId: null,
  addressForm: {},
  unsent: [],
} satisfies Partial<ShopState>

type PersistedState = Pick<ShopState, keyof typeof DEFAULTS>

const FIELDS = Object.keys(DEFAULTS) as (keyof PersistedState)[]

/**
 * Restores the stored state, then writes every change synchronously: an order id must be stored
 * before the order is sent.
 */
export function persistStore(store: StoreApi<ShopState>): void {
  const name = `shop:${storageOwner()}`
  store.setState(restore(readStored(name)))
  store.subscribe((state, before) => {
    if (FIELDS.every((field) => state[field] === before[field])) return
    writeStored(name, { shape: SHAPE_VERSION, kept: pick(state) })
  })
}

const pick = (state: ShopState): PersistedState =>
  Object.fromEntries(FIELDS.map((field) => [field, state[field]])) as PersistedState

function restore(stored: unknown): PersistedState {
  if (typeof stored !== 'object' || stored === null) return DEFAULTS
  if (!('shape' in stored) || stored.shape !== SHAPE_VERSION || !('kept' in stored)) return DEFAULTS
  return { ...DEFAULTS, ...(stored.kept as Partial<PersistedState>) }
}
