import type { Instant } from '../domain/calendar'

/**
 * Pieces that an order has taken and not yet bought: how many, since when, and which attempts at
 * placing that order count on them.
 */
export type StoredHold = { n: number; at: Instant; by: string[] }

/** What every document with stock has, whatever it is the stock of. */
export type StockFields = {
  /** Pieces that nobody holds. */
  available: number
  openingStock: number
  sold: number
  /** orderId → the pieces it holds. */
  holds: Record<string, StoredHold>
  /** The sum of all holds: what a sweep looks for. */
  heldPieces: number
}

/** The pieces of a SKU set aside for one promotion; `_id` is `<promotionId>:<skuId>`. */
export type ActivityStockDocument = StockFields & {
  _id: string
  promotionId: string
  skuId: string
}
