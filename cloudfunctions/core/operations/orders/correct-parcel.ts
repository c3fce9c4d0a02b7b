import type { NotFound } from '@core/contract/errors'
import type { StaffOrderView, WrongState } from '@core/contract/orders'
import type { CorrectParcelInput, NumberUsed } from '@core/contract/shipping'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { claimNumber, ordersByNumber, releaseNumber } from '@core/data/orders/tracking-numbers'
import type { Transaction } from '@core/data/transaction'
import {
  type CorrectionError,
  correctShipment,
  hasCorrection,
} from '@core/domain/orders/transitions'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '../context'
import { notifyOfShipment, reportCorrection } from './report-shipping'
import { staffView } from './staff-orders'

type Failure = NotFound | WrongState | CorrectionError | NumberUsed

/**
 * Corrects the carrier and number of a parcel on its way, once per order: WeChat takes one
 * correction per payment, and none after the receipt (WeChat docs, uploadShippingInfo). Customer
 * and WeChat are told. Idempotent: with what the parcel has already nothing changes.
 */
export async function correctParcel(
  ctx: Context,
  input: CorrectParcelInput,
): Promise<Result<StaffOrderView, Failure>> {
  const { orderId, trackingNumber } = input
  const used = (await ordersByNumber(ctx.db, [trackingNumber])).get(trackingNumber)
  if (used !== undefined && used !== orderId) return fail({ code: 'NUMBER_USED', orderId: used })
  const corrected = await ctx.db.transact((transaction) => correctIn(transaction, ctx, input))
  return corrected.ok ? ok(await staffView(ctx, corrected.value)) : corrected
}

async function correctIn(
  transaction: Transaction,
  ctx: Context,
  { orderId, at, carrier, trackingNumber }: CorrectParcelInput,
): Promise<Result<OrderDocument, Failure>> {
  const document = await transaction.get('orders', orderId)
  const order = document && toOrder(document)
  const parcel = order?.shipments[at]
  if (!order || !parcel || parcel.way) return fail({ code: 'NOT_FOUND' })
  if (parcel.carrier === carrier && parcel.trackingNumber === trackingNumber) return ok(document)
  if (order.state !== 'shipped' && order.state !== 'partlyShipped') {
    return fail({ code: 'WRONG_STATE', state: order.state })
  }
  if (hasCorrection(order)) return fail({ code: 'ALREADY_CORRECTED' })
  if (parcel.trackingNumber !== trackingNumber) {
    const isOther = order.shipments.some((one) => one.trackingNumber === trackingNumber)
    const used = isOther ? orderId : await claimNumber(transaction, { trackingNumber, orderId })
    if (used !== null) return fail({ code: 'NUMBER_USED', orderId: used })
    await releaseNumber(transaction, { trackingNumber: parcel.trackingNumber, orderId })
  }
  const right = { carrier, trackingNumber, now: ctx.now }
  const changed = changedOrder(document, correctShipment(order, at, right))
  await transaction.put('orders', changed)
  const after = toOrder(changed)
  await reportCorrection(transaction, after, ctx.now)
  const shipment = { ...parcel, carrier, trackingNumber }
  await notifyOfShipment(transaction, { order: after, shipment, isCorrected: true }, ctx.now)
  return ok(changed)
}
