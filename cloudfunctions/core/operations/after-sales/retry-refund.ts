import { toAfterSale } from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import { refundMessage } from '@core/data/after-sales/outbox'
import { enqueueAgain } from '@core/data/outbox/outbox'
import { nextAfterSaleState, refundNumber } from '@core/domain/after-sales/after-sale'
import { fail, ok, type Result } from '@core/kernel/result'
import type { AfterSaleInput, AfterSaleWrongState } from '../../contract/after-sales'
import type { NotFound } from '../../contract/errors'
import type { AfterSaleRow, RefundStuck } from '../../contract/staff-after-sales'
import type { Context } from '../context'
import { deliverRefundNow } from './decide'
import { settleRefund } from './settle-refund'
import { rowOf } from './show-after-sales'
import { advanceAfterSale } from './steps'

type RetryError = NotFound | AfterSaleWrongState | RefundStuck

/**
 * Retries a refund that failed. The provider is asked first: a refund that succeeded meanwhile is
 * settled; one that it closed is sent under a new number (WeChat Pay API v3, refunds: a closed
 * number cannot be used again), one that it never received under the same number; one that is stuck
 * with the customer's bank must be handled on the merchant platform.
 */
export async function retryRefund(
  ctx: Context,
  { afterSaleId }: AfterSaleInput,
): Promise<Result<AfterSaleRow, RetryError>> {
  const found = await ctx.db.get('afterSales', afterSaleId)
  if (!found) return fail({ code: 'NOT_FOUND' })
  if (found.state !== 'refunding' && nextAfterSaleState(found.state, 'retry') === null) {
    return fail({ code: 'AFTER_SALE_WRONG_STATE', state: found.state })
  }
  const number = refundNumber(toAfterSale(found))
  const asked = await ctx.payment.queryRefund(number)
  if (!asked.ok) return fail({ code: 'REFUND_STUCK', reason: asked.error.reason })
  const status = asked.value?.status ?? null
  if (status === 'ABNORMAL' || status === 'UNKNOWN') {
    return fail({ code: 'REFUND_STUCK', reason: status })
  }
  if (status === 'SUCCESS' && asked.value) await settleRefund(ctx, asked.value)
  else if (found.state === 'refundFailed') await resend(ctx, found, status === 'CLOSED')
  const now = (await ctx.db.get('afterSales', afterSaleId)) ?? found
  return ok(await rowOf(ctx, now))
}

/** Sends the refund again, under a new number when the provider has closed the old one. */
async function resend(ctx: Context, found: AfterSaleDocument, isClosed: boolean): Promise<void> {
  const refundTry = found.refundTry + (isClosed ? 1 : 0)
  const refundId = refundNumber({ id: found._id, refundTry })
  const order = await ctx.db.get('orders', found.orderId)
  const moved = await ctx.db.transact(async (transaction) => {
    const changes = { refundTry, dueAt: ctx.now }
    const one = await advanceAfterSale(transaction, found._id, { event: 'retry', changes })
    if (!one.ok || !order) return one
    const { orderId, refundFen: fen } = one.value
    const money = { refundId, orderId, fen, totalFen: order.quote.totalFen }
    await enqueueAgain(transaction, refundMessage(money), ctx.now)
    return one
  })
  if (!moved.ok) return
  await deliverRefundNow(ctx, refundId)
}
