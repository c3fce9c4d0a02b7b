import type { NotFound } from '@core/contract/errors'
import type { StaffOrderView, WrongState } from '@core/contract/orders'
import type { NotWhole, OtherWayInput } from '@core/contract/shipping'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import type { Transaction } from '@core/data/transaction'
import { isAllSent, nextOrderState } from '@core/domain/orders/order'
import { markShipped } from '@core/domain/orders/transitions'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '../context'
import { notifyOfShipment, reportParcel } from './report-shipping'
import { leftToShip } from './ship-order'
import { staffView } from './staff-orders'

type OtherWayError = NotFound | WrongState | NotWhole

/**
 * Hands over a whole order without a carrier: brought within the city, picked up, or without
 * anything to carry. WeChat takes no part of an order this way. Idempotent by the way.
 */
export async function shipOtherWay(
  ctx: Context,
  input: OtherWayInput,
): Promise<Result<StaffOrderView, OtherWayError>> {
  const sent = await ctx.db.transact((transaction) => shipIn(transaction, ctx, input))
  return sent.ok ? ok(await staffView(ctx, sent.value)) : sent
}

async function shipIn(
  transaction: Transaction,
  ctx: Context,
  { orderId, way, note }: OtherWayInput,
): Promise<Result<OrderDocument, OtherWayError>> {
  const document = await transaction.get('orders', orderId)
  if (!document) return fail({ code: 'NOT_FOUND' })
  const order = toOrder(document)
  if (order.shipments.some((one) => one.way === way)) return ok(document)
  if (nextOrderState(order.state, 'shipAll') === null) {
    return fail({ code: 'WRONG_STATE', state: order.state })
  }
  const lines = leftToShip(order)
  if (order.shipments.length > 0 || lines.length === 0) return fail({ code: 'NOT_WHOLE' })
  const shipment = { carrier: '', trackingNumber: '', at: ctx.now, lines, way, note }
  const shipped = markShipped(order, shipment, ctx.program)
  if (!isAllSent(shipped)) return fail({ code: 'NOT_WHOLE' })
  const changed = changedOrder(document, shipped)
  await transaction.put('orders', changed)
  const after = toOrder(changed)
  await reportParcel(transaction, { before: order, after }, ctx.now)
  await notifyOfShipment(transaction, { order: after, shipment }, ctx.now)
  return ok(changed)
}
