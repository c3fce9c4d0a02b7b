/** Pieces of one SKU. */
export type Line = { skuId: string; quantity: number }

/** How an order goes on: paid at once, left unpaid, or cancelled again. */
export type OrderEnd = 'paid' | 'left' | 'cancelled'

/** Buys at once, or by way of the cart. */
export type Ordering = {
  kind: 'order'
  orderId: string
  lines: readonly Line[]
  isByCart: boolean
  remark: string
  end: OrderEnd
}

/** One thing somebody does in the shop, by one or several operations. */
export type Action =
  | { kind: 'consent' }
  | { kind: 'join' }
  /** Looks at products; with a word, after a search that led to the first of them. */
  | { kind: 'look'; productIds: readonly string[]; word?: string }
  | { kind: 'favourite'; productId: string }
  | { kind: 'cart'; line: Line }
  | Ordering
  | { kind: 'confirm'; orderId: string }
  | { kind: 'ship'; orderId: string; trackingNumber: string }

/**
 * What somebody does in one go, once a day. Days are counted back from today; what happens today,
 * on day 0, happens just before the present.
 */
export type Step = { openid: string; daysAgo: number; actions: Action[] }
