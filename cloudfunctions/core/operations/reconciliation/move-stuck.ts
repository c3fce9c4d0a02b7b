import type { StuckError, StuckInput, StuckOutcome } from '@core/contract/reconciliation'
import { toAfterSale } from '@core/data/after-sales/after-sales'
import { isUnclear } from '@core/data/reconciliation/stuck-money'
import { refundNumber } from '@core/domain/after-sales/after-sale'
import type { DifferenceKind } from '@core/domain/reconciliation/reconciliation'
import { stuckSubject } from '@core/domain/reconciliation/stuck-money'
import { fail, ok, type Result } from '@core/kernel/result'
import { retryRefund } from '../after-sales/retry-refund'
import { settleRefund } from '../after-sales/settle-refund'
import type { Context } from '../context'
import { closeOrder } from '../orders/close-order'
import { askLateRefund, resendLateRefund } from '../orders/repair-late-refund'
import { settlePayment } from '../orders/settle-payment'
import { findDifference, markDifference } from './settle-difference'

type Moved = Promise<Result<StuckOutcome, StuckError>>

const outcome = (isSettled: boolean): Result<StuckOutcome, never> =>
  ok({ outcome: isSettled ? 'SETTLED' : 'WAITING' })

/** Asks the provider about a row and applies its answer; nothing is sent. */
export async function askStuck(ctx: Context, { id }: StuckInput): Moved {
  const subject = stuckSubject(id)
  if (!subject) return fail({ code: 'NOT_FOUND' })
  switch (subject.kind) {
    case 'LATE_REFUND': {
      const asked = await askLateRefund(ctx, subject.transactionId)
      return asked.ok ? outcome(asked.value === null || asked.value.status === 'SUCCESS') : asked
    }
    case 'REFUND':
      return askRefund(ctx, subject.afterSaleId)
    case 'PAYMENT_UNCLEAR': {
      const order = await ctx.db.get('orders', subject.orderId)
      if (!order) return fail({ code: 'NOT_FOUND' })
      if (!isUnclear(order, ctx.now)) return outcome(true)
      const now = await closeOrder(ctx, order, { reason: 'NOT_PAID_IN_TIME' })
      return outcome(now.state !== 'awaitingPayment')
    }
    default:
      return askDifference(ctx, subject)
  }
}

/** Sends a refund again: under another number when the provider has closed the last one. */
export async function refundStuckAgain(ctx: Context, { id }: StuckInput): Moved {
  const subject = stuckSubject(id)
  if (subject?.kind === 'LATE_REFUND') {
    const sent = await resendLateRefund(ctx, subject.transactionId)
    if (!sent.ok) return sent
    const now = await askLateRefund(ctx, subject.transactionId)
    return outcome(now.ok && (now.value === null || now.value.status === 'SUCCESS'))
  }
  if (subject?.kind !== 'REFUND') return fail({ code: 'NOT_FOUND' })
  const retried = await retryRefund(ctx, { afterSaleId: subject.afterSaleId })
  return retried.ok ? outcome(retried.value.state === 'done') : retried
}

async function askRefund(ctx: Context, afterSaleId: string): Moved {
  const found = await ctx.db.get('afterSales', afterSaleId)
  if (!found) return fail({ code: 'NOT_FOUND' })
  if (found.state !== 'refundFailed') return outcome(found.state === 'done')
  const asked = await ctx.payment.queryRefund(refundNumber(toAfterSale(found)))
  if (!asked.ok) return asked
  if (asked.value) await settleRefund(ctx, asked.value)
  return outcome(asked.value?.status === 'SUCCESS')
}

type DifferenceSubject = { kind: DifferenceKind; day: string; number: string }

/** What the provider says of the one entry may be what our records say by now. */
async function askDifference(ctx: Context, { kind, day, number }: DifferenceSubject): Moved {
  const found = await findDifference(ctx, { day, kind, number })
  if (!found) return fail({ code: 'NOT_FOUND' })
  if (found.state !== 'open') return outcome(true)
  const isAgreed =
    kind === 'REFUND_ONLY_HERE' ? await isRefundThere(ctx, number) : await isPaid(ctx, kind, found)
  if (!isAgreed.ok) return isAgreed
  if (!isAgreed.value) return outcome(false)
  const marked = await markDifference(ctx, day, { ...found, state: 'settled' })
  return marked.ok ? outcome(true) : marked
}

async function isRefundThere(ctx: Context, number: string): Promise<Result<boolean, StuckError>> {
  const asked = await ctx.payment.queryRefund(number)
  return asked.ok ? ok(asked.value?.status === 'SUCCESS') : asked
}

/** A payment that only the provider knew is recorded; one that only we knew must be there. */
async function isPaid(
  ctx: Context,
  kind: DifferenceKind,
  { number, hereFen }: { number: string; hereFen: number },
): Promise<Result<boolean, StuckError>> {
  if (kind !== 'PAYMENT_ONLY_THERE' && kind !== 'PAYMENT_ONLY_HERE') return ok(false)
  const asked = await ctx.payment.query(number)
  if (!asked.ok) return asked
  const { value } = asked
  const isThere = value !== null && value !== 'CLOSED'
  if (kind === 'PAYMENT_ONLY_HERE') return ok(isThere && value.paidFen === hereFen)
  if (!isThere) return fail({ code: 'NOT_PAID' })
  const settled = await settlePayment(ctx, value)
  return settled.ok ? ok(true) : settled
}
