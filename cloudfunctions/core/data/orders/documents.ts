import type { Sealed, Stored } from '@core/data/documents'
import type { Order, ReviewMarks } from '@core/domain/orders/order'

/** An order as stored. */
export type OrderDocument = Stored<Order> & {
  address?: Sealed
  source?: string
  /** Of an imported order: the name of the import that brought it, and a digest of its lines. */
  imported?: { name: string; lines: string }
  /** The reviews its customer has written. */
  reviewed?: ReviewMarks
  /** Whether its customer has something to review for the first time. */
  isReviewDue: boolean
  /** What a search looks through: the titles of its goods. */
  searchText: string
  /** What the staff find it by; an order of an earlier release has none until it is migrated. */
  searchKeys?: string[]
}

/**
 * What a member has bought of things that are limited per member: pieces by product; uses or
 * pieces by promotion. Closed and refunded orders are not counted.
 */
export type PurchaseCountersDocument = {
  _id: string
  products: Record<string, number>
  promotions: Record<string, number>
  version: number
}

declare module '@core/data/documents' {
  interface Documents {
    orders: OrderDocument
    /** Purchase counters; `_id` is the memberId. */
    tallies: PurchaseCountersDocument
  }
}
