import { afterSaleDocument } from '@core/data/after-sales/after-sales'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { type AfterSale, shopAnswerDueAt } from '@core/domain/after-sales/after-sale'
import { isPaidOutside, type Order } from '@core/domain/orders/order'
import { fail, ok, type Result } from '@core/kernel/result'
import { findOwnOrder } from '@core/operations/orders/find-own-order'
import { hasParcel } from '@core/operations/orders/ship-order'
import type {
  AfterSaleInput,
  AfterSaleParcelInput,
  AfterSaleView,
  RequestError,
  RequestInput,
} from '../../contract/after-sales'
import type { NumberUsed } from '../../contract/shipping'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { askedFields, askedRefusal } from './asked-fields'
import { findOwnAfterSale } from './find-own-after-sale'
import { requestError } from './options'
import {
  type AfterSaleAndOrder,
  advanceAfterSale,
  endAfterSale,
  type StepError,
  withRequestedPieces,
} from './steps'
import { afterSaleView } from './views'

/**
 * Requests an after-sale for lines of the caller's order. Services and gifts that belong to them
 * are added; an unshipped order is not shipped until the shop has decided. The phone chooses the
 * id, so a repeated call returns the same after-sale.
 */
export async function requestAfterSale(
  ctx: Context,
  input: RequestInput,
): Promise<Result<AfterSaleView, RequestError>> {
  const own = await findOwnOrder(ctx, input.orderId)
  if (!own.ok) return own
  const refusal = await askedRefusal(ctx, own.value, input)
  if (refusal) return fail(refusal)
  const requested = await ctx.db.transact((transaction) => requestIn(transaction, ctx, input))
  if (!requested.ok) return requested
  const { afterSale, order } = requested.value
  return ok(await afterSaleView(ctx, afterSale, order))
}

async function requestIn(
  transaction: Transaction,
  ctx: Context,
  input: RequestInput,
): Promise<Result<AfterSaleAndOrder, RequestError>> {
  const document = await transaction.get('orders', input.orderId)
  if (!document) return fail({ code: 'NOT_FOUND' })
  const existing = await transaction.get('afterSales', input.afterSaleId)
  if (existing) {
    const isSame = existing.orderId === input.orderId
    return isSame
      ? ok({ afterSale: existing, order: document })
      : fail({ code: 'AFTER_SALE_ID_TAKEN' })
  }
  const order = toOrder(document)
  const error = requestError(order, input.kind, input.lines)
  if (error) return fail(error)
  const afterSale = newAfterSale(ctx, order, input)
  const changed = changedOrder(document, withRequestedPieces(order, afterSale.lines, 1))
  await transaction.put('orders', changed)
  const written = afterSaleDocument(afterSale)
  await transaction.add('afterSales', written)
  return ok({ afterSale: written, order: changed })
}

function newAfterSale(ctx: Context, order: Order, input: RequestInput): AfterSale {
  const { afterSaleId: id, orderId, ...asked } = input
  return {
    ...askedFields(order, asked),
    id,
    orderId,
    memberId: order.memberId,
    version: 1,
    state: 'requested',
    withFreight: false,
    isOutside: isPaidOutside(order),
    refundTry: 1,
    refusal: '',
    returnParcel: null,
    exchangeParcel: null,
    isRestocked: false,
    requestedAt: ctx.now,
    dueAt: shopAnswerDueAt(ctx.now, ctx.program),
    decidedAt: null,
    receivedAt: null,
    finishedAt: null,
  }
}

/** The caller withdraws a request; its pieces can be requested again. */
export async function withdrawAfterSale(
  ctx: Context,
  { afterSaleId }: AfterSaleInput,
): Promise<Result<AfterSaleView, StepError>> {
  const own = await findOwnAfterSale(ctx, afterSaleId)
  if (!own.ok) return own
  const ended = await ctx.db.transact((transaction) =>
    endAfterSale(transaction, ctx, { afterSaleId, event: 'withdraw', refusal: '' }),
  )
  if (!ended.ok) return ended
  return ok(await afterSaleView(ctx, ended.value.afterSale, ended.value.order))
}

/** Records the parcel in which the caller has sent the goods back. */
export async function sendBack(
  ctx: Context,
  { afterSaleId, carrier, trackingNumber }: AfterSaleParcelInput,
): Promise<Result<AfterSaleView, StepError | NumberUsed>> {
  const own = await findOwnAfterSale(ctx, afterSaleId)
  if (!own.ok) return own
  const order = await ctx.db.get('orders', own.value.orderId)
  if (!order) return fail({ code: 'NOT_FOUND' })
  if (hasParcel(toOrder(order), trackingNumber)) {
    return fail({ code: 'NUMBER_USED', orderId: order._id })
  }
  const returnParcel = { carrier, trackingNumber, at: ctx.now }
  const sent = await ctx.db.transact((transaction) =>
    advanceAfterSale(transaction, afterSaleId, {
      event: 'sendBack',
      changes: { returnParcel, dueAt: shopAnswerDueAt(ctx.now, ctx.program) },
    }),
  )
  return sent.ok ? ok(await afterSaleView(ctx, sent.value, order)) : sent
}
