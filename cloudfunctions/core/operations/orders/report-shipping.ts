import { notificationMessage } from '@core/data/notifications/outbox'
import { correctionMessage, shippingInfoMessage } from '@core/data/orders/outbox'
import { enqueue } from '@core/data/outbox/outbox'
import type { Transaction } from '@core/data/transaction'
import { isAllSent, type Order, type OtherWay, type Shipment } from '@core/domain/orders/order'
import type { Instant } from '@core/kernel/calendar'
import { goodsText, orderPage } from './views'

type Change = { before: Order; after: Order }

/** Reports a parcel to WeChat, which settles only shipped orders. */
export async function reportParcel(
  transaction: Transaction,
  { before, after }: Change,
  now: Instant,
): Promise<void> {
  if (isAllSent(after)) return reportAllSent(transaction, { before, after }, now)
  const { id: orderId, shipments } = after
  const report = { orderId, parcels: shipments.length, isComplete: false, isSplit: true }
  await enqueue(transaction, shippingInfoMessage(report), now)
}

/**
 * Reports to WeChat that nothing of an order is left to be sent, when a change has brought that
 * about: the last parcel, or a refund of what was not sent. WeChat withholds the money until then.
 * Of an order that was paid back in full it withholds nothing.
 */
export async function reportAllSent(
  transaction: Transaction,
  { before, after }: Change,
  now: Instant,
): Promise<void> {
  if (isAllSent(before) || !isAllSent(after) || !needsReport(after)) return
  const { id: orderId, shipments } = after
  const isSplit = before.shipments.length > 0
  const report = { orderId, parcels: shipments.length, isComplete: true, isSplit }
  await enqueue(transaction, shippingInfoMessage(report), now)
}

/**
 * Reports to WeChat that what was said of a parcel was wrong. Of a complete order that is the one
 * correction that WeChat takes.
 */
export async function reportCorrection(
  transaction: Transaction,
  order: Order,
  now: Instant,
): Promise<void> {
  if (!needsReport(order)) return
  const isComplete = isAllSent(order)
  const isSplit = !isComplete || order.shipments.length > 1
  const report = { orderId: order.id, parcels: order.shipments.length, isComplete, isSplit }
  await enqueue(transaction, correctionMessage(report), now)
}

/** Whether WeChat holds money for it: paid there, and not all of it paid back. */
const needsReport = ({ transactionId, refundedFen, quote }: Order): boolean =>
  transactionId !== null && refundedFen < quote.totalFen

/** How the customer is told of an order that no carrier brings. */
const OTHER_WAY_WORDS: Record<OtherWay, string> = {
  city: '同城配送',
  pickup: '到店自提',
  virtual: '无需物流',
}

type Told = { order: Order; shipment: Shipment; isCorrected?: boolean }

/** Informs the customer, if they subscribed. */
export async function notifyOfShipment(
  transaction: Transaction,
  { order, shipment, isCorrected = false }: Told,
  now: Instant,
): Promise<void> {
  const { id: orderId, memberId, lines, shipments } = order
  const { carrier, trackingNumber, way } = shipment
  const notification = notificationMessage({
    template: 'shipped',
    memberId,
    cause: `${orderId}:${isCorrected ? 'corrected' : shipments.length}`,
    page: orderPage(orderId),
    fields: {
      goods: goodsText(lines),
      carrier: way ? OTHER_WAY_WORDS[way] : carrier,
      number: way ? orderId : trackingNumber,
    },
  })
  await enqueue(transaction, notification, now)
}
