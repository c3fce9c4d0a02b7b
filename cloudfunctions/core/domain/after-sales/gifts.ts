import { type Order, type OrderLine, unshippedPieces } from '@core/domain/orders/order'
import type { Fen } from '@core/kernel/money'
import { type Pieces, piecesLeft, returnablePieces } from './pieces'

/** Pieces that are given up or come back now, by line. */
export type RefundedPieces = ReadonlyMap<string, number>

/** None besides those that were refunded before. */
export const NO_MORE_PIECES: RefundedPieces = new Map()

/**
 * Whether the goods that stay are worth less than the gift was given for, or none stay: by their
 * list price, as when it was earned.
 */
export function isForfeited(order: Order, gift: OrderLine, gone: RefundedPieces): boolean {
  if (gift.giftFor === null) return false
  const { fromFen, keys } = gift.giftFor
  const kept = order.lines
    .filter((line) => keys.includes(line.key))
    .map((line) => ({ line, pieces: line.refunded.quantity + (gone.get(line.key) ?? 0) }))
  const worth = kept.map(({ line, pieces }) => line.unitFen * (line.quantity - pieces))
  return sum(worth) < fromFen || kept.every(({ line, pieces }) => pieces === line.quantity)
}

/** Pieces of a refund; `cancelled` of them had not been sent. */
type GivenBack = Pieces & { cancelled: number }

/** The price of all gifts that are not earned any more and are with the customer afterwards. */
export function giftDeductionFen(order: Order, lines: readonly GivenBack[]): Fen {
  const gone = new Map(lines.map((line) => [line.key, line.quantity]))
  return sum(
    order.lines.map((gift) => {
      if (gift.kind !== 'gift' || !isForfeited(order, gift, gone)) return 0
      const back = lines.find((line) => line.key === gift.key)
      const staying = returnablePieces(gift) - ((back?.quantity ?? 0) - (back?.cancelled ?? 0))
      return Math.floor((gift.valueFen * staying) / gift.quantity)
    }),
  )
}

/**
 * The gifts that the kept goods do not earn any more, and that nobody has sent or asks back. They
 * were part of a request when the goods were refunded, and that request has ended.
 */
export const forfeitedUnsent = (order: Order): Pieces[] =>
  order.lines.flatMap((gift) => {
    if (!isForfeited(order, gift, NO_MORE_PIECES)) return []
    const quantity = Math.min(unshippedPieces(gift) - gift.withheld, piecesLeft(gift))
    return quantity > 0 ? [{ key: gift.key, quantity }] : []
  })

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
