import {
  MOVED_PIECES_MAX,
  MOVEMENT_NOTE_MAX,
  MOVEMENT_REASONS,
  type MovementKind,
  type MovementReason,
} from '@core/domain/stock/stock'
import * as v from 'valibot'
import type { NotFound } from './errors'
import { cursor, entityId, mintedId, type Page, word } from './primitives'

/** Which SKUs to list; those with the fewest pieces come first. */
export const stockListInput = v.strictObject({
  /** `low` and `out` speak of what is on sale alone, and what is out is low as well. */
  filter: v.optional(v.picklist(['low', 'out', 'all']), 'all'),
  /** Words of the product, or the SKU's code. */
  word: v.optional(word),
  cursor,
})
export type StockListInput = v.InferInput<typeof stockListInput>

/** What is there of a SKU. */
export type StockRow = {
  skuId: string
  productId: string
  title: string
  spec: string
  code: string
  picture: string
  isOnSale: boolean
  /** 可售: pieces that can be had. */
  available: number
  /** 占用: pieces that unpaid orders hold. */
  held: number
  /** 在库: both together. */
  inStore: number
  sold: number
  isLow: boolean
}

/** A page of SKUs, and at how many pieces one is low. */
export type StockPage = Page<StockRow> & { lowStockPieces: number }

const pieces = v.pipe(v.number(), v.integer(), v.maxValue(MOVED_PIECES_MAX))
const moved = {
  /** Minted on the phone: the same movement sent twice is one. */
  movementId: mintedId,
  skuId: entityId,
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(MOVEMENT_NOTE_MAX)), ''),
}

/** A delivery that came in, or what a count found to be more (above 0) or less than is written. */
export const moveStockInput = v.variant('kind', [
  v.strictObject({
    ...moved,
    kind: v.literal('restock'),
    reason: v.picklist(MOVEMENT_REASONS.restock),
    quantity: v.pipe(pieces, v.minValue(1)),
  }),
  v.strictObject({
    ...moved,
    kind: v.literal('adjust'),
    reason: v.picklist(MOVEMENT_REASONS.adjust),
    quantity: v.pipe(pieces, v.minValue(-MOVED_PIECES_MAX), v.notValue(0)),
  }),
])
export type MoveStockInput = v.InferInput<typeof moveStockInput>

/** Why stock was not moved; nothing has changed then. */
export type MoveStockError =
  | NotFound
  /** More was to go than can be had: what orders hold stays theirs. */
  | { code: 'STOCK_SHORT'; available: number }
  /** The id is another movement's. */
  | { code: 'MOVEMENT_ID_TAKEN' }

/** The ledger of one SKU, latest first. */
export const movementListInput = v.strictObject({ skuId: entityId, cursor })
export type MovementListInput = v.InferInput<typeof movementListInput>

/** A line of the ledger. */
export type MovementRow = {
  id: string
  kind: MovementKind
  /** Pieces that came (above 0) or went (below). */
  quantity: number
  /** 在库 after it. */
  balance: number
  reason: MovementReason | null
  note: string
  orderId: string | null
  /** The member of staff who did it; `null` for the shop by itself. */
  by: string | null
  at: number
}

/** A SKU with a page of its ledger. */
export type MovementPage = Page<MovementRow> & { sku: StockRow }

/** What the staff may do with stock. */
export type StockAdminContract = {
  'stock.list': { input: StockListInput; output: StockPage; error: never }
  'stock.move': { input: MoveStockInput; output: StockRow; error: MoveStockError }
  'stock.movements': { input: MovementListInput; output: MovementPage; error: NotFound }
}

declare module '@core/contract' {
  interface AdminOperations extends StockAdminContract {}
}
