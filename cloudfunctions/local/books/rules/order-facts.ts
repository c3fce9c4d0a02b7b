import type { OrderDocument } from '@core/data/orders/documents'
import type { Books } from '../books'

/** Orders of this shop; imported ones were sold, paid and sent elsewhere. */
export const ownOrders = (books: Books): OrderDocument[] =>
  books.all('orders').filter(({ source }) => source === undefined)

/** Pieces per SKU that an order takes from the stock: goods and gifts, not services. */
export function piecesOf({ lines }: OrderDocument): Map<string, number> {
  const pieces = new Map<string, number>()
  for (const { kind, skuId, quantity } of lines) {
    if (kind === 'service') continue
    pieces.set(skuId, (pieces.get(skuId) ?? 0) + quantity)
  }
  return pieces
}

/** Pieces that an order takes from stock reserved for promotions, by `<promotionId>:<skuId>`. */
export function promotionPiecesOf({ uses }: OrderDocument): Map<string, number> {
  const pieces = new Map<string, number>()
  for (const { promotionId, skuId, quantity } of uses.activityPieces) {
    const id = `${promotionId}:${skuId}`
    pieces.set(id, (pieces.get(id) ?? 0) + quantity)
  }
  return pieces
}

export const isUnpaid = ({ state }: OrderDocument): boolean => state === 'awaitingPayment'

export const isPaid = ({ paidAt }: OrderDocument): boolean => paidAt !== null
