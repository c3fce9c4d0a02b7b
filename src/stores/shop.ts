import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type CartSlice, cartSlice } from './cart'
import { type CatalogSlice, catalogSlice } from './catalog'
import { type CheckoutSlice, checkoutSlice } from './checkout'
import { persistStore } from './persisted'
import { type SessionSlice, sessionSlice } from './session'
import { type EventsSlice, eventsSlice } from './events'

/** Everything the phone knows, its slices joined. */
export type ShopState = SessionSlice & CatalogSlice & CartSlice & CheckoutSlice & EventsSlice

/** A shop of its own, with nothing in it; the app has one, every test makes another. */
export const createShop = () =>
  createStore<ShopState>()((...slice) => ({
    ...sessionSlice(...slice),
    ...catalogSlice(...slice),
    ...cartSlice(...slice),
    ...checkoutSlice(...slice),
    ...eventsSlice(...slice),
  }))

/** The app's shop; usable outside React. */
export const shop = createShop()
persistStore(shop)

/** Reads a part of the shop and follows its changes. */
export const useShop = <T>(select: (state: ShopState) => T): T => useStore(shop, select)
