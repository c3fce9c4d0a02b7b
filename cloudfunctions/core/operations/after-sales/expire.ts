import { toAfterSale } from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import { refundMessageId } from '@core/data/after-sales/outbox'
import { refundNumber } from '@core/domain/after-sales/after-sale'
import { HOUR_MS } from '@core/kernel/calendar'
import { command } from '../../data/database'
import { describeError } from '../../data/failures'
import type { Context } from '../context'
import { endIn } from './request'
import { settleRefund } from './settle-refund'

/** After-sales that one run looks at. */
const PER_RUN = 100
/** How long until the provider is asked again about a refund on its way. */
const ASK_AGAIN_MS = HOUR_MS

/**
 * Looks after after-sales whose day has come: goods that were never sent back end their request,
 * and of a refund on its way the provider is asked. Answers how many requests ended.
 */
export async function expireAfterSales(ctx: Context): Promise<number> {
  const due = await ctx.db.find('afterSales', {
    where: { state: command.in(['agreed', 'refunding']), dueAt: command.lte(ctx.now) },
    orderBy: [['dueAt', 'asc']],
    limit: PER_RUN,
  })
  let ended = 0
  for (const one of due) {
    try {
      if (one.state === 'refunding') await askProvider(ctx, one)
      else ended += await expire(ctx, one)
    } catch (error) {
      ctx.log.error('after-sale-not-swept', { id: one._id, reason: describeError(error) })
    }
  }
  return ended
}

async function expire(ctx: Context, { _id: afterSaleId }: AfterSaleDocument): Promise<number> {
  const ended = await ctx.db.transact((transaction) =>
    endIn(transaction, ctx, { afterSaleId, event: 'expire', refusal: '' }),
  )
  return ended.ok ? 1 : 0
}

/** No notice came of a refund: the provider tells, or its message has been given up. */
async function askProvider(ctx: Context, document: AfterSaleDocument) {
  const { _id, orderId } = document
  const refundId = refundNumber(toAfterSale(document))
  const [asked, message] = await Promise.all([
    ctx.payment.queryRefund(refundId),
    ctx.db.get('outbox', refundMessageId(refundId)),
  ])
  if (asked.ok && asked.value !== null && asked.value.status !== 'PROCESSING') {
    return settleRefund(ctx, asked.value)
  }
  if (message?.state === 'failed') return settleRefund(ctx, { refundId, orderId, status: 'CLOSED' })
  await ctx.db.update('afterSales', { _id, state: 'refunding' }, { dueAt: ctx.now + ASK_AGAIN_MS })
}
