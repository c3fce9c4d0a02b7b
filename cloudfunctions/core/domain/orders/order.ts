import type { Channel } from '@core/domain/members/facts'
import type { ActivityPieces, PricedLine, Quote } from '@core/domain/pricing/quote-types'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import type { Program } from '@core/kernel/settings'
import type { CancelReason } from './cancel-reason'

/** The states of an order and what leads from one to the next. The table is the whole truth. */
export const ORDER_TRANSITIONS = {
  awaitingPayment: { pay: 'paid', cancel: 'closed', expire: 'closed' },
  paid: {
    shipPart: 'partlyShipped',
    shipAll: 'shipped',
    requestRefund: 'refunding',
    refundAll: 'closed',
  },
  /** The customer wants money back before anything is sent; nothing is sent meanwhile. */
  refunding: { resume: 'paid', refundAll: 'closed' },
  partlyShipped: { shipPart: 'partlyShipped', shipAll: 'shipped', refundAll: 'closed' },
  shipped: { confirm: 'received', autoConfirm: 'received', refundAll: 'closed' },
  /** The customer has the goods; an after-sale can be asked for. */
  received: { complete: 'completed', refundAll: 'closed' },
  completed: { refundAll: 'closed' },
  closed: {},
} as const satisfies Record<string, Record<string, string>>

export type OrderState = keyof typeof ORDER_TRANSITIONS
type Exits = (typeof ORDER_TRANSITIONS)[OrderState]
export type OrderEvent = Exits extends infer E ? (E extends object ? keyof E : never) : never

/** All states, in the order a good order passes them. */
export const ORDER_STATES = Object.keys(ORDER_TRANSITIONS) as [OrderState, ...OrderState[]]

/** The state an event leads to, or `null` when the table forbids it. */
export function nextOrderState(state: OrderState, event: OrderEvent): OrderState | null {
  const exits: Partial<Record<OrderEvent, OrderState>> = ORDER_TRANSITIONS[state]
  return exits[event] ?? null
}

/** What happens next, for the line that every order page shows. */
export const ORDER_STEPS = {
  awaitingPayment: 'PAY',
  paid: 'WAIT_FOR_SHIPPING',
  refunding: 'WAIT_FOR_REFUND',
  partlyShipped: 'WAIT_FOR_REST',
  shipped: 'CONFIRM_RECEIPT',
  received: 'REVIEW',
  completed: 'BUY_AGAIN',
  closed: 'BUY_AGAIN',
} as const satisfies Record<OrderState, string>

export type OrderStep = (typeof ORDER_STEPS)[OrderState]

/**
 * A line as it was when ordered: later changes of the product do not reach it. The counts are
 * pieces: sent, given up before they were sent, asked back and undecided, and paid back. Of those
 * asked back, `withheld` have not been sent and are not sent until that is decided.
 */
export type OrderLine = PricedLine & {
  title: string
  spec: string
  picture: string
  /** What the customer wants written on it. */
  fields: { label: string; value: string }[]
  shipped: number
  cancelled: number
  asked: number
  withheld: number
  /** Pieces of other SKUs that were sent in exchanges and are with the customer, latest first. */
  exchanged?: { skuId: string; quantity: number }[]
  refunded: { quantity: number; fen: Fen }
}

/** How goods reach the customer without a carrier: brought, picked up, or nothing to carry. */
export const OTHER_WAYS = ['city', 'pickup', 'virtual'] as const
export type OtherWay = (typeof OTHER_WAYS)[number]

/** A parcel on its way, with what is in it; or all of an order that went another way. */
export type Shipment = {
  /** Empty, like the number, when it went another way. */
  carrier: string
  trackingNumber: string
  at: Instant
  lines: { key: string; quantity: number }[]
  /** Not by a carrier: then it is the whole order. */
  way?: OtherWay
  /** Who brings it, or where and when it can be picked up. */
  note?: string
  /** What was said before it was corrected. */
  corrected?: { carrier: string; trackingNumber: string; at: Instant }
}

/** How often the customer has asked for an order to be sent, and when last. */
export type Urged = { at: Instant; times: number }

/** Why an order was closed. */
export type CloseReason = 'CANCELLED' | 'NOT_PAID_IN_TIME' | 'REFUNDED'

/** What an order has used up and closing it restores. */
export type OrderUses = {
  grantId: string | null
  points: number
  /** Pieces of products, and uses of promotions, that are limited per member. */
  products: Record<string, number>
  promotions: Record<string, number>
  activityPieces: ActivityPieces[]
}

/** The reviews of an order's lines, by line key: the first text, or a follow-up as well. */
export type ReviewMarks = Record<string, 'written' | 'appended'>

/** What refunds have taken back so far. */
export type RefundTotals = {
  freightFen: Fen
  /** Kept back for gifts that stayed, and what the shop has waived of it. */
  deductedFen: Fen
  waivedFen: Fen
  points: number
  clawedPoints: number
  clawedGrowth: number
}

