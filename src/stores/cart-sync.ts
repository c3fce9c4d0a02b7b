import type { CartView } from '@core/contract/cart'
import { skuIdOfKey } from '@core/domain/catalog/product'
import { cartErrorCopy } from '@/copy/cart'
import { failureLine } from '@/copy/failures'
import { callShop } from '@/services/call'
import { toast } from '@/services/toast'

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

/** Quantities the cloud has not confirmed yet, by line key; 0 removes the line. */
type PendingQuantities = Map<string, number>

/** Shows the confirmed cart with pending quantities applied, and sends them one by one. */
export function cartSynchronizer(show: (cart: CartView) => void) {
  const pending: PendingQuantities = new Map()
  const taken = takenLines(pending)
  let confirmed: CartView | null = null
  let sending: Promise<void> | null = null

  const setConfirmed = (view: CartView | null) => {
    confirmed = view
    if (view) show(applyPendingQuantities(view, pending))
  }

  const sendChange = async (key: string, quantity: number) => {
    const removals = [...pending].filter(([one, left]) => left === 0 && !taken.has(one))
    // One call removes all that is to go.
    const keys = quantity === 0 ? removals.map(([one]) => one) : [key]
    const skuId = skuIdOfKey(key)
    const answer = await callShop(
      'cart.change',
      quantity === 0 ? { change: 'remove', keys } : { change: 'set', key, skuId, quantity },
    )
    // A newer quantity of the same line stays pending; only this one is settled.
    for (const one of keys) if (pending.get(one) === quantity) pending.delete(one)
    if (!answer.ok) toast(cartErrorCopy(answer.error))
    setConfirmed(answer.ok ? answer.value : confirmed)
  }

  const nextPending = () => [...pending].find(([key]) => !taken.has(key))

  const sendPending = async () => {
    for (let next = nextPending(); next; next = nextPending()) await sendChange(...next)
    sending = null
  }

  /** With nothing to send it would end before it is known to have begun. */
  const sendAll = (): Promise<void> => {
    if (nextPending()) sending ??= sendPending()
    return sending ?? Promise.resolve()
  }

  const request = (keys: readonly string[], quantity: number): Promise<void> => {
    for (const key of keys) pending.set(key, quantity)
    setConfirmed(confirmed)
    return sendAll()
  }

  const removal = {
    hold: (keys: readonly string[], favourites: readonly string[]) => {
      taken.hold(keys, favourites)
      setConfirmed(confirmed)
    },
    undo: () => {
      taken.undo()
      setConfirmed(confirmed)
      void sendAll()
    },
    settle: async () => {
      if (!(await taken.settle())) return
      setConfirmed(confirmed)
      await sendAll()
    },
  }

  return { request, setConfirmed, removal, settled: sendAll }
}

/** Lines that were taken out last, and what was pending of each before, by its key. */
type Taken = {
  before: ReadonlyMap<string, number | undefined>
  /** Products that become favourites when their lines go for good. */
  favourites: readonly string[]
}

const NOTHING_TAKEN: Taken = { before: new Map(), favourites: [] }

/** Lines taken out of the cart that can still be put back: shown as gone, not sent. */
function takenLines(pending: PendingQuantities) {
  let latest = NOTHING_TAKEN
  /** Lines whose products are just being made favourites. */
  const leaving = new Set<string>()
  const release = (): Taken => {
    const released = latest
    latest = NOTHING_TAKEN
    return released
  }
  return {
    has: (key: string) => latest.before.has(key) || leaving.has(key),
    hold: (keys: readonly string[], favourites: readonly string[]) => {
      latest = { before: new Map(keys.map((key) => [key, pending.get(key)])), favourites }
      for (const key of keys) pending.set(key, 0)
    },
    undo: () => restore(pending, release().before),
    /** Lets them go, unless one could not become a favourite; `false` when there were none. */
    settle: async (): Promise<boolean> => {
      const { before, favourites } = release()
      for (const key of before.keys()) leaving.add(key)
      const canGo = await areFavourites(favourites)
      for (const key of before.keys()) leaving.delete(key)
      if (!canGo) restore(pending, before)
      return before.size > 0
    },
  }
}

/** Puts what was pending before a removal in its place again. */
function restore(pending: PendingQuantities, before: Taken['before']): void {
  for (const [key, quantity] of before) {
    if (quantity === undefined) pending.delete(key)
    else pending.set(key, quantity)
  }
}

/** Makes products favourites; `false`, with a word, when one could not become one. */
async function areFavourites(productIds: readonly string[]): Promise<boolean> {
  for (const productId of productIds) {
    const answer = await callShop('catalog.favourite', { productId, isFavourite: true })
    // A product that is gone for good cannot be kept anywhere.
    if (answer.ok || answer.error.code === 'NOT_FOUND') continue
    toast('told' in answer.error ? failureLine(answer.error) : '没有收藏成，东西还在购物车里')
    return false
  }
  return true
}
