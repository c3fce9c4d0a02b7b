import { lateRefundId } from '@core/data/orders/outbox'
import type { Handled } from '@core/data/outbox/outbox'
import { lateRefundNumber } from '@core/domain/orders/late-refund'
import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import type { Context } from '../context'
import { deliverNow } from '../outbox/deliver-outbox'
import type { ProviderFailure, RefundStatus } from '../ports'
import { openLateRefund, settleLateRefund } from './settle-late-refund'

/** The refund is where only the merchant platform can move it. */
type Stuck = { code: 'REFUND_STUCK'; reason: string }

type Asked = { refundTry: number; status: RefundStatus | null }

/**
 * Asks the provider for the refund of a late payment and applies the answer. `null`: it does not
 * know the refund, or the refund needs nothing any more.
 */
export async function askLateRefund(
  ctx: Context,
  transactionId: string,
): Promise<Result<Asked | null, NotFound | ProviderFailure>> {
  const message = await ctx.db.get('outbox', lateRefundId(transactionId))
  if (message?.kind !== 'refundLatePayment') return fail({ code: 'NOT_FOUND' })
  if (message.state !== 'failed' && message.state !== 'due') return ok(null)
  const { refundTry = 1 } = message
  const refundId = lateRefundNumber(transactionId, refundTry)
  const asked = await ctx.payment.queryRefund(refundId)
  if (!asked.ok) return asked
  const status = asked.value?.status ?? null
  if (status !== null && status !== 'PROCESSING') await settleLateRefund(ctx, { refundId, status })
  return ok({ refundTry, status })
}

/**
 * Sends the refund of a late payment again: under the next number when the provider has closed the
 * last one, otherwise under the same. Of two calls at once only one sends it.
 */
export async function resendLateRefund(
  ctx: Context,
  transactionId: string,
): Promise<Result<null, NotFound | ProviderFailure | Stuck>> {
  const asked = await askLateRefund(ctx, transactionId)
  if (!asked.ok) return asked
  if (asked.value === null) return ok(null)
  const { status, refundTry } = asked.value
  if (status === 'ABNORMAL' || status === 'UNKNOWN') {
    return fail({ code: 'REFUND_STUCK', reason: status })
  }
  if (status === 'SUCCESS') return ok(null)
  const again = { state: 'due', tries: 0, dueAt: ctx.now, lastError: '' }
  await ctx.db.update(
    'outbox',
    { ...openLateRefund({ transactionId, refundTry }), state: 'failed' },
    { ...again, refundTry: status === 'CLOSED' ? refundTry + 1 : refundTry },
  )
  await deliverNow(ctx, lateRefundId(transactionId))
  return ok(null)
}

/**
 * Drops the refund of a late payment that failed and that the staff gave back themselves.
 * Idempotent: what was recorded first stays.
 */
export async function handleLateRefund(
  ctx: Context,
  transactionId: string,
  handled: Handled,
): Promise<Result<null, NotFound | { code: 'REFUND_UNDER_WAY' }>> {
  const _id = lateRefundId(transactionId)
  const failed = { _id, kind: 'refundLatePayment', state: 'failed' }
  if ((await ctx.db.update('outbox', failed, { state: 'dropped', handled })) > 0) return ok(null)
  const message = await ctx.db.get('outbox', _id)
  if (message?.kind !== 'refundLatePayment') return fail({ code: 'NOT_FOUND' })
  return message.state === 'due' ? fail({ code: 'REFUND_UNDER_WAY' }) : ok(null)
}
