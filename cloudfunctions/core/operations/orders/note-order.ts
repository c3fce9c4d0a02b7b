import type { NotFound } from '@core/contract/errors'
import type { OrderNoteInput } from '@core/contract/order-care'
import type { StaffOrderView } from '@core/contract/orders'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '../context'
import { staffView } from './staff-orders'

/** Keeps what the staff note about an order for themselves. The same note again changes nothing. */
export async function noteOrder(
  ctx: Context,
  { orderId, note }: OrderNoteInput,
): Promise<Result<StaffOrderView, NotFound>> {
  const noted = await ctx.db.transact(async (transaction) => {
    const current = await transaction.get('orders', orderId)
    if (!current || (current.staffNote?.text ?? '') === note) return current
    const { staffNote: _before, ...order } = toOrder(current)
    const changed = changedOrder(current, {
      ...order,
      ...(note === '' ? {} : { staffNote: { text: note, at: ctx.now } }),
    })
    await transaction.put('orders', changed)
    return changed
  })
  return noted ? ok(await staffView(ctx, noted)) : fail({ code: 'NOT_FOUND' })
}
