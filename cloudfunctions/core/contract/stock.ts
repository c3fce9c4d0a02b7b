import {
  MOVED_PIECES_MAX,
  MOVEMENT_NOTE_MAX,
  MOVEMENT_REASONS,
  type MovementKind,
  type MovementReason,
} from '@core/domain/stock/stock'
import * as v from 'valibot'
import type { NotFound } from './errors'
import { cursor, entityId, mintedId, note, type Page, word } from './primitives'

/** Which SKUs to list; the fewest available pieces first. */
export const stockListInput = v.strictObject({
  /** `low` and `out` only list SKUs on sale; `low` includes `out`. */
  filter: v.optional(v.picklist(['low', 'out', 'all']), 'all'),
  /** Text of the product, or the SKU's code. */
  word: v.optional(word),
  cursor,
})
export type StockListInput = v.InferInput<typeof stockListInput>

/** The stock of a SKU. */
export type StockRow = {
  skuId: string
  productId: string
  title: string
  spec: string
  code: string
  picture: string
  isOnSale: boolean
  /** 可售: available pieces. */
  available: number
  /** 占用: pieces that unpaid orders hold. */
  held: number
  /** 在库: available and held pieces. */
  inStore: number
  sold: number
  isLow: boolean
}

/** A page of SKUs, and the threshold for low stock. */
export type StockPage = Page<StockRow> & { lowStockPieces: number }

const pieces = v.pipe(v.number(), v.integer(), v.maxValue(MOVED_PIECES_MAX))
const moved = {
  /** Chosen by the phone; makes the call idempotent. */
  movementId: mintedId,
  skuId: entityId,
  note: v.optional(note(MOVEMENT_NOTE_MAX), ''),
}

/** A delivery, or the surplus (above 0) or shortage (below 0) found by a stock count. */
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
  /** Fewer pieces are available than the movement takes; held pieces cannot be taken. */
  | { code: 'STOCK_SHORT'; available: number }
  /** Another movement has this id. */
  | { code: 'MOVEMENT_ID_TAKEN' }

/** The ledger of one SKU, latest first. */
export const movementListInput = v.strictObject({ skuId: entityId, cursor })
export type MovementListInput = v.InferInput<typeof movementListInput>

/** A movement of the ledger. */
export type MovementRow = {
  id: string
  kind: MovementKind
  /** Pieces added (above 0) or taken (below 0). */
  quantity: number
  /** 在库 after the movement. */
  balance: number
  reason: MovementReason | null
  note: string
  orderId: string | null
  /** The name of the staff member; `null` for automatic movements. */
  by: string | null
  at: number
}

/** A SKU with a page of its ledger. */
export type MovementPage = Page<MovementRow> & { sku: StockRow }

/** Operations of the staff on stock. */
export type StockAdminContract = {
  'stock.list': { input: StockListInput; output: StockPage; error: never }
  'stock.move': { input: MoveStockInput; output: StockRow; error: MoveStockError }
  'stock.movements': { input: MovementListInput; output: MovementPage; error: NotFound }
}

declare module '@core/contract' {
  interface AdminOperations extends StockAdminContract {}
}
