import type { RefundUnderWay, SettleStuckInput, StuckOutcome } from '@core/contract/reconciliation'
import type { Handled } from '@core/data/outbox/outbox'
import { isUnclear } from '@core/data/reconciliation/stuck-money'
import { type StuckSubject, stuckSubject } from '@core/domain/reconciliation/stuck-money'
import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import { handleRefund } from '../after-sales/handle-refund'
import type { Context } from '../context'
import { callerId } from '../members/find-caller'
import { closeUnpaid } from '../orders/close-unpaid'
import { handleLateRefund } from '../orders/repair-late-refund'
import { findDifference, markDifference } from './settle-difference'

type Settled = Promise<Result<unknown, NotFound | RefundUnderWay>>

/**
 * Records that the owner settled a row themselves, with how. Idempotent: what was recorded first
 * stays. An order whose payment is unclear is closed here; should its money come after all, it goes
 * back as a late payment's does.
 */
export async function settleStuck(
  ctx: Context,
  { id, note }: SettleStuckInput,
): Promise<Result<StuckOutcome, NotFound | RefundUnderWay>> {
  const subject = stuckSubject(id)
  if (!subject) return fail({ code: 'NOT_FOUND' })
  const handled = { by: await callerId(ctx), note, at: ctx.now }
  const settled = await settle(ctx, subject, handled)
  if (!settled.ok) return settled
  ctx.log.info('stuck-money-settled', { id, by: handled.by })
  return ok({ outcome: 'SETTLED' })
}

async function settle(ctx: Context, subject: StuckSubject, handled: Handled): Settled {
  switch (subject.kind) {
    case 'LATE_REFUND':
      return handleLateRefund(ctx, subject.transactionId, handled)
    case 'REFUND':
      return handleRefund(ctx, subject.afterSaleId, handled)
    case 'PAYMENT_UNCLEAR': {
      const order = await ctx.db.get('orders', subject.orderId)
      if (!order) return fail({ code: 'NOT_FOUND' })
      if (isUnclear(order, ctx.now)) await closeUnpaid(ctx, order, { reason: 'NOT_PAID_IN_TIME' })
      return ok(null)
    }
    default: {
      const found = await findDifference(ctx, subject)
      if (!found) return fail({ code: 'NOT_FOUND' })
      if (found.state !== 'open') return ok(null)
      return markDifference(ctx, subject.day, { ...found, state: 'resolved', note: handled.note })
    }
  }
}
