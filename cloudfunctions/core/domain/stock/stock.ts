import type { OrderState } from '@core/domain/orders/order'
import { type Instant, MINUTE_MS } from '@core/kernel/calendar'

/** What can move the stock of a SKU. `open` is what it was first saved with. */
export const MOVEMENT_KINDS = ['open', 'restock', 'adjust', 'sale', 'return', 'exchange'] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** Why the staff move stock: what a delivery is, and what a count finds. */
export const MOVEMENT_REASONS = {
  restock: ['purchase', 'production', 'transfer'],
  adjust: ['counted', 'damaged', 'expired', 'lost', 'used', 'other'],
} as const
export type StaffMovementKind = keyof typeof MOVEMENT_REASONS
export type MovementReason = (typeof MOVEMENT_REASONS)[StaffMovementKind][number]

/** Pieces that one movement by the staff may be about: more is a slip of the finger. */
export const MOVED_PIECES_MAX = 100_000
/** Characters of the staff's words on a movement. */
export const MOVEMENT_NOTE_MAX = 60

/**
 * One line of a SKU's ledger. Lines are never changed: what was wrong is put right by another.
 * At rest the lines that took effect sum to what is available and what is held.
 */
export type StockMovement = {
  id: string
  skuId: string
  productId: string
  kind: MovementKind
  /** Pieces that came (above 0) or went (below). */
  quantity: number
  reason: MovementReason | null
  note: string
  orderId: string | null
  afterSaleId: string | null
  /** The member of staff who did it; `null` for the shop by itself. */
  by: string | null
  at: Instant
}

/**
 * How old something unfinished must be before it can be called left behind: longer than any
 * function is allowed to run.
 */
export const UNFINISHED_MS = 2 * MINUTE_MS

/** What is to be done about pieces that are found held. */
export type HoldFate = 'keep' | 'release' | 'sell'

/** What is known of the order that a hold names. */
export type HolderOrder = {
  state: OrderState
  paidAt: Instant | null
  /** Pieces of this very stock in the order. */
  pieces: number
}

/**
 * A hold belongs to an unpaid order that has just these pieces. Any other is what a crash left
 * between two writes: pieces of a paid order are still to be sold, unless they are sold already
 * and were taken again by a late repeat of the same order. Where no ledger knows whether they are
 * sold (`null`), those taken after the payment are such a repeat's.
 */
export function fateOfHold(
  held: { n: number; at: Instant },
  order: HolderOrder | undefined,
  isSold: boolean | null,
): HoldFate {
  if (!order || order.state === 'closed') return 'release'
  if (order.pieces !== held.n) return 'release'
  if (order.state === 'awaitingPayment') return 'keep'
  const isLate = order.paidAt !== null && held.at > order.paidAt
  return (isSold ?? isLate) ? 'release' : 'sell'
}
