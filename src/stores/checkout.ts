import type { Address } from '@core/domain/addresses/address'
import { type LineOptions, lineKey } from '@core/domain/catalog/product'
import type { PricingChoice } from '@core/domain/pricing/pricing-input'
import type { StateCreator } from 'zustand'
import { mintId } from '@/services/ids'
import type { ShopState } from './shop'

/** A line of an order being checked out. */
export type DraftLine = { skuId: string; quantity: number; options?: LineOptions }

/**
 * An order being checked out. Its id is stored before anything is sent, so that a retry is the
 * same order.
 */
export type Draft = {
  orderId: string
  lines: DraftLine[]
  choice: PricingChoice
  remark: string
  /** The cloud has the order: checking out the same lines again is a new order. */
  isPlaced: boolean
  /** Its lines are removed from the cart once placed. */
  isFromCart: boolean
}

/** Where the checkout started. */
export type DraftSource = 'cart' | 'product'

/** The default choice: the best coupon, no points, no samples. */
export const INITIAL_CHOICE: PricingChoice = { grantId: 'best', points: 0, samples: [] }

/** The draft order, the chosen address and the form of a new one; all are persisted. */
export type CheckoutSlice = {
  draft: Draft | null
  /** The address of the book to use; `null` is the default one. */
  chosenAddressId: string | null
  /** Current fields of the address form, possibly incomplete. */
  addressForm: Partial<Address>
  /** Starts a draft with these lines, or continues one with the same lines. */
  startCheckout(lines: DraftLine[], source?: DraftSource): void
  /** Changes coupon, points or samples; the quote is computed on the phone without a call. */
  setChoice(choice: Partial<PricingChoice>): void
  setRemark(remark: string): void
  setAddressForm(fields: Partial<Address>): void
  clearAddressForm(): void
  chooseAddress(id: string): void
  markPlaced(): void
  /** Replaces the order id when it belongs to another order or to a closed one. */
  renewOrderId(): void
  /** Clears the draft and the choice of the address after the order is placed. */
  endCheckout(): void
}

export const checkoutSlice: StateCreator<ShopState, [], [], CheckoutSlice> = (set, get) => {
  const change = (part: Partial<Draft>) => {
    const { draft } = get()
    if (draft) set({ draft: { ...draft, ...part } })
  }
  return {
    draft: null,
    chosenAddressId: null,
    addressForm: {},
    startCheckout: (lines, source = 'product') => {
      const { draft } = get()
      const isFromCart = source === 'cart'
      if (draft && !draft.isPlaced && keyOfLines(draft.lines) === keyOfLines(lines)) {
        return set({ draft: { ...draft, isFromCart } })
      }
      const remark = draft?.remark ?? ''
      const fresh = { choice: INITIAL_CHOICE, remark, isPlaced: false, isFromCart }
      set({ draft: { orderId: mintId(), lines, ...fresh } })
    },
    setChoice: (choice) =>
      change({ choice: { ...(get().draft?.choice ?? INITIAL_CHOICE), ...choice } }),
    setRemark: (remark) => change({ remark }),
    setAddressForm: (fields) => set({ addressForm: { ...get().addressForm, ...fields } }),
    clearAddressForm: () => set({ addressForm: {} }),
    chooseAddress: (chosenAddressId) => set({ chosenAddressId }),
    markPlaced: () => change({ isPlaced: true }),
    renewOrderId: () => change({ orderId: mintId() }),
    endCheckout: () => set({ draft: null, chosenAddressId: null }),
  }
}

const NO_OPTIONS: LineOptions = { fields: {}, services: [] }

/** The key that the cart and the order use for a line. */
export const keyOfLine = ({ skuId, options = NO_OPTIONS }: DraftLine): string =>
  lineKey(skuId, options)

/** A key for lines with quantities: equal lines have equal keys. */
export const keyOfLines = (lines: readonly DraftLine[]): string =>
  lines.map((line) => `${keyOfLine(line)}*${line.quantity}`).join()
