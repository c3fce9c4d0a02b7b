import type { Stored } from '@core/data/documents'
import type { SaleTerms, Sku } from '@core/domain/catalog/product'
import type { StockMovement } from '@core/domain/stock/stock'
import type { Instant } from '@core/kernel/calendar'

/**
 * Pieces that an unpaid order holds: how many (`n`), since when (`at`), and for which attempts at
 * placing that order (`by`).
 */
export type StoredHold = { n: number; at: Instant; by: string[] }

/** The fields of every document with stock: SKUs and promotion stock. */
export type StockFields = {
  /** Pieces that no order holds. */
  available: number
  openingStock: number
  sold: number
  /** Held pieces by orderId; left out of whole reads. */
  holds?: Record<string, StoredHold>
  /** The sum of all holds; indexed for the sweep. */
  heldPieces: number
}

/** The recently applied movements of a SKU by id, so that none is applied twice. */
export type MovementMarks = Record<string, Instant>

/** The pieces of a SKU reserved for one promotion; `_id` is `<promotionId>:<skuId>`. */
export type PromotionStockDocument = StockFields & {
  _id: string
  promotionId: string
  skuId: string
}

/**
 * A movement as stored. It is written before it is applied, so that the sweep can finish it after a
 * crash. `booked`: not applied yet; `refused`: it could not be applied.
 */
export type StockMovementDocument = Omit<StockMovement, 'id'> & {
  _id: string
  state: 'booked' | 'applied' | 'refused'
  /** When the sweep checks for unfinished work; `null` when none is left. */
  dueAt: Instant | null
}

/** A SKU as stored, with its product's terms and its stock. */
export type SkuDocument = Stored<Sku> &
  SaleTerms &
  StockFields & {
    /** The product's title: cart and order lines are made from the SKU alone. */
    title: string
    /** The SKU's own switch; `isOnSale` also requires its product to be on sale. */
    isOffered: boolean
    /** Set by a sale: the product's `sold`, which lists are sorted by, is out of date. */
    isSoldStale: boolean
    /** Set while customers wait for it: a text that names the last of them. */
    awaited?: string
    /** Left out of whole reads. */
    moved?: MovementMarks
  }

declare module '@core/data/documents' {
  interface Documents {
    skus: SkuDocument
    activityStock: PromotionStockDocument
    stockMovements: StockMovementDocument
  }
}
