import type {
  AfterSalesContract,
  AfterSaleView,
  ChangeRequestInput,
} from '@core/contract/after-sales'
import { changedAfterSale, toAfterSale } from '@core/data/after-sales/after-sales'
import { returnsMessage } from '@core/data/after-sales/outbox'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { enqueue } from '@core/data/outbox/outbox'
import type { Transaction } from '@core/data/transaction'
import { canChangeRequest, shopAnswerDueAt } from '@core/domain/after-sales/after-sale'
import { withEndedRequest } from '@core/domain/after-sales/decided-state'
import { piecesToStock } from '@core/domain/after-sales/returned-pieces'
import { fail, ok, type Result } from '@core/kernel/result'
import { isSameValue } from '@core/kernel/same-value'
import type { Context } from '@core/operations/context'
import { reportAllSent } from '@core/operations/orders/report-shipping'
import { askedFields, askedRefusal } from './asked-fields'
import { findOwnAfterSale } from './find-own-after-sale'
import { requestError } from './options'
import { type AfterSaleAndOrder, withRequestedPieces } from './steps'
import { afterSaleView } from './views'

type ChangeError = AfterSalesContract['afterSales.change']['error']

/**
 * Changes a request of the caller's on which the shop has not decided, as if it had been withdrawn
 * and made anew: the same bounds hold, the order follows, and the shop's time to answer begins
 * again. What it says already changes nothing, so the call may be repeated.
 */
export async function changeRequest(
  ctx: Context,
  input: ChangeRequestInput,
): Promise<Result<AfterSaleView, ChangeError>> {
  const own = await findOwnAfterSale(ctx, input.afterSaleId)
  if (!own.ok) return own
  const order = await ctx.db.get('orders', own.value.orderId)
  if (!order) return fail({ code: 'NOT_FOUND' })
  const refusal = await askedRefusal(ctx, order, input)
  if (refusal) return fail(refusal)
  const changed = await ctx.db.transact((transaction) => changeIn(transaction, ctx, input))
  if (!changed.ok) return changed
  return ok(await afterSaleView(ctx, changed.value.afterSale, changed.value.order))
}

async function changeIn(
  transaction: Transaction,
  ctx: Context,
  { afterSaleId, version, ...asked }: ChangeRequestInput,
): Promise<Result<AfterSaleAndOrder, ChangeError>> {
  const document = await transaction.get('afterSales', afterSaleId)
  const orderDocument = document && (await transaction.get('orders', document.orderId))
  if (!document || !orderDocument) return fail({ code: 'NOT_FOUND' })
  const { state } = document
  if (!canChangeRequest(document)) return fail({ code: 'AFTER_SALE_WRONG_STATE', state })
  const { now: at, program } = ctx
  const before = toOrder(orderDocument)
  const { order: freed, givenUp } = withEndedRequest(before, document.lines, { at, program })
  const error = requestError(freed, asked.kind, asked.lines)
  if (error) return fail(error)
  const fields = askedFields(freed, asked)
  if (saysAlready(document, fields)) return ok({ afterSale: document, order: orderDocument })
  if (document.version !== version) return fail({ code: 'REQUEST_CHANGED' })
  const after = withRequestedPieces(freed, fields.lines, 1)
  const order = changedOrder(orderDocument, after)
  await transaction.put('orders', order)
  if (givenUp.length > 0) {
    const pieces = piecesToStock(before, givenUp)
    // Not the id under which the request itself may give back more later.
    const refundId = `${afterSaleId}v${version}`
    const returns = { refundId, orderId: before.id, pieces, grantId: null, by: null }
    await enqueue(transaction, returnsMessage(returns), at)
  }
  await reportAllSent(transaction, { before, after }, at)
  const afterSale = changedAfterSale({
    ...toAfterSale(document),
    ...fields,
    changedAt: at,
    dueAt: shopAnswerDueAt(at, program),
  })
  await transaction.put('afterSales', afterSale)
  return ok({ afterSale, order })
}

/** Whether a request says all that it is to say. */
const saysAlready = <T extends object>(document: T, fields: Partial<T>): boolean =>
  Object.entries(fields).every(([name, value]) => isSameValue(document[name as keyof T], value))