/** An order. Its id was minted on the phone and is also the payment's `out_trade_no`. */
export type Order = {
  id: string
  memberId: string
  channel: Channel
  version: number
  state: OrderState
  lines: OrderLine[]
  quote: Pick<Quote, 'goodsFen' | 'freightFen' | 'totalFen' | 'adjustments'>
  uses: OrderUses
  earns: { points: number; growth: number }
  /** All money refunded, freight included. */
  refundedFen: Fen
  takenBack: RefundTotals
  remark: string
  placedAt: Instant
  /** When the sweep closes, confirms or completes it, unless that has happened before. */
  dueAt: Instant | null
  /** When the customer is reminded of an unpaid order. */
  remindAt: Instant | null
  /** When a payment was begun and no callback has come: the sweep queries the provider. */
  paymentBegunAt: Instant | null
  paidAt: Instant | null
  transactionId: string | null
  shipments: Shipment[]
  /** The confirmation can be put off once. */
  isExtended: boolean
  receivedAt: Instant | null
  completedAt: Instant | null
  closedAt: Instant | null
  closeReason: CloseReason | null
  /** Why its customer cancelled it, if they said so. */
  cancelReason?: CancelReason
  /** When its customer asked for it to be sent; absent if never. */
  urged?: Urged
  /** When its customer last had it sent elsewhere. */
  addressChangedAt?: Instant
  /** What the staff have noted for themselves; customers never see it. */
  staffNote?: StaffNote
}

/** A note of the staff, and when it was last written. */
export type StaffNote = { text: string; at: Instant }

/** Nothing used. */
export const NO_USES: OrderUses = {
  grantId: null,
  points: 0,
  products: {},
  promotions: {},
  activityPieces: [],
}

/** Nothing taken back. */
export const NO_REFUNDS: RefundTotals = {
  freightFen: 0,
  deductedFen: 0,
  waivedFen: 0,
  points: 0,
  clawedPoints: 0,
  clawedGrowth: 0,
}

/** The fields of an order to which nothing has happened yet. */
export const NEW_ORDER_FIELDS = {
  refundedFen: 0,
  takenBack: NO_REFUNDS,
  remindAt: null,
  paymentBegunAt: null,
  paidAt: null,
  transactionId: null,
  shipments: [],
  isExtended: false,
  receivedAt: null,
  completedAt: null,
  closedAt: null,
  closeReason: null,
} satisfies Partial<Order>

/** The counts of a line to which nothing has happened yet. */
export const NEW_LINE_COUNTS = {
  shipped: 0,
  cancelled: 0,
  asked: 0,
  withheld: 0,
  refunded: { quantity: 0, fen: 0 },
} satisfies Partial<OrderLine>

/** The moment by which a new order must be paid. */
export const paymentDueAt = (placedAt: Instant, program: Program): Instant =>
  placedAt + program.payWithinMinutes * MINUTE_MS

/** The moment to remind of an order that is not paid. */
export const paymentReminderAt = (placedAt: Instant, program: Program): Instant =>
  paymentDueAt(placedAt, program) - program.payReminderMinutes * MINUTE_MS

/** Whether a word may be an order's whole number: of the shop's own orders, or an imported one. */
export const isOrderNumber = (word: string): boolean => /^[0-9A-Za-z]{16,32}$/.test(word)

/** The moment by which a paid order is to be sent, as the shop has promised. */
export const shipBy = (paidAt: Instant, program: Program): Instant =>
  paidAt + program.shipWithinHours * HOUR_MS

/** The moment a shipped order confirms itself. */
export const autoConfirmAt = (shippedAt: Instant, program: Program): Instant =>
  shippedAt + program.autoConfirmDays * DAY_MS

/** The moment the after-sale window of a received order ends. */
export const completesAt = (receivedAt: Instant, program: Program): Instant =>
  receivedAt + program.afterSaleDays * DAY_MS

/** Pieces per SKU that an order takes from the stock: its goods and its gifts. */
export function piecesBySku(
  lines: readonly Pick<OrderLine, 'kind' | 'skuId' | 'quantity'>[],
): { skuId: string; quantity: number }[] {
  const pieces = new Map<string, number>()
  for (const { kind, skuId, quantity } of lines) {
    if (kind !== 'service') pieces.set(skuId, (pieces.get(skuId) ?? 0) + quantity)
  }
  return [...pieces].map(([skuId, quantity]) => ({ skuId, quantity }))
}

/** Pieces of a line that have been neither sent nor given up. */
export const unshippedPieces = ({ kind, quantity, shipped, cancelled }: OrderLine): number =>
  kind === 'service' ? 0 : quantity - shipped - cancelled

/** Whether nothing of an order is left to be sent: all of it was sent or given up. */
export const isAllSent = ({ lines }: Pick<Order, 'lines'>): boolean =>
  lines.every((line) => unshippedPieces(line) === 0)

/** Pieces of a line that the next parcel may contain: those asked back wait for the decision. */
export const piecesToShip = (line: OrderLine): number =>
  Math.max(0, unshippedPieces(line) - line.withheld)

/** Whether an order was paid, and not through this shop: imported, or paid by other means. */
export const isPaidOutside = ({
  quote,
  paidAt,
  transactionId,
}: Pick<Order, 'quote' | 'paidAt' | 'transactionId'>): boolean =>
  paidAt !== null && transactionId === null && quote.totalFen > 0

/** Whether something of the order is asked back and undecided. */
export const hasOpenAfterSale = ({ lines }: Pick<Order, 'lines'>): boolean =>
  lines.some((line) => line.asked > 0)
