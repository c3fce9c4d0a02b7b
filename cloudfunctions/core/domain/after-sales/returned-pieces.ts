import type { Order, OrderLine } from '@core/domain/orders/order'
import type { Pieces } from './pieces'

/** Pieces of a SKU on their way into the stock. */
export type StockedPieces = { skuId: string; productId: string; quantity: number }

/**
 * The SKUs of pieces that come back, or were never sent. What was sent in an exchange comes back
 * first, the last exchange before the others; the rest is what was ordered. `cancelled` of the
 * pieces had not been sent, so they are what was ordered.
 */
export function piecesToStock(
  { lines }: Pick<Order, 'lines'>,
  pieces: readonly (Pieces & { cancelled?: number })[],
): StockedPieces[] {
  const bySku = new Map<string, StockedPieces>()
  for (const { key, quantity, cancelled = 0 } of pieces) {
    const line = lines.find((one) => one.key === key)
    if (!line || line.kind === 'service') continue
    for (const back of skusOf(line, quantity, cancelled)) {
      const before = bySku.get(back.skuId)?.quantity ?? 0
      if (back.quantity === 0) continue
      const quantityOfSku = before + back.quantity
      bySku.set(back.skuId, { ...back, productId: line.productId, quantity: quantityOfSku })
    }
  }
  return [...bySku.values()]
}

function skusOf(line: OrderLine, quantity: number, cancelled: number) {
  const taken: { skuId: string; quantity: number }[] = []
  let left = quantity - cancelled
  for (const one of line.exchanged ?? []) {
    const some = Math.min(left, one.quantity)
    taken.push({ skuId: one.skuId, quantity: some })
    left -= some
  }
  return [...taken, { skuId: line.skuId, quantity: left + cancelled }]
}

/** The line without pieces that have come back: those that were sent in an exchange first. */
export function withoutExchanged(line: OrderLine, quantity: number): OrderLine {
  if (line.exchanged === undefined || quantity <= 0) return line
  let left = quantity
  const exchanged = line.exchanged.flatMap((one) => {
    const some = Math.min(left, one.quantity)
    left -= some
    return one.quantity > some ? [{ ...one, quantity: one.quantity - some }] : []
  })
  const { exchanged: _before, ...rest } = line
  return exchanged.length > 0 ? { ...rest, exchanged } : rest
}

/** The line of which pieces came back and others were sent in their place. */
export function withExchange(line: OrderLine, { skuId, quantity }: ExchangedPieces): OrderLine {
  const kept = withoutExchanged(line, quantity)
  if (skuId === line.skuId) return kept
  return { ...kept, exchanged: [{ skuId, quantity }, ...(kept.exchanged ?? [])] }
}

type ExchangedPieces = { skuId: string; quantity: number }
