import type { BoughtAgain, CartChange, CartLine, CartView } from '@core/contract/cart'
import { type LineOptions, skuIdOfKey } from '@core/domain/catalog/product'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { StateCreator } from 'zustand'
import { cartErrorCopy } from '@/copy/cart'
import { failureLine } from '@/copy/failures'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { toast } from '@/services/toast'
import { cartSynchronizer } from './cart-sync'
import { afterAnswer, type Loadable, loading } from './loadable'
import type { ShopState } from './shop'

/** The cart. It is stored in the cloud; changes are shown at once and then confirmed. */
export type CartSlice = {
  cart: Loadable<CartView>
  /** Keys of the lines excluded from the next order. */
  unchosen: string[]
  loadCart(): Promise<void>
  /** Adds pieces with their options; `true` when the cloud accepted. */
  addToCart(skuId: string, quantity: number, options?: LineOptions): Promise<boolean>
  setQuantity(key: string, quantity: number): Promise<void>
  /** Gives a line another SKU of its product; `true` when the cloud accepted. */
  swapSku(key: string, skuId: string): Promise<boolean>
  /**
   * Lines taken out of the cart that can still be put back, and whether their products become
   * favourites; the cloud keeps them until then.
   */
  removed: { count: number; isFavourite: boolean }
  /** Takes lines out of the cart; those taken out before can no longer be put back. */
  removeLines(keys: string[]): void
  /** The same, and their products become favourites. */
  moveToFavourites(keys: string[]): void
  /** Takes lines out for good: nobody puts back what they have ordered. */
  dropLines(keys: string[]): Promise<void>
  /** Puts back what was taken out last. */
  undoRemoval(): void
  /** Removes in the cloud what was taken out. */
  settleRemoval(): Promise<void>
  /** Adds the goods of an order again; returns what is unavailable, `null` when the call failed. */
  buyAgain(orderId: string): Promise<BoughtAgain['missing'] | null>
  toggleChosen(key: string): void
  chooseAll(isChosen: boolean): void
}

/** The lines of the next order: chosen and available. */
export const chosenLines = (lines: readonly CartLine[], unchosen: readonly string[]): CartLine[] =>
  lines.filter((line) => line.available > 0 && !unchosen.includes(line.key))

/** The pricing input for the chosen lines, limited to available pieces. */
export function chosenPricingInput(
  { material }: CartView,
  chosen: readonly CartLine[],
): PricingInput {
  const available = new Map(chosen.map((line) => [line.key, line.available]))
  const lines = material.lines.flatMap((line) => {
    const most = available.get(line.key)
    return most === undefined ? [] : [{ ...line, quantity: Math.min(line.quantity, most) }]
  })
  return { ...material, lines }
}

type SetState = Parameters<StateCreator<ShopState>>[0]
type GetState = () => ShopState
type Synchronizer = ReturnType<typeof cartSynchronizer>

