import type { BoughtAgain, CartChange, CartLine, CartView } from '@core/contract/cart'
import type { LineOptions } from '@core/domain/catalog/product'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { StateCreator } from 'zustand'
import { cartErrorCopy } from '@/copy/cart'
import { failureLine } from '@/copy/failures'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { toast } from '@/services/toast'
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
  /** Lines taken out of the cart that can still be put back; the cloud keeps them until then. */
  removedCount: number
  /** Takes lines out of the cart; those taken out before can no longer be put back. */
  removeLines(keys: string[]): void
  /** Puts back what was taken out last. */
  undoRemoval(): void
  /** Removes in the cloud what was taken out. */
  settleRemoval(): Promise<void>
  /** Adds the goods of an order again; returns what is unavailable, `null` when the call failed. */
  buyAgain(orderId: string): Promise<BoughtAgain['missing'] | null>
  toggleChosen(key: string): void
  chooseAll(isChosen: boolean): void
}

/** The cart as it will be once the pending quantities are confirmed. */
export function applyPendingQuantities(
  confirmed: CartView,
  pending: ReadonlyMap<string, number>,
): CartView {
  if (pending.size === 0) return confirmed
  const withQuantities = <T extends { key: string; quantity: number }>(lines: readonly T[]): T[] =>
    lines
      .map((line) => {
        const quantity = pending.get(line.key)
        return quantity === undefined || quantity === line.quantity ? line : { ...line, quantity }
      })
      .filter((line) => line.quantity > 0)
  const { material } = confirmed
  return {
    ...confirmed,
    lines: withQuantities(confirmed.lines),
    material: { ...material, lines: withQuantities(material.lines) },
  }
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

/** Changes are sent one at a time, only the latest quantity of each line. */
export const cartSlice: StateCreator<ShopState, [], [], CartSlice> = (set, get) => {
  const show = (value: CartView) => set({ cart: { status: 'ready', value, error: null } })
  const { requestQuantity, setConfirmed, removal } = cartSynchronizer(show)
  const additions = namedAdditions()
  return {
    cart: loading,
    unchosen: [],
    removedCount: 0,
    loadCart: async () => {
      const answer = await callShop('cart.show', {})
      if (answer.ok) setConfirmed(answer.value)
      else set({ cart: afterAnswer(get().cart, answer) })
    },
    addToCart: async (skuId, quantity, options) => {
      const line = { skuId, quantity, ...(options && { options }) }
      const wish = JSON.stringify(line)
      const changeId = additions.idOf(wish)
      const answer = await callShop('cart.change', { change: 'add', changeId, ...line })
      additions.settle(wish, answer)
      if (!answer.ok) {
        toast(cartErrorCopy(answer.error))
        return false
      }
      setConfirmed(answer.value)
      return true
    },
    setQuantity: requestQuantity,
    removeLines: (keys) => {
      void removal.settle()
      removal.hold(keys)
      set({ removedCount: keys.length })
    },
    undoRemoval: () => {
      removal.undo()
      set({ removedCount: 0 })
    },
    settleRemoval: () => {
      set({ removedCount: 0 })
      return removal.settle()
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
    toggleChosen: (key) => {
      const { unchosen } = get()
      const isExcluded = unchosen.includes(key)
      set({ unchosen: isExcluded ? unchosen.filter((one) => one !== key) : [...unchosen, key] })
    },
    chooseAll: (isChosen) => {
      const lines = get().cart.value?.lines ?? []
      set({ unchosen: isChosen ? [] : lines.map((line) => line.key) })
    },
  }
}

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

/** Quantities the cloud has not confirmed yet, by line key; 0 removes the line. */
type PendingQuantities = Map<string, number>

/** Shows the confirmed cart with pending quantities applied, and sends them one by one. */
function cartSynchronizer(show: (cart: CartView) => void) {
  const pending: PendingQuantities = new Map()
  // Removals that can be undone: shown, not sent. The value is the quantity pending before.
  const held = new Map<string, number | undefined>()
  let confirmed: CartView | null = null
  let sending: Promise<void> | null = null

  const setConfirmed = (view: CartView | null) => {
    confirmed = view
    if (view) show(applyPendingQuantities(view, pending))
  }

  const sendChange = async (key: string, quantity: number) => {
    const keys = quantity === 0 ? pendingRemovals(pending, held) : [key]
    const skuId = confirmed?.lines.find((line) => line.key === key)?.skuId ?? ''
    const change: CartChange =
      quantity === 0 ? { change: 'remove', keys } : { change: 'set', key, skuId, quantity }
    const answer = await callShop('cart.change', change)
    // A newer quantity of the same line stays pending; only this one is settled.
    for (const one of keys) if (pending.get(one) === quantity) pending.delete(one)
    if (!answer.ok) toast(cartErrorCopy(answer.error))
    setConfirmed(answer.ok ? answer.value : confirmed)
  }

  const sendPending = async () => {
    for (let next = nextPending(pending, held); next; next = nextPending(pending, held))
      await sendChange(...next)
    sending = null
  }

  const requestQuantity = (key: string, quantity: number): Promise<void> => {
    pending.set(key, quantity)
    setConfirmed(confirmed)
    sending ??= sendPending()
    return sending
  }

  const removal = {
    hold: (keys: readonly string[]) => {
      for (const key of keys) {
        held.set(key, pending.get(key))
        pending.set(key, 0)
      }
      setConfirmed(confirmed)
    },
    undo: () => {
      for (const [key, before] of held) {
        if (before === undefined) pending.delete(key)
        else pending.set(key, before)
      }
      held.clear()
      setConfirmed(confirmed)
      sending ??= sendPending()
    },
    settle: async () => {
      if (held.size === 0) return
      held.clear()
      sending ??= sendPending()
      await sending
    },
  }

  return { requestQuantity, setConfirmed, removal }
}

type Held = ReadonlyMap<string, unknown>

/** Keys of all lines to remove, so that one call removes them. */
const pendingRemovals = (pending: PendingQuantities, held: Held): string[] =>
  [...pending].filter(([key, quantity]) => quantity === 0 && !held.has(key)).map(([key]) => key)

const nextPending = (pending: PendingQuantities, held: Held): [string, number] | undefined =>
  [...pending].find(([key]) => !held.has(key))
