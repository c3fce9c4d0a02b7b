import { DAY_MS, MINUTE_MS, type Instant } from './calendar'
import type { Channel } from './facts'
import type { Fen } from './money'
import type { Quote } from './pricing'
import type { Program } from './program'

/** The states of an order and what leads from one to the next. The table is the whole truth. */
export const ORDER_TRANSITIONS = {
  awaitingPayment: { pay: 'paid', cancel: 'closed', expire: 'closed' },
  paid: { ship: 'shipped' },
  shipped: { confirm: 'received', autoConfirm: 'received' },
  received: {},
  closed: {},
} as const satisfies Record<string, Record<string, string>>

export type OrderState = keyof typeof ORDER_TRANSITIONS
export type OrderEvent = 'pay' | 'cancel' | 'expire' | 'ship' | 'confirm' | 'autoConfirm'

/** All states, in the order a good order passes them. */
export const ORDER_STATES = Object.keys(ORDER_TRANSITIONS) as [OrderState, ...OrderState[]]

/** The state an event leads to, or `null` when the table forbids it. */
export function nextState(state: OrderState, event: OrderEvent): OrderState | null {
  const exits: Partial<Record<OrderEvent, OrderState>> = ORDER_TRANSITIONS[state]
  return exits[event] ?? null
}

/** What happens next, for the line that every order page shows. */
export const NEXT_STEPS = {
  awaitingPayment: 'PAY',
  paid: 'WAIT_FOR_SHIPPING',
  shipped: 'CONFIRM_RECEIPT',
  received: 'BUY_AGAIN',
  closed: 'BUY_AGAIN',
} as const satisfies Record<OrderState, string>

export type NextStep = (typeof NEXT_STEPS)[OrderState]

/** A line as it was when ordered: later changes of the product do not reach it. */
export type OrderLine = {
  skuId: string
  productId: string
  title: string
  spec: string
  picture: string
  unitFen: Fen
  quantity: number
  amountFen: Fen
}

/** Where a parcel goes. */
export type Address = {
  name: string
  phone: string
  province: string
  city: string
  district: string
  street: string
}

/** A parcel on its way. */
export type Shipment = { carrier: string; trackingNumber: string; at: Instant }

/** Why an order was closed. */
export type CloseReason = 'CANCELLED' | 'NOT_PAID_IN_TIME'

/** An order. Its id was minted on the phone and is also the payment's `out_trade_no`. */
export type Order = {
  id: string
  memberId: string
  channel: Channel
  version: number
  state: OrderState
  lines: OrderLine[]
  quote: Pick<Quote, 'goodsFen' | 'freightFen' | 'totalFen' | 'adjustments'>
  earns: { points: number; growth: number }
  refundedFen: Fen
  remark: string
  placedAt: Instant
  /** When the sweep acts if nobody else does: closes it unpaid, or confirms it. */
  dueAt: Instant | null
  paidAt: Instant | null
  transactionId: string | null
  shipment: Shipment | null
  receivedAt: Instant | null
  closedAt: Instant | null
  closeReason: CloseReason | null
}

/** The moment by which a new order must be paid. */
export const payBy = (placedAt: Instant, program: Program): Instant =>
  placedAt + program.payWithinMinutes * MINUTE_MS

/** The moment a shipped order confirms itself. */
export const confirmBy = (shippedAt: Instant, program: Program): Instant =>
  shippedAt + program.autoConfirmDays * DAY_MS

type Paid = { at: Instant; transactionId: string; earns: Order['earns'] }

/** The order after its payment, with what it earned. */
export const paid = (order: Order, { at, transactionId, earns }: Paid): Order => ({
  ...advance(order, 'pay'),
  paidAt: at,
  dueAt: null,
  transactionId,
  earns,
})

/** The order on its way. */
export const shipped = (order: Order, shipment: Shipment, program: Program): Order => ({
  ...advance(order, 'ship'),
  shipment,
  dueAt: confirmBy(shipment.at, program),
})

/** The order in the customer's hands. */
export const received = (
  order: Order,
  how: { event: 'confirm' | 'autoConfirm'; at: Instant },
): Order => ({ ...advance(order, how.event), receivedAt: how.at, dueAt: null })

/** The order that will not be paid. */
export const closed = (order: Order, why: { reason: CloseReason; at: Instant }): Order => ({
  ...advance(order, why.reason === 'CANCELLED' ? 'cancel' : 'expire'),
  closedAt: why.at,
  closeReason: why.reason,
  dueAt: null,
})

/** Moves an order along the table; a forbidden move is a bug of the caller and throws. */
function advance(order: Order, event: OrderEvent): Order {
  const state = nextState(order.state, event)
  if (state === null) throw new Error(`order ${order.id}: ${event} is forbidden in ${order.state}`)
  return { ...order, state }
}
