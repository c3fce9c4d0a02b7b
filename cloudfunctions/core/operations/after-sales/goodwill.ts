import { afterSaleDocument } from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { OrderDocument } from '@core/data/orders/documents'
import { toOrder } from '@core/data/orders/orders'
import type { AfterSale } from '@core/domain/after-sales/after-sale'
import { type RefundError, refundError, withCompanions } from '@core/domain/after-sales/refund'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { fail, ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/lifecycle/customer'
import type { AfterSaleRow, GoodwillInput } from '../../contract/after-sales'
import type { NotFound } from '../../contract/errors'
import type { WrongState } from '../../contract/orders'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { isDayKeptByOthers, recordRefund } from './book-refund'
import { refunding, sendNow } from './decide'
import { notifyRefunded } from './settle-refund'
import { rowOf } from './show-after-sales'

type GoodwillError = NotFound | WrongState | RefundError | { code: 'AFTER_SALE_ID_TAKEN' }

/**
 * The staff give money back by themselves, also after the window: a kindness, or what a customer
 * asked for on the telephone. Nothing is sent back by the customer.
 */
export async function refundByStaff(
  ctx: Context,
  input: GoodwillInput,
): Promise<Result<AfterSaleRow, GoodwillError>> {
  const [order, lifecycle, by] = await Promise.all([
    ctx.db.get('orders', input.orderId),
    lifecycleSettings(ctx.db, ctx.program),
    callerId(ctx),
  ])
  if (!order) return fail({ code: 'NOT_FOUND' })
  const isDayKept = await isDayKeptByOthers(ctx.db, order)
  const booked = await ctx.db.transact((transaction) =>
    refundIn(transaction, ctx, { input, lifecycle, by, isDayKept }),
  )
  if (!booked.ok) return booked
  await sendNow(ctx, input.afterSaleId)
  const now = (await ctx.db.get('afterSales', input.afterSaleId)) ?? booked.value
  return ok(await rowOf(ctx, now))
}

type Giving = {
  input: GoodwillInput
  lifecycle: LifecycleSettings
  by: string | null
  isDayKept: boolean
}

async function refundIn(
  transaction: Transaction,
  ctx: Context,
  { input, lifecycle, by, isDayKept }: Giving,
): Promise<Result<AfterSaleDocument, GoodwillError>> {
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
  const fault = refundError(order, named)
  if (fault) return fail(fault)
  const request = { lines: named, isReturn: false, withFreight }
  const lines = withCompanions(order, request)
  const booking = {
    refundId: afterSaleId,
    request: { ...request, lines },
    own: [],
    lifecycle,
    isRestocked: false,
    by,
    isDayKept,
  }
  const booked = await recordRefund(transaction, ctx, { document, booking })
  const paying = { withFreight, isRestocked: false }
  const after = refunding(ctx, given(ctx, input, document), { ...booked, paying })
  const written = afterSaleDocument({ ...after, lines })
  await transaction.add('afterSales', written)
  if (after.state === 'done') await notifyRefunded(transaction, ctx, after)
  return ok(written)
}

/** An after-sale that the shop opens and decides at once. */
const given = (
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
