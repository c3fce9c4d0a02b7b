import type { StoredDocument, Upcast, Upcasts } from '@core/data/schemas'
import { type OrderLine, type OrderState, unshippedPieces } from '@core/domain/orders/order'

/**
 * Version 2: lines say which of the pieces asked back are withheld. Which they are was not known,
 * so of an order that could still be sent it is as many as were asked back.
 */
const withWithheld: Upcast = (order: StoredDocument) => {
  const state = order['state'] as OrderState
  const isWaiting = state === 'refunding' || state === 'partlyShipped'
  return {
    ...order,
    lines: (order['lines'] as OrderLine[]).map((line) => ({
      ...line,
      withheld: isWaiting ? Math.min(line.asked, unshippedPieces(line)) : 0,
    })),
  }
}

export const ORDERS_UPCASTS = { orders: [withWithheld] } as const satisfies Upcasts
