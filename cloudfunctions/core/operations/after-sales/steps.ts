import { changedAfterSale, toAfterSale } from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import { returnsMessage } from '@core/data/after-sales/outbox'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { enqueue } from '@core/data/outbox/outbox'
import {
  type AfterSale,
  type AfterSaleEvent,
  hasReached,
  nextAfterSaleState,
  transitionAfterSale,
} from '@core/domain/after-sales/after-sale'
import { withEndedRequest } from '@core/domain/after-sales/decided-state'
import { type AskedPieces, withAsked } from '@core/domain/after-sales/pieces'
import { piecesToStock } from '@core/domain/after-sales/returned-pieces'
import type { Order } from '@core/domain/orders/order'
import { transitionOrder } from '@core/domain/orders/transitions'
import { fail, ok, type Result } from '@core/kernel/result'
import { reportAllSent } from '@core/operations/orders/report-shipping'
import type { AfterSaleWrongState } from '../../contract/after-sales'
import type { NotFound } from '../../contract/errors'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'

export type StepError = NotFound | AfterSaleWrongState

/** An after-sale and its order after a step. */
export type AfterSaleAndOrder = { afterSale: AfterSaleDocument; order: OrderDocument }

/** The order with pieces of a request added (`sign` 1) or removed (-1). */
export function withRequestedPieces(
  order: Order,
  pieces: readonly AskedPieces[],
  sign: 1 | -1,
): Order {
  const next = { ...order, lines: withAsked(order.lines, pieces, sign) }
  return sign === 1 && order.state === 'paid' ? transitionOrder(next, 'requestRefund') : next
}

type Ending = {
  afterSaleId: string
  event: 'withdraw' | 'refuse' | 'expire'
  refusal: string
}

/** Ends an after-sale without a refund: its pieces can be requested again, the order continues. */
export async function endAfterSale(
  transaction: Transaction,
  ctx: Context,
  { afterSaleId, event, refusal }: Ending,
): Promise<Result<AfterSaleAndOrder, StepError>> {
  const document = await transaction.get('afterSales', afterSaleId)
  const orderDocument = document && (await transaction.get('orders', document.orderId))
  if (!document || !orderDocument) return fail({ code: 'NOT_FOUND' })
  if (hasReached(document.state, event)) return ok({ afterSale: document, order: orderDocument })
  if (nextAfterSaleState(document.state, event) === null) {
    return fail({ code: 'AFTER_SALE_WRONG_STATE', state: document.state })
  }
  const { now: at, program } = ctx
  const ended = transitionAfterSale(toAfterSale(document), event, {
    refusal,
    decidedAt: at,
    finishedAt: at,
  })
  const before = toOrder(orderDocument)
  const { order, givenUp } = withEndedRequest(before, document.lines, { at, program })
  const changed = changedOrder(orderDocument, order)
  await transaction.put('orders', changed)
  if (givenUp.length > 0) {
    const pieces = piecesToStock(before, givenUp)
    const returns = { refundId: afterSaleId, orderId: before.id, pieces, grantId: null, by: null }
    await enqueue(transaction, returnsMessage(returns), at)
  }
  await reportAllSent(transaction, { before, after: order }, at)
  const written = changedAfterSale(ended)
  await transaction.put('afterSales', written)
  return ok({ afterSale: written, order: changed })
}

/** A transition of an after-sale: its event, and the fields it changes. */
export type Step = { event: AfterSaleEvent; changes: Partial<AfterSale> }

/**
 * Applies a transition to an after-sale alone. Idempotent; `AFTER_SALE_WRONG_STATE` when its state
 * does not allow the event.
 */
export async function advanceAfterSale(
  transaction: Transaction,
  afterSaleId: string,
  { event, changes }: Step,
): Promise<Result<AfterSaleDocument, StepError>> {
  const document = await transaction.get('afterSales', afterSaleId)
  if (!document) return fail({ code: 'NOT_FOUND' })
  const { state } = document
  if (hasReached(state, event)) return ok(document)
  if (nextAfterSaleState(state, event) === null) {
    return fail({ code: 'AFTER_SALE_WRONG_STATE', state })
  }
  const written = changedAfterSale(transitionAfterSale(toAfterSale(document), event, changes))
  await transaction.put('afterSales', written)
  return ok(written)
}
