import { type LineOptions, lineKey } from '@core/domain/catalog/product'
import type { Address } from '@core/domain/orders/order'
import type { PricingChoice } from '@core/domain/pricing/pricing-input'
import type { StateCreator } from 'zustand'
import { mintId } from '@/services/ids'
import type { ShopState } from './shop'

/** Lines on their way to an order. */
export type DraftLine = { skuId: string; quantity: number; options?: LineOptions }

/**
 * An order that is being made. Its id is stored before anything is sent, so a retry is the same
 * order.
 */
export type Draft = {
  orderId: string
  lines: DraftLine[]
  choice: PricingChoice
  remark: string
  /** The cloud has the order: from here on buying the same again is another order. */
  isPlaced: boolean
  /** What was ordered out of the cart leaves it. */
  isFromCart: boolean
}

/** Where lines were chosen. */
export type DraftSource = 'cart' | 'product'

/** Before anybody chose: the coupon that takes most off, the points kept, no samples. */
export const INITIAL_CHOICE: PricingChoice = { grantId: 'best', points: 0, samples: [] }

/** The order being made, and the address as it was typed; both outlive a closed page. */
export type CheckoutSlice = {
  draft: Draft | null
  /** An address typed here; `null` sends to the saved one. */
  typedAddress: Address | null
  /** Fields of the address form as they stand, finished or not. */
  addressForm: Partial<Address>
  /** Starts an order of these lines, or goes on with the same one. */
  startCheckout(lines: DraftLine[], source?: DraftSource): void
  /** Changes the coupon, the points or the samples; the phone reckons, nothing is asked. */
  setChoice(choice: Partial<PricingChoice>): void
  setRemark(remark: string): void
  setAddressForm(fields: Partial<Address>): void
  setTypedAddress(address: Address | null): void
  markPlaced(): void
  /** Gives the draft another id: the one it had belongs to another order, or to a closed one. */
  renewOrderId(): void
  /** The order is placed; what was typed for it is done with. */
  endCheckout(): void
}

/** Makes the slice. */
export const checkoutSlice: StateCreator<ShopState, [], [], CheckoutSlice> = (set, get) => {
  const change = (part: Partial<Draft>) => {
    const { draft } = get()
    if (draft) set({ draft: { ...draft, ...part } })
  }
  return {
    draft: null,
    typedAddress: null,
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
    setChoice: (choice) => change({ choice: { ...(get().draft?.choice ?? INITIAL_CHOICE), ...choice } }),
    setRemark: (remark) => change({ remark }),
    setAddressForm: (fields) => set({ addressForm: { ...get().addressForm, ...fields } }),
    setTypedAddress: (typedAddress) => set({ typedAddress }),
    markPlaced: () => change({ isPlaced: true }),
    renewOrderId: () => change({ orderId: mintId() }),
    endCheckout: () => set({ draft: null, typedAddress: null, addressForm: {} }),
  }
}

const NO_OPTIONS: LineOptions = { fields: {}, services: [] }

/** Names a line as the cart and the order will. */
export const keyOfLine = ({ skuId, options = NO_OPTIONS }: DraftLine): string =>
  lineKey(skuId, options)

/** Names lines with their numbers: the same wish has the same name. */
export const keyOfLines = (lines: readonly DraftLine[]): string =>
  lines.map((line) => `${keyOfLine(line)}*${line.quantity}`).join()
