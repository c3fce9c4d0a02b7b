import type { AfterSaleRow, GoodwillInput } from '@core/contract/after-sales'
import type { NotFound } from '@core/contract/errors'
import type { WrongState } from '@core/contract/orders'
import { afterSaleDocument } from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { OrderDocument } from '@core/data/orders/documents'
import { toOrder } from '@core/data/orders/orders'
import type { Transaction } from '@core/data/transaction'
import type { AfterSale } from '@core/domain/after-sales/after-sale'
import { type RefundError, refundError, withDependentLines } from '@core/domain/after-sales/refund'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { callerId } from '@core/operations/members/find-caller'
import { deliverRefundNow, withIssuedRefund } from './decide'
import { isDayKeptByOthers, recordRefund } from './record-refund'
import { notifyRefunded } from './settle-refund'
import { rowOf } from './show-after-sales'

type StaffRefundError = NotFound | WrongState | RefundError | { code: 'AFTER_SALE_ID_TAKEN' }

/**
 * A refund on the staff's own initiative, also after the after-sale window: as goodwill, or on a
 * request by telephone. The customer sends nothing back.
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
  const { afterSaleId, orderId, withFreight, lines: named } = input
  const document = await transaction.get('orders', orderId)
  if (!document) return fail({ code: 'NOT_FOUND' })
  const existing = await transaction.get('afterSales', afterSaleId)
  if (existing) {
    return existing.orderId === orderId ? ok(existing) : fail({ code: 'AFTER_SALE_ID_TAKEN' })
  }
  const order = toOrder(document)
  if (document.paidAt === null || document.state === 'closed') {
    return fail({ code: 'WRONG_STATE', state: document.state })
  }
  const error = refundError(order, named)
  if (error) return fail(error)
  const request = { lines: named, isReturn: false, withFreight, own: null }
  const lines = withDependentLines(order, request)
  const basis = {
    refundId: afterSaleId,
    request: { ...request, lines },
    lifecycle,
    isRestocked: false,
    by,
    isDayKept,
  }
  const recorded = await recordRefund(transaction, ctx, { document, basis })
  const choices = { withFreight, isRestocked: false }
  const after = withIssuedRefund(ctx, newStaffRefund(ctx, input, document), {
    ...recorded,
    choices,
  })
  const written = afterSaleDocument({ ...after, lines })
  await transaction.add('afterSales', written)
  if (after.state === 'done') await notifyRefunded(transaction, ctx, after)
  return ok(written)
}

/** The after-sale of a refund by the staff, decided immediately. */
const newStaffRefund = (
  { now }: Context,
  { afterSaleId: id, orderId, lines, withFreight, words }: GoodwillInput,
  { memberId }: OrderDocument,
): AfterSale => ({
  id,
  orderId,
  memberId,
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
