import type { AfterSaleRow, GoodwillError, GoodwillPreview } from '@core/contract/staff-after-sales'
import type { GoodwillInput, GoodwillPreviewInput } from '@core/contract/staff-refunds'
import { afterSaleDocument } from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { OrderDocument } from '@core/data/orders/documents'
import { toOrder } from '@core/data/orders/orders'
import type { Transaction } from '@core/data/transaction'
import type { AfterSale } from '@core/domain/after-sales/after-sale'
import {
  amountError,
  type RefundPlan,
  type RefundRequest,
  refundableFen,
  refundError,
  refundPlan,
  withDependentLines,
} from '@core/domain/after-sales/refund'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { isPaidOutside, type Order } from '@core/domain/orders/order'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { callerId } from '@core/operations/members/find-caller'
import { deliverRefundNow, withIssuedRefund } from './decide'
import { isDayKeptByOthers, recordRefund } from './record-refund'
import { notifyRefunded } from './settle-refund'
import { rowOf } from './show-after-sales'
import { estimateOf } from './views'

type StaffRefundError = GoodwillError | { code: 'AFTER_SALE_ID_TAKEN' }

/** A refund as the staff have chosen it: which pieces, or which amount. */
type Chosen = Omit<GoodwillInput, 'afterSaleId' | 'words' | 'expectedFen'>

/** What the refund is and comes to, or why it is impossible: the same for preview and decision. */
function staffRefund(
  order: Order,
  { lines, withFreight, amountFen = null, isGiftWaived = false }: Chosen,
): Result<{ request: RefundRequest; plan: RefundPlan }, GoodwillError> {
  if (order.paidAt === null) return fail({ code: 'WRONG_STATE', state: order.state })
  const error = refundError(order, lines) ?? amountError(order, amountFen)
  if (error) return fail(error)
  const named = { lines, isReturn: false, withFreight, own: null, amountFen, isGiftWaived }
  const request = { ...named, lines: withDependentLines(order, named) }
  return ok({ request, plan: refundPlan(order, request) })
}

/** What a refund by the staff would come to; changes nothing. */
export async function previewByStaff(
  ctx: Context,
  input: GoodwillPreviewInput,
): Promise<Result<GoodwillPreview, GoodwillError>> {
  const document = await ctx.db.get('orders', input.orderId)
  if (!document) return fail({ code: 'NOT_FOUND' })
  const order = toOrder(document)
  const computed = staffRefund(order, input)
  if (!computed.ok) return computed
  const { plan } = computed.value
  const leftFen = refundableFen(order)
  return ok({ ...estimateOf(plan), leftFen, isOutside: isPaidOutside(order) })
}

/**
 * A refund on the staff's own initiative, also after the after-sale window: as goodwill, or on a
 * request by telephone. The customer sends nothing back. It is what its pieces are worth, or any
 * amount up to what is left of what was paid.
 */
export async function refundByStaff(
  ctx: Context,
  input: GoodwillInput,
): Promise<Result<AfterSaleRow, StaffRefundError>> {
  const [order, lifecycle, by] = await Promise.all([
    ctx.db.get('orders', input.orderId),
    lifecycleSettings(ctx),
    callerId(ctx),
  ])
  if (!order) return fail({ code: 'NOT_FOUND' })
  const isDayKept = await isDayKeptByOthers(ctx.db, order)
  const recorded = await ctx.db.transact((transaction) =>
    refundIn(transaction, ctx, { input, lifecycle, by, isDayKept }),
  )
  if (!recorded.ok) return recorded
  await deliverRefundNow(ctx, input.afterSaleId)
  const now = (await ctx.db.get('afterSales', input.afterSaleId)) ?? recorded.value
  return ok(await rowOf(ctx, now))
}

type StaffRefund = {
  input: GoodwillInput
  lifecycle: LifecycleSettings
  by: string | null
  isDayKept: boolean
}

async function refundIn(
  transaction: Transaction,
  ctx: Context,
  { input, lifecycle, by, isDayKept }: StaffRefund,
): Promise<Result<AfterSaleDocument, StaffRefundError>> {
  const { afterSaleId, orderId, withFreight, expectedFen } = input
  const document = await transaction.get('orders', orderId)
  if (!document) return fail({ code: 'NOT_FOUND' })
  const existing = await transaction.get('afterSales', afterSaleId)
  if (existing) {
    return existing.orderId === orderId ? ok(existing) : fail({ code: 'AFTER_SALE_ID_TAKEN' })
  }
  const computed = staffRefund(toOrder(document), input)
  if (!computed.ok) return computed
  const { request, plan } = computed.value
  const { totalFen } = plan
  if (totalFen !== (expectedFen ?? totalFen)) return fail({ code: 'AMOUNT_CHANGED', totalFen })
  const { own } = request
  const decided = { lifecycle, isRestocked: false, by, isDayKept }
  const basis = { refundId: afterSaleId, own, plan, ...decided }
  const { isMoney } = await recordRefund(transaction, ctx, { document, basis })
  const choices = { withFreight, isRestocked: false }
  const after = withIssuedRefund(ctx, newStaffRefund(ctx, input, document), {
    plan,
    isMoney,
    choices,
  })
  const written = afterSaleDocument({ ...after, lines: [...request.lines] })
  await transaction.add('afterSales', written)
  if (after.state === 'done') await notifyRefunded(transaction, ctx, after)
  return ok(written)
}

/** The after-sale of a refund by the staff, decided immediately. */
const newStaffRefund = (
  { now }: Context,
  { afterSaleId: id, orderId, lines, withFreight, words }: GoodwillInput,
  order: OrderDocument,
): AfterSale => ({
  id,
  orderId,
  memberId: order.memberId,
  version: 1,
  kind: 'refund',
  state: 'requested',
  lines,
  reason: 'OTHER',
  words,
  pictures: [],
  exchangeSkuId: null,
  withFreight,
  refundFen: 0,
  deductionFen: 0,
  isOutside: isPaidOutside(order),
  refundTry: 1,
  refusal: '',
  returnParcel: null,
  exchangeParcel: null,
  isRestocked: false,
  requestedAt: now,
  dueAt: null,
  decidedAt: now,
  receivedAt: null,
  finishedAt: null,
})
