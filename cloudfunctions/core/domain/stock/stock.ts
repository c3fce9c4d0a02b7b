import { type Instant, MINUTE_MS } from '@core/kernel/calendar'

/** Why the stock of a SKU changed. `open` is the quantity it was created with. */
export const MOVEMENT_KINDS = ['open', 'restock', 'adjust', 'sale', 'return', 'exchange'] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** Why staff change stock: kinds of deliveries, and findings of a count. */
export const MOVEMENT_REASONS = {
  restock: ['purchase', 'production', 'transfer'],
  adjust: ['counted', 'damaged', 'expired', 'lost', 'used', 'other'],
} as const
export type StaffMovementKind = keyof typeof MOVEMENT_REASONS
export type MovementReason = (typeof MOVEMENT_REASONS)[StaffMovementKind][number]

/** Pieces of one movement by the staff: more is a typing error. */
export const MOVED_PIECES_MAX = 100_000
/** Characters of the note on a movement. */
export const MOVEMENT_NOTE_MAX = 60

/**
 * One entry of a SKU's ledger. Entries never change: an error is corrected by another entry. When
 * nothing is in progress, the entries that took effect sum to available plus held pieces.
 */
export type StockMovement = {
  id: string
  skuId: string
  productId: string
  kind: MovementKind
  /** Pieces added (above 0) or removed (below). */
  quantity: number
  reason: MovementReason | null
  note: string
  orderId: string | null
  afterSaleId: string | null
  /** The member of staff; `null` for an automatic movement. */
  by: string | null
  at: Instant
}

/** Age from which unfinished work counts as abandoned: longer than any function may run. */
export const UNFINISHED_MS = 2 * MINUTE_MS

/** What a repair does with held pieces. */
export type HoldResolution = 'keep' | 'release' | 'sell'

/** The order that a hold names. */
export type HolderOrder = {
  isUnpaid: boolean
  isClosed: boolean
  paidAt: Instant | null
  /** Pieces of this stock in the order. */
  pieces: number
}

/**
 * A hold is right for an unpaid order with exactly these pieces. Any other was left by a crash
 * between two writes: pieces of a paid order are still to be sold, unless they are sold already
 * and a late retry of the same order held them again. Without a ledger entry that says whether
 * they are sold (`isSold` is `null`), pieces held after the payment come from such a retry.
 */
export function resolveHold(
  held: { n: number; at: Instant },
  order: HolderOrder | undefined,
  isSold: boolean | null,
): HoldResolution {
  if (!order || order.isClosed) return 'release'
  if (order.pieces !== held.n) return 'release'
  if (order.isUnpaid) return 'keep'
  const isLate = order.paidAt !== null && held.at > order.paidAt
  return (isSold ?? isLate) ? 'release' : 'sell'
}

/** Id of the document that counts the pieces of one SKU reserved for a promotion. */
export const promotionStockId = (promotionId: string, skuId: string): string =>
  `${promotionId}:${skuId}`
