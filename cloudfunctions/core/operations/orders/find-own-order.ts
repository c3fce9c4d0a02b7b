import type { NotFound } from '@core/contract/errors'
import type { OrderDocument } from '@core/data/orders/documents'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { callerId } from '@core/operations/members/find-caller'

/**
 * An order of the caller. Another customer's order is `NOT_FOUND` like a missing one, so that ids
 * cannot be probed. Every operation of customers reads orders through it.
 */
export async function findOwnOrder(
  ctx: Context,
  orderId: string,
): Promise<Result<OrderDocument, NotFound>> {
  const [memberId, order] = await Promise.all([callerId(ctx), ctx.db.get('orders', orderId)])
  const isOwn = order !== null && memberId !== null && order.memberId === memberId
  return isOwn ? ok(order) : fail({ code: 'NOT_FOUND' })
}
