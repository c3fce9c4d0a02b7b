import type { StateCreator } from 'zustand'
import type { CartChange, CartLine, CartView } from '@core/contract/cart'
import { callShop } from '@/services/call'
import { notice } from '@/services/notice'
import { cartWords } from '@/words/cart'
import { loading, settled, type Loadable } from './loadable'
import type { ShopState } from './shop'

/** The cart. It lives in the cloud; what the thumb did is shown at once and then confirmed. */
export type CartSlice = {
  cart: Loadable<CartView>
  /** SKUs left out of the next order. */
  unchosen: string[]
  loadCart(): Promise<void>
  /** Puts pieces in; `true` when the cloud took them. */
  addToCart(skuId: string, quantity: number): Promise<boolean>
  setQuantity(skuId: string, quantity: number): Promise<void>
  removeLines(skuIds: string[]): Promise<void>
  toggleChosen(skuId: string): void
  chooseAll(isChosen: boolean): void
}

/** What the thumb asked for and the cloud has not confirmed: SKU → number, 0 takes it out. */
type Wishes = Map<string, number>

/** The cart as it will be once the wishes are granted. */
export function withWishes(confirmed: CartView, wishes: ReadonlyMap<string, number>): CartView {
  if (wishes.size === 0) return confirmed
  const lines = confirmed.lines
    .map((line) => {
      const quantity = wishes.get(line.skuId)
      return quantity === undefined || quantity === line.quantity ? line : { ...line, quantity }
    })
    .filter((line) => line.quantity > 0)
  return { ...confirmed, lines }
}

/** The lines that the next order would have: chosen and to be had. */
export const chosenLines = (lines: readonly CartLine[], unchosen: readonly string[]): CartLine[] =>
  lines.filter((line) => line.available > 0 && !unchosen.includes(line.skuId))

/** Makes the slice. Changes go to the cloud one at a time, each SKU's latest wish only. */
export const cartSlice: StateCreator<ShopState, [], [], CartSlice> = (set, get) => {
  const wishes: Wishes = new Map()
  let confirmed: CartView | null = null
  let sending: Promise<void> | null = null

  const show = (view: CartView | null) => {
    confirmed = view
    if (view) set({ cart: { status: 'ready', value: withWishes(view, wishes), error: null } })
  }

  const grant = async (skuId: string, quantity: number) => {
    const skuIds = quantity === 0 ? unwanted(wishes) : [skuId]
    const change: CartChange =
      quantity === 0 ? { change: 'remove', skuIds } : { change: 'set', skuId, quantity }
    const answer = await callShop('cart.change', change)
    // A later wish for the same SKU keeps waiting; this one has had its answer.
    for (const id of skuIds) if (wishes.get(id) === quantity) wishes.delete(id)
    if (!answer.ok) notice(cartWords(answer.error))
    show(answer.ok ? answer.value : confirmed)
  }

  const grantAll = async () => {
    for (let next = first(wishes); next; next = first(wishes)) await grant(...next)
    sending = null
  }

  const wish = (skuId: string, quantity: number): Promise<void> => {
    wishes.set(skuId, quantity)
    show(confirmed)
    sending ??= grantAll()
    return sending
  }

  return {
    cart: loading,
    unchosen: [],
    loadCart: async () => {
      const answer = await callShop('cart.show', {})
      if (answer.ok) show(answer.value)
      else set({ cart: settled(get().cart, answer) })
    },
    addToCart: async (skuId, quantity) => {
      const answer = await callShop('cart.change', { change: 'add', skuId, quantity })
      if (!answer.ok) {
        notice(cartWords(answer.error))
        return false
      }
      show(answer.value)
      return true
    },
    setQuantity: wish,
    removeLines: async (skuIds) => {
      await Promise.all(skuIds.map((skuId) => wish(skuId, 0)))
    },
    toggleChosen: (skuId) => {
      const { unchosen } = get()
      const isOut = unchosen.includes(skuId)
      set({ unchosen: isOut ? unchosen.filter((id) => id !== skuId) : [...unchosen, skuId] })
    },
    chooseAll: (isChosen) => {
      const lines = get().cart.value?.lines ?? []
      set({ unchosen: isChosen ? [] : lines.map((line) => line.skuId) })
    },
  }
}

/** Everything that is to go, so that it goes in one call. */
const unwanted = (wishes: Wishes): string[] =>
  [...wishes].filter(([, quantity]) => quantity === 0).map(([skuId]) => skuId)

const first = (wishes: Wishes): [string, number] | undefined => wishes.entries().next().value
