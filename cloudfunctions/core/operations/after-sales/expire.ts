import { toAfterSale } from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import { refundMessageId } from '@core/data/after-sales/outbox'
import type { OutboxDocument } from '@core/data/outbox/outbox'
import { refundNumber } from '@core/domain/after-sales/after-sale'
import { HOUR_MS } from '@core/kernel/calendar'
import { command } from '../../data/database'
import type { Context } from '../context'
import { eachDue } from '../each-due'
import type { DueSource } from '../timers/next-due'
import { settleRefund } from './settle-refund'
import { endAfterSale } from './steps'

/** How long until the provider is asked again about a pending refund. */
const ASK_AGAIN_MS = HOUR_MS

/** After-sales with a day of their own: it comes first by `dueAt` in each state. */
export const AFTER_SALES_DUE: readonly DueSource[] = (['agreed', 'refunding'] as const).map(
  (state) => ({ collection: 'afterSales', path: 'dueAt', where: { state } }),
)

/**
 * Handles due after-sales: a request whose goods were never sent back expires, and of a pending
 * refund the provider is asked for its status. Returns how many requests expired.
 */
export async function expireAfterSales(ctx: Context): Promise<{ expired: number; failed: number }> {
  let expired = 0
  const where = { state: command.in(['agreed', 'refunding']) }
  const failed = await eachDue(
    ctx,
    { duty: 'expireAfterSale', collection: 'afterSales', path: 'dueAt', where },
    async (id) => {
      const one = await ctx.db.get('afterSales', id)
      if (one?.state === 'refunding') await askProvider(ctx, one)
      else if (one?.state === 'agreed') expired += await expire(ctx, one)
    },
  )
  return { expired, failed }
}

async function expire(ctx: Context, { _id: afterSaleId }: AfterSaleDocument): Promise<number> {
  const expired = await ctx.db.transact((transaction) =>
    endAfterSale(transaction, ctx, { afterSaleId, event: 'expire', refusal: '' }),
  )
  return expired.ok ? 1 : 0
}

/** No callback arrived for a refund: ask the provider, or fail it when it cannot succeed. */
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
  const reason = refusal(asked, message)
  if (reason !== null) {
    return settleRefund(ctx, { refundId, orderId, status: 'REFUSED', reason })
  }
  await ctx.db.update('afterSales', { _id, state: 'refunding' }, { dueAt: ctx.now + ASK_AGAIN_MS })
}

/** Why the money of a pending refund does not go back by itself; `null` while it still may. */
function refusal(
  asked: Awaited<ReturnType<Context['payment']['queryRefund']>>,
  message: OutboxDocument | null,
): string | null {
  if (message?.state === 'failed') return message.lastError || 'the request was given up'
  if (!asked.ok) return asked.error.isFinal ? asked.error.reason : null
  const isSent = message?.state !== 'due'
  return asked.value === null && isSent ? 'the provider has no such refund' : null
}
