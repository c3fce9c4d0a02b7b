import type { NotFound } from '@core/contract/errors'
import type { OrderInput, OrderView, WrongState } from '@core/contract/orders'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { waitsForShipping } from '@core/domain/orders/order-groups'
import { isUrgedOn, withUrge } from '@core/domain/orders/urge'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { findOwnOrder } from './find-own-order'
import { orderView } from './views'

/**
 * The customer asks for their order to be sent; the staff see it in their list. It counts once a
 * day: asking again the same day changes nothing.
 */
export async function urgeOrder(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<OrderView, NotFound | WrongState>> {
  const own = await findOwnOrder(ctx, orderId)
  if (!own.ok) return own
  const now = await ctx.db.transact(async (transaction) => {
    const current = await transaction.get('orders', orderId)
    if (!current || !waitsForShipping(current.state)) return current
    if (isUrgedOn(current.urged, ctx.today)) return current
    const changed = changedOrder(current, withUrge(toOrder(current), ctx.now))
    await transaction.put('orders', changed)
    return changed
  })
  const order = now ?? own.value
  if (!waitsForShipping(order.state)) return fail({ code: 'WRONG_STATE', state: order.state })
  return ok(orderView(ctx.vault, order))
}
