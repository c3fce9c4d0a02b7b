import type { StateCreator } from 'zustand'
import type { Address } from '@core/domain/order'
import { mintId } from '@/services/ids'
import type { ShopState } from './shop'

/** Lines on their way to an order. */
export type DraftLine = { skuId: string; quantity: number }

/**
 * An order that is being made. Its id is stored before anything is sent, so a retry is the same
 * order.
 */
export type Draft = {
  orderId: string
  lines: DraftLine[]
  remark: string
  /** The cloud has the order: from here on buying the same again is another order. */
  isPlaced: boolean
  /** What was ordered out of the cart leaves it. */
  isFromCart: boolean
}

/** Where lines were chosen. */
export type DraftSource = 'cart' | 'product'

/** The order being made, and the address as it was typed; both outlive a closed page. */
export type CheckoutSlice = {
  draft: Draft | null
  /** An address typed here; `null` sends to the saved one. */
  typedAddress: Address | null
  /** Fields of the address form as they stand, finished or not. */
  addressForm: Partial<Address>
  /** Starts an order of these lines, or goes on with the same one. */
  beginCheckout(lines: DraftLine[], source?: DraftSource): void
  setRemark(remark: string): void
  setAddressForm(fields: Partial<Address>): void
  useTypedAddress(address: Address | null): void
  markPlaced(): void
  /** Gives the draft another id: the one it had belongs to another order, or to a closed one. */
  renewOrderId(): void
  /** The order is placed; what was typed for it is done with. */
  endCheckout(): void
}

/** Makes the slice. */
export const checkoutSlice: StateCreator<ShopState, [], [], CheckoutSlice> = (set, get) => ({
  draft: null,
  typedAddress: null,
  addressForm: {},
  beginCheckout: (lines, source = 'product') => {
    const { draft } = get()
    const isFromCart = source === 'cart'
    if (draft && !draft.isPlaced && sameLines(draft.lines, lines)) {
      return set({ draft: { ...draft, isFromCart } })
    }
    const remark = draft?.remark ?? ''
    set({ draft: { orderId: mintId(), lines, remark, isPlaced: false, isFromCart } })
  },
  setRemark: (remark) => {
    const { draft } = get()
    if (draft) set({ draft: { ...draft, remark } })
  },
  setAddressForm: (fields) => set({ addressForm: { ...get().addressForm, ...fields } }),
  useTypedAddress: (typedAddress) => set({ typedAddress }),
  markPlaced: () => {
    const { draft } = get()
    if (draft) set({ draft: { ...draft, isPlaced: true } })
  },
  renewOrderId: () => {
    const { draft } = get()
    if (draft) set({ draft: { ...draft, orderId: mintId() } })
  },
  endCheckout: () => set({ draft: null, typedAddress: null, addressForm: {} }),
})

const sameLines = (a: readonly DraftLine[], b: readonly DraftLine[]): boolean =>
  a.length === b.length &&
  a.every((line, at) => line.skuId === b[at]?.skuId && line.quantity === b[at]?.quantity)
