import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type CartSlice, cartSlice } from './cart'
import { type CatalogSlice, catalogSlice } from './catalog'
import { type CheckoutSlice, checkoutSlice } from './checkout'
import { keepOnPhone } from './persisted'
import { type SessionSlice, sessionSlice } from './session'
import { type SignalsSlice, signalsSlice } from './events'

/** Everything the phone knows, its slices joined. */
export type ShopState = SessionSlice & CatalogSlice & CartSlice & CheckoutSlice & SignalsSlice

/** A shop of its own, with nothing in it; the app has one, every test makes another. */
export const createShop = () =>
  createStore<ShopState>()((...slice) => ({
    ...sessionSlice(...slice),
    ...catalogSlice(...slice),
    ...cartSlice(...slice),
    ...checkoutSlice(...slice),
    ...signalsSlice(...slice),
  }))

/** The app's shop; usable outside React. */
export const shop = createShop()
keepOnPhone(shop)

/** Reads a part of the shop and follows its changes. */
export const useShop = <T>(select: (state: ShopState) => T): T => useStore(shop, select)
