import { findOrders, searchOrders } from '@core/data/orders/orders'
import { ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/members/find-caller'
import type { NotFound } from '../../contract/errors'
import type { OrderInput, OrderView, OwnOrderListInput } from '../../contract/orders'
import type { Page } from '../../contract/primitives'
import type { Context } from '../context'
import { findOwnOrder } from './find-own-order'
import { orderView } from './views'

/** The caller's orders, latest first: all, those in states, or those that match a word. */
export async function listOrders(
  ctx: Context,
  { word = '', state, isReviewDue, cursor }: OwnOrderListInput,
): Promise<Result<Page<OrderView>, never>> {
  const memberId = await callerId(ctx)
  if (memberId === null) return ok({ items: [], next: null })
  const filter = {
    memberId,
    ...(isReviewDue ? { isReviewDue } : { ...(state && { state }) }),
    ...(cursor && { cursor }),
  }
  const page =
    word === '' ? await findOrders(ctx.db, filter) : await searchOrders(ctx.db, filter, word)
  return ok({ items: page.items.map((order) => orderView(ctx.vault, order)), next: page.next })
}

/** One of the caller's orders. */
export async function showOrder(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<OrderView, NotFound>> {
  const order = await findOwnOrder(ctx, orderId)
  return order.ok ? ok(orderView(ctx.vault, order.value)) : order
}
