import type { OrderDocument } from '@core/data/orders/documents'
import { fail, ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/lifecycle/customer'
import type { NotFound } from '../../contract/errors'
import type { Context } from '../context'

/**
 * The one place where an order is given to a caller: their own, or the answer that there is none.
 * Somebody else's order is answered like a missing one, so that ids cannot be probed.
 */
export async function ownOrder(
  ctx: Context,
  orderId: string,
): Promise<Result<OrderDocument, NotFound>> {
  const [memberId, order] = await Promise.all([callerId(ctx), ctx.db.get('orders', orderId)])
  const isOwn = order !== null && memberId !== null && order.memberId === memberId
  return isOwn ? ok(order) : fail({ code: 'NOT_FOUND' })
}
