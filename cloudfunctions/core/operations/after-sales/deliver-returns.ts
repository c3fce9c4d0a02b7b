import { restoreGrant } from '@core/data/coupons/grants'
import { returnToStock } from '@core/data/stock/ledger'
import { restoredUntil } from '@core/domain/coupons/coupon'
import { ok } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import type { Deliverer } from '@core/operations/outbox/deliverer'

/**
 * Returns what a refund restores outside its transaction: pieces to the stock, through the
 * ledger, and the coupon of a full refund. Each step is idempotent.
 */
export const deliverReturns: Deliverer<'giveBack'> = async (ctx, message) => {
  const { refundId, orderId, pieces, grantId, by } = message
  await Promise.all([
    ...pieces.map((one) =>
      returnToStock(ctx.db, { ...one, afterSaleId: refundId, by, at: ctx.now }),
    ),
    ...(grantId === null ? [] : [restore(ctx, orderId, grantId)]),
  ])
  return ok(null)
}

async function restore(ctx: Context, orderId: string, grantId: string): Promise<void> {
  const grant = await ctx.db.get('couponGrants', grantId)
  if (!grant) return
  const until = restoredUntil(grant, ctx.now, ctx.program.couponGraceDays)
  await restoreGrant(ctx.db, grantId, { orderId, until, at: ctx.now })
}
