import type { StaffOrderView } from '@core/contract/orders'
import type { ShipError, ShipInput } from '@core/contract/shipping'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { claimNumber, ordersByNumber } from '@core/data/orders/tracking-numbers'
import type { Transaction } from '@core/data/transaction'
import { nextOrderState, type Order, piecesToShip, type Shipment } from '@core/domain/orders/order'
import { markShipped, parcelError } from '@core/domain/orders/transitions'
import { PARCEL_LINES_MAX, PARCELS_MAX } from '@core/kernel/limits'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '../context'
import { notifyOfShipment, reportParcel } from './report-shipping'
import { staffView } from './staff-orders'

/**
 * Ships a parcel of an order: the given lines, or all remaining ones. The outbox informs WeChat and
 * the customer. Idempotent by tracking number.
 */
export async function shipOrder(
  ctx: Context,
  input: ShipInput,
): Promise<Result<StaffOrderView, ShipError>> {
  const sent = await shipParcel(ctx, input)
  return sent.ok ? ok(await staffView(ctx, sent.value)) : sent
}

/** The same, answered with the order as it is stored. */
export async function shipParcel(
  ctx: Context,
  input: ShipInput,
): Promise<Result<OrderDocument, ShipError>> {
  const used = (await ordersByNumber(ctx.db, [input.trackingNumber])).get(input.trackingNumber)
  if (used !== undefined && used !== input.orderId) {
    return fail({ code: 'NUMBER_USED', orderId: used })
  }
  return ctx.db.transact((transaction) => shipIn(transaction, ctx, input))
}

async function shipIn(
  transaction: Transaction,
  ctx: Context,
  input: ShipInput,
): Promise<Result<OrderDocument, ShipError>> {
  const { orderId, carrier, trackingNumber } = input
  const document = await transaction.get('orders', orderId)
  if (!document) return fail({ code: 'NOT_FOUND' })
  const order = toOrder(document)
  if (hasParcel(order, trackingNumber)) return ok(document)
  const error = shipError(order, input)
  if (error) return fail(error)
  const used = await claimNumber(transaction, { trackingNumber, orderId })
  if (used !== null) return fail({ code: 'NUMBER_USED', orderId: used })
  const lines = input.lines ?? leftToShip(order)
  const shipment = { carrier, trackingNumber, at: ctx.now, lines }
  const changed = changedOrder(document, markShipped(order, shipment, ctx.program))
  await transaction.put('orders', changed)
  const after = toOrder(changed)
  await reportParcel(transaction, { before: order, after }, ctx.now)
  await notifyOfShipment(transaction, { order: after, shipment }, ctx.now)
  return ok(changed)
}

/** Whether a parcel of the order has this number: shipping it again changes nothing. */
export const hasParcel = ({ shipments }: Pick<Order, 'shipments'>, number: string): boolean =>
  shipments.some(({ trackingNumber }) => trackingNumber === number)

/** The first reason why an order cannot be shipped, or not with these pieces in a parcel. */
export function shipError(
  order: Order,
  { lines }: Pick<ShipInput, 'lines'>,
): Exclude<ShipError, { code: 'NUMBER_USED' | 'NOT_FOUND' }> | null {
  if (nextOrderState(order.state, 'shipAll') === null) {
    return { code: 'WRONG_STATE', state: order.state }
  }
  const parcel = lines ?? leftToShip(order)
  const max = mostParcels(order, parcel)
  return (
    parcelError(order, parcel) ??
    (order.shipments.length >= max ? { code: 'TOO_MANY_PARCELS', max } : null)
  )
}

/** With many lines named in its parcels already, the next parcel must be the last. */
function mostParcels(order: Order, parcel: Shipment['lines']): number {
  const named = order.shipments.reduce((all, { lines }) => all + lines.length, parcel.length)
  const sent = parcel.reduce((all, { quantity }) => all + quantity, 0)
  const isLast = sent === leftToShip(order).reduce((all, { quantity }) => all + quantity, 0)
  if (named <= PARCEL_LINES_MAX || isLast) return PARCELS_MAX
  return Math.min(PARCELS_MAX, order.shipments.length)
}

/** All pieces that the next parcel may contain. */
export const leftToShip = ({ lines }: Order): Shipment['lines'] =>
  lines.flatMap((line) => {
    const quantity = piecesToShip(line)
    return quantity > 0 ? [{ key: line.key, quantity }] : []
  })
