import type { Stored } from '@core/data/documents'
import type { SaleTerms, Sku } from '@core/domain/catalog/product'
import type { StockMovement } from '@core/domain/stock/stock'
import type { Instant } from '@core/kernel/calendar'

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

/** The movements of a SKU's stock that took effect lately, by id: none takes effect twice. */
export type MovementMarks = Record<string, Instant>

/** The pieces of a SKU set aside for one promotion; `_id` is `<promotionId>:<skuId>`. */
export type PromotionStockDocument = StockFields & {
  _id: string
  promotionId: string
  skuId: string
}

/**
 * A movement as stored. It is written before it takes effect, so that what a crash cuts off can be
 * finished: `booked` is to take effect, `applied` has, `refused` never will.
 */
export type StockMovementDocument = Omit<StockMovement, 'id'> & {
  _id: string
  state: 'booked' | 'applied' | 'refused'
  /** When the sweep looks whether something is left to do; `null` when nothing is. */
  dueAt: Instant | null
}

/** A SKU as stored, with its product's terms and the orders that hold pieces of it. */
export type SkuDocument = Stored<Sku> &
  SaleTerms &
  StockFields & {
    /** Of the product, for carts and orders: a line is made from its SKU alone. */
    title: string
    /** The SKU's own switch; it is on sale when its product is as well. */
    isOffered: boolean
    /** Set by a sale: the product's own count, which lists are sorted by, is behind. */
    isSoldStale: boolean
    moved?: MovementMarks
  }

declare module '@core/data/documents' {
  interface Documents {
    skus: SkuDocument
    activityStock: PromotionStockDocument
    stockMovements: StockMovementDocument
  }
}
