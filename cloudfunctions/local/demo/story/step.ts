/** Pieces of one SKU. */
export type Line = { skuId: string; quantity: number }

/** How an order goes on: paid at once, left unpaid, or cancelled again. */
export type OrderEnd = 'paid' | 'left' | 'cancelled'

/** One thing somebody does in the shop, by one or several operations. */
export type Act =
  | { kind: 'consent' }
  | { kind: 'join' }
  /** Looks at products; with a word, after a search that led to the first of them. */
  | { kind: 'look'; productIds: readonly string[]; word?: string }
  | { kind: 'favourite'; productId: string }
  | { kind: 'cart'; line: Line }
  | { kind: 'order'; orderId: string; lines: readonly Line[]; remark: string; end: OrderEnd }
  | { kind: 'confirm'; orderId: string }
  | { kind: 'ship'; orderId: string; trackingNumber: string }

/** When in a day: the shop is told in two moments a day, and one last just before the present. */
export const SLOTS = ['morning', 'evening', 'justNow'] as const
export type Slot = (typeof SLOTS)[number]

/** What somebody does in one go. Days are counted back from today. */
export type Step = { openid: string; daysAgo: number; slot: Slot; acts: Act[] }
