import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type CartSlice, cartSlice } from './cart'
import { type CatalogSlice, catalogSlice } from './catalog'
import { type CheckoutSlice, checkoutSlice } from './checkout'
import { type EventsSlice, eventsSlice } from './events'
import { persistStore } from './persisted'
import { type SessionSlice, sessionSlice } from './session'

/** The whole client state, joined from its slices. */
export type ShopState = SessionSlice & CatalogSlice & CartSlice & CheckoutSlice & EventsSlice

/** Creates an empty store; the app has one, each test creates its own. */
export const createShop = () =>
  createStore<ShopState>()((...slice) => ({
    ...sessionSlice(...slice),
    ...catalogSlice(...slice),
    ...cartSlice(...slice),
    ...checkoutSlice(...slice),
    ...eventsSlice(...slice),
  }))

/** The app's store; usable outside React. */
export const shop = createShop()
persistStore(shop)

/** Subscribes to a part of the store. */
export const useShop = <T>(select: (state: ShopState) => T): T => useStore(shop, select)
