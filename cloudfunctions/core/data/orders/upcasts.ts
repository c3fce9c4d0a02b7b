import type { OrderDocument } from '@core/data/orders/documents'
import { foundBy } from '@core/data/orders/orders'
import type { StoredDocument, Upcast, Upcasts } from '@core/data/schemas'
import {
  type Order,
  type OrderLine,
  type OrderState,
  unshippedPieces,
} from '@core/domain/orders/order'

/**
 * Version 2: lines say which of the pieces asked back are withheld. Which they are was not known,
 * so of an order that could still be sent it is as many as were asked back. And an order says what
 * was deducted for gifts: before, it was what its lines came to and was not paid back.
 */
const withWithheld: Upcast = (order: StoredDocument) => {
  const state = order['state'] as OrderState
  const isWaiting = state === 'refunding' || state === 'partlyShipped'
  const lines = order['lines'] as OrderLine[]
  return {
    ...order,
    takenBack: {
      ...(order['takenBack'] as Order['takenBack']),
      deductedFen: Math.max(0, deductedBefore(order as unknown as Order)),
      waivedFen: 0,
    },
    lines: lines.map((line) => ({
      ...line,
      withheld: isWaiting ? Math.min(line.asked, unshippedPieces(line)) : 0,
    })),
  }
}

const deductedBefore = ({ lines, takenBack, refundedFen }: Order): number =>
  lines.reduce((sum, line) => sum + line.refunded.fen, 0) + takenBack.freightFen - refundedFen

/** Version 3: orders say whether they wait for a review, and what a search finds them by. */
const withFoundBy: Upcast = (order: StoredDocument) => ({
  ...order,
  ...foundBy(order as unknown as OrderDocument),
})

export const ORDERS_UPCASTS = { orders: [withWithheld, withFoundBy] } as const satisfies Upcasts
