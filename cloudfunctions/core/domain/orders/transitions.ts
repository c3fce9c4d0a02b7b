import { DAY_MS, type Instant } from '@core/kernel/calendar'
import type { Program } from '@core/kernel/settings'
import type { CancelReason } from './cancel-reason'
import {
  autoConfirmAt,
  completesAt,
  isAllSent,
  nextOrderState,
  type Order,
  type OrderEvent,
  piecesToShip,
  type Shipment,
} from './order'

type Payment = { at: Instant; transactionId: string | null; earns: Order['earns'] }

/** The order after its payment, with what it earned. */
export const markPaid = (order: Order, { at, transactionId, earns }: Payment): Order => ({
  ...transitionOrder(order, 'pay'),
  paidAt: at,
  dueAt: null,
  remindAt: null,
  paymentBegunAt: null,
  transactionId,
  earns,
})

/** Why a parcel cannot be what it is said to be: too many pieces, none, or a line twice. */
export type ParcelError = { code: 'PARCEL_MISMATCH'; key: string }

/** The first error of a parcel; `null` when it can be sent. */
export function parcelError(order: Order, parcel: Shipment['lines']): ParcelError | null {
  const wrong = parcel.find(({ key, quantity }, at) => {
    const line = order.lines.find((one) => one.key === key)
    const isTwice = parcel.findIndex((one) => one.key === key) < at
    const isCount = Number.isInteger(quantity) && quantity >= 1
    return !line || isTwice || !isCount || quantity > piecesToShip(line)
  })
  if (parcel.length === 0) return { code: 'PARCEL_MISMATCH', key: '' }
  return wrong ? { code: 'PARCEL_MISMATCH', key: wrong.key } : null
}

/** The order with one more parcel on its way; it is shipped when nothing is left to send. */
export function markShipped(order: Order, shipment: Shipment, program: Program): Order {
  const sent = new Map(shipment.lines.map((line) => [line.key, line.quantity]))
  const lines = order.lines.map((line) => ({
    ...line,
    shipped: line.shipped + (sent.get(line.key) ?? 0),
  }))
  const isAll = isAllSent({ lines })
  return {
    ...transitionOrder(order, isAll ? 'shipAll' : 'shipPart'),
    lines,
    shipments: [...order.shipments, shipment],
    dueAt: isAll ? autoConfirmAt(shipment.at, program) : null,
  }
}

/** Why what was said of a parcel cannot be corrected any more. */
export type CorrectionError = { code: 'ALREADY_CORRECTED' }

/** Whether one of the order's parcels was corrected: WeChat takes one correction per payment. */
export const hasCorrection = ({ shipments }: Pick<Order, 'shipments'>): boolean =>
  shipments.some(({ corrected }) => corrected !== undefined)

/** The order with another carrier and number of one parcel, and what was said before. */
export const correctShipment = (
  order: Order,
  at: number,
  { now, ...right }: { carrier: string; trackingNumber: string; now: Instant },
): Order => ({
  ...order,
  shipments: order.shipments.map((one, index) => {
    if (index !== at) return one
    const { carrier, trackingNumber } = one
    return { ...one, ...right, corrected: { carrier, trackingNumber, at: now } }
  }),
})

/** The shipped order that confirms itself some days later; once. */
export const extendConfirmation = (order: Order, program: Program): Order => ({
  ...order,
  isExtended: true,
  dueAt: (order.dueAt ?? 0) + program.extendConfirmDays * DAY_MS,
})

/** The order in the customer's hands; from now on the after-sale window runs. */
export const markReceived = (
  order: Order,
  how: { event: 'confirm' | 'autoConfirm'; at: Instant },
  program: Program,
): Order => ({
  ...transitionOrder(order, how.event),
  receivedAt: how.at,
  dueAt: completesAt(how.at, program),
})

/** The order whose after-sale window has ended. */
export const markCompleted = (order: Order, at: Instant): Order => ({
  ...transitionOrder(order, 'complete'),
  completedAt: at,
  dueAt: null,
})

/** The order that will not be paid. */
export const closeUnpaidOrder = (
  order: Order,
  why: { reason: 'CANCELLED' | 'NOT_PAID_IN_TIME'; cancelReason?: CancelReason; at: Instant },
): Order => ({
  ...transitionOrder(order, why.reason === 'CANCELLED' ? 'cancel' : 'expire'),
  closedAt: why.at,
  closeReason: why.reason,
  ...(why.cancelReason && { cancelReason: why.cancelReason }),
  dueAt: null,
  remindAt: null,
  paymentBegunAt: null,
})

/** Moves an order along the table; a forbidden move is a bug of the caller and throws. */
export function transitionOrder(order: Order, event: OrderEvent): Order {
  const state = nextOrderState(order.state, event)
  if (state === null) throw new Error(`order ${order.id}: ${event} is forbidden in ${order.state}`)
  return { ...order, state }
}
