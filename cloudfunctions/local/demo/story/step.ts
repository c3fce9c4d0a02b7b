/** Pieces of one SKU. */
export type Line = { skuId: string; quantity: number }

/** How an order ends: paid at once, left unpaid, or cancelled. */
export type OrderEnd = 'paid' | 'left' | 'cancelled'

/** Places an order, directly or through the cart. */
export type Ordering = {
  kind: 'order'
  orderId: string
  lines: readonly Line[]
  isByCart: boolean
  remark: string
  end: OrderEnd
}

/** One thing a person does in the shop, by one or several operations. */
export type Action =
  | { kind: 'consent' }
  | { kind: 'join' }
  /** Looks at products; with `word`, after a search that led to the first of them. */
  | { kind: 'look'; productIds: readonly string[]; word?: string }
  | { kind: 'favourite'; productId: string }
  | { kind: 'cart'; line: Line }
  | Ordering
  | { kind: 'confirm'; orderId: string }
  | { kind: 'ship'; orderId: string; trackingNumber: string }

/**
 * What a person does on one day. Days are counted back from today; the steps of day 0 run just
 * before the present.
 */
export type Step = { openid: string; daysAgo: number; actions: Action[] }
