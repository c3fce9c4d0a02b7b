import { changedAfterSale, toAfterSale } from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import { refundMessageId } from '@core/data/after-sales/outbox'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import { toOrder } from '@core/data/orders/orders'
import {
  type AfterSale,
  canChangeRequest,
  hasReached,
  needsReturn,
  nextAfterSaleState,
  sendBackDueAt,
  transitionAfterSale,
} from '@core/domain/after-sales/after-sale'
import { refundError, refundPlan } from '@core/domain/after-sales/refund'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { MINUTE_MS } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import { fail, ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/members/find-caller'
import { deliverNow } from '@core/operations/outbox/deliver-outbox'
import type {
  AfterSaleInput,
  AfterSaleWrongState,
  Estimate,
  RequestChanged,
} from '../../contract/after-sales'
import type { NotFound } from '../../contract/errors'
import type {
  AfterSaleRow,
  AgreeInput,
  DecisionError,
  DecisionInput,
  ReceiveInput,
  RefuseInput,
} from '../../contract/staff-after-sales'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { isDayKeptByOthers, recordRefund } from './record-refund'
import { notifyRefunded } from './settle-refund'
import { rowOf } from './show-after-sales'
import { advanceAfterSale, endAfterSale } from './steps'
import { estimateOf, requestOf } from './views'

/** How long the provider may take before the sweep asks for the status of a refund. */
const REFUND_GRACE_MS = 10 * MINUTE_MS

type StepError = NotFound | AfterSaleWrongState
type Step = Promise<Result<AfterSaleRow, StepError | DecisionError>>

/** What the refund would come to; changes nothing. */
export async function previewDecision(
  ctx: Context,
  { afterSaleId, withFreight, isGiftWaived = false }: DecisionInput,
): Promise<Result<Estimate, NotFound>> {
  const found = await ctx.db.get('afterSales', afterSaleId)
  const order = found && (await ctx.db.get('orders', found.orderId))
  if (!found || !order) return fail({ code: 'NOT_FOUND' })
  const request = requestOf(found, { withFreight, isGiftWaived })
  return ok(estimateOf(refundPlan(toOrder(order), request)))
}

/**
 * The shop agrees. A refund without return is issued immediately; otherwise the customer is
 * asked to send the goods back first.
 */
export async function agreeToAfterSale(
  ctx: Context,
  { afterSaleId, withFreight, ...choices }: AgreeInput,
): Step {
  const found = await ctx.db.get('afterSales', afterSaleId)
  if (!found) return fail({ code: 'NOT_FOUND' })
  // How it goes on depends on its kind, so what is agreed to is in any case what was read here.
  const { seenVersion = found.version } = choices
  if (!needsReturn(found.kind)) {
    return issueRefund(ctx, found, { ...choices, seenVersion, withFreight, isRestocked: false })
  }
  const agreed = await ctx.db.transact(async (transaction) => {
    const changed = await changedSince(transaction, afterSaleId, seenVersion)
    if (changed) return fail(changed)
    return advanceAfterSale(transaction, afterSaleId, {
      event: 'agree',
      changes: { withFreight, decidedAt: ctx.now, dueAt: sendBackDueAt(ctx.now, ctx.program) },
    })
  })
  return agreed.ok ? ok(await rowOf(ctx, agreed.value)) : agreed
}

/** The shop refuses with a reason; the pieces can be requested again. */
export async function refuseAfterSale(
  ctx: Context,
  { afterSaleId, refusal, seenVersion }: RefuseInput,
): Promise<Result<AfterSaleRow, StepError | RequestChanged>> {
  const ended = await ctx.db.transact(async (transaction) => {
    const changed = await changedSince(transaction, afterSaleId, seenVersion)
    if (changed) return fail(changed)
    return endAfterSale(transaction, ctx, { afterSaleId, event: 'refuse', refusal })
  })
  return ended.ok ? ok(await rowOf(ctx, ended.value.afterSale)) : ended
}

/** Whether a request that waits for a decision is another one than was seen. */
const isOther = (request: AfterSaleDocument | null, seenVersion: number | undefined): boolean =>
  request !== null &&
  canChangeRequest(request) &&
  seenVersion !== undefined &&
  request.version !== seenVersion

const REQUEST_CHANGED: RequestChanged = { code: 'REQUEST_CHANGED' }

/** The refusal to decide on a request that its customer has changed since it was seen. */
const changedSince = async (
  transaction: Transaction,
  afterSaleId: string,
  seenVersion: number | undefined,
): Promise<RequestChanged | null> =>
  isOther(await transaction.get('afterSales', afterSaleId), seenVersion) ? REQUEST_CHANGED : null

/** The returned goods have arrived: the refund is issued, or the exchange waits to be sent. */
export async function receiveReturn(
  ctx: Context,
  { afterSaleId, isRestocked, ...choices }: ReceiveInput,
): Step {
  const found = await ctx.db.get('afterSales', afterSaleId)
  if (!found) return fail({ code: 'NOT_FOUND' })
  if (found.kind !== 'exchange') {
    return issueRefund(ctx, found, { ...choices, withFreight: found.withFreight, isRestocked })
  }
  const received = await ctx.db.transact((transaction) =>
    advanceAfterSale(transaction, afterSaleId, {
      event: 'receive',
      changes: { isRestocked, receivedAt: ctx.now },
    }),
  )
  return received.ok ? ok(await rowOf(ctx, received.value)) : received
}

/** Refunds an exchange that cannot be fulfilled. */
export async function refundInstead(ctx: Context, { afterSaleId }: AfterSaleInput): Step {
  const found = await ctx.db.get('afterSales', afterSaleId)
  if (!found) return fail({ code: 'NOT_FOUND' })
  const { kind, state, withFreight, isRestocked } = found
  if (kind !== 'exchange' || state === 'returning') {
    return fail({ code: 'AFTER_SALE_WRONG_STATE', state })
  }
  return issueRefund(ctx, found, { withFreight, isRestocked })
}

type RefundChoices = Pick<AfterSale, 'withFreight' | 'isRestocked'> & {
  isGiftWaived?: boolean | undefined
  expectedFen?: Fen | undefined
  seenVersion?: number | undefined
}

/** Records the refund of an after-sale and pays it out now; the timer retries a failure. */
async function issueRefund(ctx: Context, found: AfterSaleDocument, choices: RefundChoices): Step {
  const [order, lifecycle, by] = await Promise.all([
    ctx.db.get('orders', found.orderId),
    lifecycleSettings(ctx),
    callerId(ctx),
  ])
  if (!order) return fail({ code: 'NOT_FOUND' })
  const isDayKept = await isDayKeptByOthers(ctx.db, order)
  const issued = await ctx.db.transact((transaction) =>
    issueRefundIn(transaction, ctx, { found, choices, lifecycle, by, isDayKept }),
  )
  if (!issued.ok) return issued
  await deliverRefundNow(ctx, found._id)
  const now = (await ctx.db.get('afterSales', found._id)) ?? issued.value
  return ok(await rowOf(ctx, now))
}

/** Delivers the messages of a refund now; the timer retries a failure. */
export async function deliverRefundNow(ctx: Context, refundId: string): Promise<void> {
  await deliverNow(ctx, `giveBack:${refundId}`)
  await deliverNow(ctx, refundMessageId(refundId))
}

type Issuing = {
  found: AfterSaleDocument
  choices: RefundChoices
  lifecycle: LifecycleSettings
  by: string | null
  isDayKept: boolean
}

async function issueRefundIn(
  transaction: Transaction,
  ctx: Context,
  { found, choices, lifecycle, by, isDayKept }: Issuing,
): Promise<Result<AfterSaleDocument, StepError | DecisionError>> {
  const document = await transaction.get('afterSales', found._id)
  const order = await transaction.get('orders', found.orderId)
  if (!document || !order) return fail({ code: 'NOT_FOUND' })
  if (isOther(document, choices.seenVersion)) return fail(REQUEST_CHANGED)
  const { state, kind, lines } = document
  if (hasReached(state, 'refund') || hasReached(state, 'settle')) return ok(document)
  if (
    nextAfterSaleState(state, 'refund') === null ||
    (needsReturn(kind) && state !== 'returning' && state !== 'exchanging')
  ) {
    return fail({ code: 'AFTER_SALE_WRONG_STATE', state })
  }
  const error = refundError(toOrder(order), lines, lines)
  if (error) return fail(error)
  const { withFreight, isRestocked, isGiftWaived = false, expectedFen } = choices
  const request = requestOf(document, { withFreight, isGiftWaived })
  const plan = refundPlan(toOrder(order), request)
  const { totalFen } = plan
  if (totalFen !== (expectedFen ?? totalFen)) return fail({ code: 'AMOUNT_CHANGED', totalFen })
  const basis = {
    refundId: found._id,
    own: request.own,
    plan,
    lifecycle,
    isRestocked,
    by,
    isDayKept,
  }
  const { isMoney } = await recordRefund(transaction, ctx, { document: order, basis })
  const after = withIssuedRefund(ctx, toAfterSale(document), {
    plan,
    isMoney,
    choices: { withFreight, isRestocked },
  })
  const written = changedAfterSale(after)
  await transaction.put('afterSales', written)
  if (after.state === 'done') await notifyRefunded(transaction, ctx, after)
  return ok(written)
}

type IssuedRefund = {
  plan: { totalFen: number; deductionFen: number }
  isMoney: boolean
  choices: Pick<AfterSale, 'withFreight' | 'isRestocked'>
}

/** The after-sale after its refund was recorded; it is done when no money is paid out. */
export function withIssuedRefund(
  ctx: Context,
  afterSale: AfterSale,
  { plan, isMoney, choices }: IssuedRefund,
): AfterSale {
  const sent = transitionAfterSale(afterSale, 'refund', {
    ...choices,
    refundFen: plan.totalFen,
    deductionFen: plan.deductionFen,
    decidedAt: afterSale.decidedAt ?? ctx.now,
    receivedAt: needsReturn(afterSale.kind) ? ctx.now : null,
    dueAt: ctx.now + REFUND_GRACE_MS,
  })
  return isMoney ? sent : transitionAfterSale(sent, 'settle', { finishedAt: ctx.now })
}
