import { changedAfterSale, toAfterSale } from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import { refundMessageId } from '@core/data/after-sales/outbox'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { OrderDocument } from '@core/data/orders/documents'
import { toOrder } from '@core/data/orders/orders'
import {
  type AfterSale,
  hasReached,
  needsReturn,
  nextAfterSaleState,
  sendBackBy,
  transitionAfterSale,
} from '@core/domain/after-sales/after-sale'
import { type RefundError, refundError } from '@core/domain/after-sales/refund'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { MINUTE_MS } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/lifecycle/customer'
import { deliverNow } from '@core/operations/outbox/deliver-outbox'
import type {
  AfterSaleInput,
  AfterSaleRow,
  AfterSaleWrongState,
  AgreeInput,
  ReceiveInput,
  RefuseInput,
} from '../../contract/after-sales'
import type { NotFound } from '../../contract/errors'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { isDayKeptByOthers, recordRefund } from './book-refund'
import { endIn, moveIn } from './request'
import { notifyRefunded } from './settle-refund'
import { rowOf } from './show-after-sales'

/** How long the provider may take before the sweep asks what became of a refund. */
const REFUND_GRACE_MS = 10 * MINUTE_MS

type StepError = NotFound | AfterSaleWrongState
type Step = Promise<Result<AfterSaleRow, StepError | RefundError>>

/**
 * The shop agrees. Money alone goes back at once; for goods the customer is asked to send them
 * first.
 */
export async function agreeToAfterSale(
  ctx: Context,
  { afterSaleId, withFreight }: AgreeInput,
): Step {
  const found = await ctx.db.get('afterSales', afterSaleId)
  if (!found) return fail({ code: 'NOT_FOUND' })
  if (!needsReturn(found.kind)) return payBack(ctx, found, { withFreight, isRestocked: false })
  const agreed = await ctx.db.transact((transaction) =>
    moveIn(transaction, afterSaleId, {
      event: 'agree',
      changes: { withFreight, decidedAt: ctx.now, dueAt: sendBackBy(ctx.now, ctx.program) },
    }),
  )
  return agreed.ok ? ok(await rowOf(ctx, agreed.value)) : agreed
}

/** The shop refuses, and says why; of what was asked for more can be asked again. */
export async function refuseAfterSale(
  ctx: Context,
  { afterSaleId, refusal }: RefuseInput,
): Promise<Result<AfterSaleRow, StepError>> {
  const ended = await ctx.db.transact((transaction) =>
    endIn(transaction, ctx, { afterSaleId, event: 'refuse', refusal }),
  )
  return ended.ok ? ok(await rowOf(ctx, ended.value.afterSale)) : ended
}

/** The goods have come back: money goes back, or others are to be sent. */
export async function receiveReturn(
  ctx: Context,
  { afterSaleId, isRestocked }: ReceiveInput,
): Step {
  const found = await ctx.db.get('afterSales', afterSaleId)
  if (!found) return fail({ code: 'NOT_FOUND' })
  if (found.kind !== 'exchange') {
    return payBack(ctx, found, { withFreight: found.withFreight, isRestocked })
  }
  const received = await ctx.db.transact((transaction) =>
    moveIn(transaction, afterSaleId, {
      event: 'receive',
      changes: { isRestocked, receivedAt: ctx.now },
    }),
  )
  return received.ok ? ok(await rowOf(ctx, received.value)) : received
}

/** There is nothing to exchange for: the money goes back instead. */
export async function refundInstead(ctx: Context, { afterSaleId }: AfterSaleInput): Step {
  const found = await ctx.db.get('afterSales', afterSaleId)
  if (!found) return fail({ code: 'NOT_FOUND' })
  const { kind, state, withFreight, isRestocked } = found
  if (kind !== 'exchange' || state === 'returning') {
    return fail({ code: 'AFTER_SALE_WRONG_STATE', state })
  }
  return payBack(ctx, found, { withFreight, isRestocked })
}

type Paying = { withFreight: boolean; isRestocked: boolean }

/** Books the refund of an after-sale, and sends the money at once; the timer does what fails. */
async function payBack(ctx: Context, found: AfterSaleDocument, paying: Paying): Step {
  const [order, lifecycle, by] = await Promise.all([
    ctx.db.get('orders', found.orderId),
    lifecycleSettings(ctx.db, ctx.program),
    callerId(ctx),
  ])
  if (!order) return fail({ code: 'NOT_FOUND' })
  const isDayKept = await isDayKeptByOthers(ctx.db, order)
  const paid = await ctx.db.transact((transaction) =>
    payBackIn(transaction, ctx, { found, paying, lifecycle, by, isDayKept }),
  )
  if (!paid.ok) return paid
  await sendNow(ctx, found._id)
  const now = (await ctx.db.get('afterSales', found._id)) ?? paid.value
  return ok(await rowOf(ctx, now))
}

/** Delivers what a refund has posted; a failure is left to the timer. */
export async function sendNow(ctx: Context, refundId: string): Promise<void> {
  await deliverNow(ctx, `giveBack:${refundId}`)
  await deliverNow(ctx, refundMessageId(refundId))
}

type PayingIn = {
  found: AfterSaleDocument
  paying: Paying
  lifecycle: LifecycleSettings
  by: string | null
  isDayKept: boolean
}

async function payBackIn(
  transaction: Transaction,
  ctx: Context,
  { found, paying, lifecycle, by, isDayKept }: PayingIn,
): Promise<Result<AfterSaleDocument, StepError | RefundError>> {
  const document = await transaction.get('afterSales', found._id)
  const order = await transaction.get('orders', found.orderId)
  if (!document || !order) return fail({ code: 'NOT_FOUND' })
  const { state, kind, lines } = document
  if (hasReached(state, 'payBack') || hasReached(state, 'settle')) return ok(document)
  if (
    nextAfterSaleState(state, 'payBack') === null ||
    (needsReturn(kind) && state !== 'returning' && state !== 'exchanging')
  ) {
    return fail({ code: 'AFTER_SALE_WRONG_STATE', state })
  }
  const fault = refundError(toOrder(order), lines, lines)
  if (fault) return fail(fault)
  const { withFreight, isRestocked } = paying
  const request = { lines, isReturn: needsReturn(kind), withFreight, isDecided: true }
  const booking = {
    refundId: found._id,
    request,
    own: lines,
    lifecycle,
    isRestocked,
    by,
    isDayKept,
  }
  const booked = await recordRefund(transaction, ctx, { document: order, booking })
  const after = refunding(ctx, toAfterSale(document), { ...booked, paying })
  const written = changedAfterSale(after)
  await transaction.put('afterSales', written)
  if (after.state === 'done') await notifyRefunded(transaction, ctx, after)
  return ok(written)
}

type BookedFor = {
  order: OrderDocument
  plan: { totalFen: number; deductionFen: number }
  isMoney: boolean
  paying: Paying
}

/** The after-sale whose refund is booked; without money to be sent it is done. */
export function refunding(
  ctx: Context,
  afterSale: AfterSale,
  { plan, isMoney, paying }: BookedFor,
): AfterSale {
  const sent = transitionAfterSale(afterSale, 'payBack', {
    ...paying,
    refundFen: plan.totalFen,
    deductionFen: plan.deductionFen,
    decidedAt: afterSale.decidedAt ?? ctx.now,
    receivedAt: needsReturn(afterSale.kind) ? ctx.now : null,
    dueAt: ctx.now + REFUND_GRACE_MS,
  })
  return isMoney ? sent : transitionAfterSale(sent, 'settle', { finishedAt: ctx.now })
}