/** Changes are sent one at a time, only the latest quantity of each line. */
export const cartSlice: StateCreator<ShopState, [], [], CartSlice> = (set, get) => {
  const show = (value: CartView) => set({ cart: { status: 'ready', value, error: null } })
  const { request, setConfirmed, removal, settled } = cartSynchronizer(show)
  const additions = namedAdditions()
  const send = async (change: NamedChange): Promise<boolean> => {
    const wish = JSON.stringify(change)
    const changeId = additions.idOf(wish)
    const answer = await callShop('cart.change', { ...change, changeId })
    additions.settle(wish, answer)
    if (answer.ok) setConfirmed(answer.value)
    else toast(cartErrorCopy(answer.error))
    return answer.ok
  }
  return {
    cart: loading,
    loadCart: async () => {
      const answer = await callShop('cart.show', {})
      if (answer.ok) setConfirmed(answer.value)
      else set({ cart: afterAnswer(get().cart, answer) })
    },
    addToCart: async (skuId, quantity, options) => {
      const isAdded = await send({ change: 'add', skuId, quantity, ...(options && { options }) })
      // What is put in last is meant to be bought.
      const isOther = (key: string) => skuIdOfKey(key) !== skuId
      if (isAdded) set(({ unchosen }) => ({ unchosen: unchosen.filter(isOther) }))
      return isAdded
    },
    setQuantity: (key, quantity) => request([key], quantity),
    dropLines: (keys) => request(keys, 0),
    swapSku: async (key, skuId) => {
      // Its number of pieces may still be on its way.
      await settled()
      const isSwapped = await send({ change: 'swap', key, skuId })
      const now = `${skuId}${key.slice(skuIdOfKey(key).length)}`
      const follow = (one: string) => (one === key ? now : one)
      if (isSwapped) set(({ unchosen }) => ({ unchosen: unchosen.map(follow) }))
      return isSwapped
    },
    buyAgain: async (orderId) => {
      const changeId = additions.idOf(orderId)
      const answer = await callShop('orders.buyAgain', { orderId, changeId })
      additions.settle(orderId, answer)
      if (!answer.ok) {
        toast(failureLine(answer.error))
        return null
      }
      setConfirmed(answer.value.cart)
      return answer.value.missing
    },
    ...takingOut(set, get, removal),
    ...choosing(set, get),
  }
}

/** A change that a repeated call must not do twice. */
type NamedChange = Omitted<Extract<CartChange, { change: 'add' | 'swap' }>>
type Omitted<T> = T extends unknown ? Omit<T, 'changeId'> : never

/** Taking lines out, and putting them back. */
function takingOut(set: SetState, get: GetState, removal: Synchronizer['removal']) {
  const takeOut = (keys: string[], isFavourite: boolean) => {
    const lines = get().cart.value?.lines ?? []
    const taken = lines.filter(({ key }) => keys.includes(key))
    void removal.settle()
    const productIds = [...new Set(taken.map(({ productId }) => productId))]
    removal.hold(keys, isFavourite ? productIds : [])
    set({ removed: { count: keys.length, isFavourite } })
  }
  return {
    removed: NONE_REMOVED,
    removeLines: (keys: string[]) => takeOut(keys, false),
    moveToFavourites: (keys: string[]) => takeOut(keys, true),
    undoRemoval: () => {
      removal.undo()
      set({ removed: NONE_REMOVED })
    },
    settleRemoval: () => {
      set({ removed: NONE_REMOVED })
      return removal.settle()
    },
  }
}

/** Which lines the next order has. */
const choosing = (set: SetState, get: GetState) => ({
  unchosen: [],
  toggleChosen: (key: string) => {
    const { unchosen } = get()
    const isExcluded = unchosen.includes(key)
    set({ unchosen: isExcluded ? unchosen.filter((one) => one !== key) : [...unchosen, key] })
  },
  chooseAll: (isChosen: boolean) => {
    const lines = get().cart.value?.lines ?? []
    set({ unchosen: isChosen ? [] : lines.map((line) => line.key) })
  },
})

const NONE_REMOVED = { count: 0, isFavourite: false }

/**
 * Names of additions to the cart. One of which it is not known whether it was done keeps its name,
 * so that the same tap again cannot add it twice.
 */
function namedAdditions() {
  const unsettled = new Map<string, string>()
  return {
    idOf: (wish: string): string => {
      const id = unsettled.get(wish) ?? mintId()
      unsettled.set(wish, id)
      return id
    },
    settle: (wish: string, answer: { ok: true } | { ok: false; error: { code: string } }) => {
      const isUnknown = !answer.ok && UNKNOWN_OUTCOMES.includes(answer.error.code)
      if (!isUnknown) unsettled.delete(wish)
    },
  }
}

/** Failures after which a call may still have been carried out. */
const UNKNOWN_OUTCOMES = ['NETWORK', 'INTERNAL']
