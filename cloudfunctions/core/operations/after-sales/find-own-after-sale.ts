import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import { fail, ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/members/find-caller'
import type { NotFound } from '../../contract/errors'
import type { Context } from '../context'

/** An after-sale of the caller. Another customer's is `NOT_FOUND` like a missing one. */
export async function findOwnAfterSale(
  ctx: Context,
  afterSaleId: string,
): Promise<Result<AfterSaleDocument, NotFound>> {
  const [memberId, one] = await Promise.all([callerId(ctx), ctx.db.get('afterSales', afterSaleId)])
  const isOwn = one !== null && memberId !== null && one.memberId === memberId
  return isOwn ? ok(one) : fail({ code: 'NOT_FOUND' })
}
