import type { Sealed, Stored } from '@core/data/documents'
import type { Order, ReviewMarks } from '@core/domain/orders/order'

/** An order as stored. */
export type OrderDocument = Stored<Order> & {
  address?: Sealed
  source?: string
  /** The reviews its customer has written. */
  reviewed?: ReviewMarks
}

/**
 * What a member has had of things that a member may have only so much of: pieces by product, turns
 * or pieces by activity. Orders that are closed or given back are not in it.
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
    /** What members have had of limited things; `_id` is the memberId. */
    tallies: PurchaseCountersDocument
  }
}
