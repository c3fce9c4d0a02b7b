import type { CartChange, CartLine, CartView } from '@core/contract/cart'
import type { BoughtAgain } from '@core/contract/cart'
import type { LineOptions } from '@core/domain/catalog/product'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { StateCreator } from 'zustand'
import { cartErrorCopy } from '@/copy/cart'
import { failureLine } from '@/copy/failures'
import { callShop } from '@/services/call'
import { toast } from '@/services/toast'
import { type Loadable, loading, afterAnswer } from './loadable'
import type { ShopState } from './shop'

/** The cart. It lives in the cloud; what the thumb did is shown at once and then confirmed. */
export type CartSlice = {
  cart: Loadable<CartView>
  /** Keys of the lines left out of the next order. */
  unchosen: string[]
  loadCart(): Promise<void>
  /** Puts pieces in, with what is asked for with them; `true` when the cloud took them. */
  addToCart(skuId: string, quantity: number, options?: LineOptions): Promise<boolean>
  setQuantity(key: string, quantity: number): Promise<void>
  removeLines(keys: string[]): Promise<void>
  /** Puts the goods of an order in again; what could not be had, `null` when the call failed. */
  buyAgain(orderId: string): Promise<BoughtAgain['missing'] | null>
  toggleChosen(key: string): void
  chooseAll(isChosen: boolean): void
}

/** The cart as it will be once the wishes are granted. */
export function applyPendingQuantities(confirmed: CartView, wishes: ReadonlyMap<string, number>): CartView {
  if (wishes.size === 0) return confirmed
  const wished = <T extends { key: string; quantity: number }>(lines: readonly T[]): T[] =>
    lines
      .map((line) => {
        const quantity = wishes.get(line.key)
        return quantity === undefined || quantity === line.quantity ? line : { ...line, quantity }
      })
      .filter((line) => line.quantity > 0)
  const { material } = confirmed
  return {
    ...confirmed,
    lines: wished(confirmed.lines),
    material: { ...material, lines: wished(material.lines) },
  }
}

/** The lines that the next order would have: chosen and to be had. */
export const chosenLines = (lines: readonly CartLine[], unchosen: readonly string[]): CartLine[] =>
  lines.filter((line) => line.available > 0 && !unchosen.includes(line.key))

/** What the price of these lines of the cart follows from. */
export function chosenPricingInput({ material }: CartView, chosen: readonly CartLine[]): PricingInput {
  const available = new Map(chosen.map((line) => [line.key, line.available]))
  const lines = material.lines.flatMap((line) => {
    const most = available.get(line.key)
    return most === undefined ? [] : [{ ...line, quantity: Math.min(line.quantity, most) }]
  })
  return { ...material, lines }
}

/** Makes the slice. Changes go to the cloud one at a time, each line's latest wish only. */
export const cartSlice: StateCreator<ShopState, [], [], CartSlice> = (set, get) => {
  const show = (value: CartView) => set({ cart: { status: 'ready', value, error: null } })
  const { wish, confirm } = cartSynchronizer(show)
  return {
    cart: loading,
    unchosen: [],
    loadCart: async () => {
      const answer = await callShop('cart.show', {})
      if (answer.ok) confirm(answer.value)
      else set({ cart: afterAnswer(get().cart, answer) })
    },
    addToCart: async (skuId, quantity, options) => {
      const line = { skuId, quantity, ...(options && { options }) }
      const answer = await callShop('cart.change', { change: 'add', ...line })
      if (!answer.ok) {
        toast(cartErrorCopy(answer.error))
        return false
      }
      confirm(answer.value)
      return true
    },
    setQuantity: wish,
    removeLines: async (keys) => {
      await Promise.all(keys.map((key) => wish(key, 0)))
    },
    buyAgain: async (orderId) => {
      const answer = await callShop('orders.buyAgain', { orderId })
      if (!answer.ok) {
        toast(failureLine(answer.error))
        return null
      }
      confirm(answer.value.cart)
      return answer.value.missing
    },
    toggleChosen: (key) => {
      const { unchosen } = get()
      const isOut = unchosen.includes(key)
      set({ unchosen: isOut ? unchosen.filter((one) => one !== key) : [...unchosen, key] })
    },
    chooseAll: (isChosen) => {
      const lines = get().cart.value?.lines ?? []
      set({ unchosen: isChosen ? [] : lines.map((line) => line.key) })
    },
  }
}

/** What the thumb asked for and the cloud has not confirmed: key → number, 0 takes it out. */
type PendingQuantities = Map<string, number>

/** Shows what the cloud confirmed with the wishes upon it, and carries them out one by one. */
function cartSynchronizer(show: (cart: CartView) => void) {
  const wishes: PendingQuantities = new Map()
  let confirmed: CartView | null = null
  let sending: Promise<void> | null = null

  const confirm = (view: CartView | null) => {
    confirmed = view
    if (view) show(applyPendingQuantities(view, wishes))
  }

  const sendChange = async (key: string, quantity: number) => {
    const keys = quantity === 0 ? pendingRemovals(wishes) : [key]
    const skuId = confirmed?.lines.find((line) => line.key === key)?.skuId ?? ''
    const change: CartChange =
      quantity === 0 ? { change: 'remove', keys } : { change: 'set', key, skuId, quantity }
    const answer = await callShop('cart.change', change)
    // A later wish for the same line keeps waiting; this one has had its answer.
    for (const one of keys) if (wishes.get(one) === quantity) wishes.delete(one)
    if (!answer.ok) toast(cartErrorCopy(answer.error))
    confirm(answer.ok ? answer.value : confirmed)
  }

  const sendPending = async () => {
    for (let next = nextPending(wishes); next; next = nextPending(wishes)) await sendChange(...next)
    sending = null
  }

  const wish = (key: string, quantity: number): Promise<void> => {
    wishes.set(key, quantity)
    confirm(confirmed)
    sending ??= sendPending()
    return sending
  }

  return { wish, confirm }
}

/** Everything that is to go, so that it goes in one call. */
const pendingRemovals = (wishes: PendingQuantities): string[] =>
  [...wishes].filter(([, quantity]) => quantity === 0).map(([key]) => key)

const nextPending = (wishes: PendingQuantities): [string, number] | undefined => wishes.entries().next().value
