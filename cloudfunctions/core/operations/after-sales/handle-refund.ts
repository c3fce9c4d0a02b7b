import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import { changedAfterSale, toAfterSale } from '../../data/after-sales/after-sales'
import type { Handled } from '../../data/outbox/outbox'
import { transitionAfterSale } from '../../domain/after-sales/after-sale'
import type { Context } from '../context'

/**
 * Ends an after-sale whose refund failed and whose money the staff gave back themselves.
 * Idempotent: what was recorded first stays. A refund on its way may still arrive, so it is not
 * settled by hand.
 */
export const handleRefund = (
  ctx: Context,
  afterSaleId: string,
  handled: Handled,
): Promise<Result<null, NotFound | { code: 'REFUND_UNDER_WAY' }>> =>
  ctx.db.transact(async (transaction) => {
    const document = await transaction.get('afterSales', afterSaleId)
    if (!document) return fail({ code: 'NOT_FOUND' })
    const { state } = document
    if (state === 'done') return ok(null)
    if (state !== 'refundFailed') return fail({ code: 'REFUND_UNDER_WAY' })
    const changes = { finishedAt: ctx.now, handled }
    const after = transitionAfterSale(toAfterSale(document), 'settle', changes)
    await transaction.put('afterSales', changedAfterSale(after))
    return ok(null)
  })
