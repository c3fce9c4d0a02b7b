import type { NotFound } from '@core/contract/errors'
import type { OrderInput, OrderView, WrongState } from '@core/contract/orders'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { enqueue } from '@core/data/outbox/outbox'
import { transferDocument } from '@core/data/points/transfers'
import { hasOpenAfterSale, nextOrderState, type Order } from '@core/domain/orders/order'
import { extendConfirmation, markCompleted, markReceived } from '@core/domain/orders/transitions'
import { transfer, withTransfers } from '@core/domain/points/points'
import { DAY_MS } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { recordMemberEvent, recordReview } from '@core/operations/lifecycle/record-event'
import { findOwnOrder } from './find-own-order'
import { productGuideMessage } from './product-guide'
import { orderView } from './views'

/** How long completion is postponed while an after-sale is open. */
const POSTPONED_MS = DAY_MS

/** The customer confirms receipt; the after-sale window begins. */
export async function confirmReceipt(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<OrderView, NotFound | WrongState>> {
  const own = await findOwnOrder(ctx, orderId)
  if (!own.ok) return own
  if (own.value.state === 'received') return ok(orderView(ctx.vault, own.value))
  const now = await receiveOrder(ctx, own.value, 'confirm')
  if (now.state !== 'received') return fail({ code: 'WRONG_STATE', state: now.state })
  return ok(orderView(ctx.vault, now))
}

/** The customer postpones the automatic confirmation of receipt, once per order. */
export async function extendReceipt(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<OrderView, NotFound | WrongState>> {
  const own = await findOwnOrder(ctx, orderId)
  if (!own.ok) return own
  const now = await ctx.db.transact(async (transaction) => {
    const current = await transaction.get('orders', orderId)
    if (!current || current.state !== 'shipped' || current.isExtended) return current
    const changed = changedOrder(current, extendConfirmation(toOrder(current), ctx.program))
    await transaction.put('orders', changed)
    return changed
  })
  if (!now?.isExtended) return fail({ code: 'WRONG_STATE', state: (now ?? own.value).state })
  return ok(orderView(ctx.vault, now))
}

/** Moves a shipped order to received; orders in other states stay unchanged. */
export async function receiveOrder(
  ctx: Context,
  order: OrderDocument,
  event: 'confirm' | 'autoConfirm',
): Promise<OrderDocument> {
  const [settings, guide] = await Promise.all([
    lifecycleSettings(ctx),
    productGuideMessage(ctx, order),
  ])
  return ctx.db.transact(async (transaction) => {
    const current = await transaction.get('orders', order._id)
    if (!current || nextOrderState(current.state, event) === null) return current ?? order
    const how = { event, at: ctx.now }
    const changed = changedOrder(current, markReceived(toOrder(current), how, ctx.program))
    await transaction.put('orders', changed)
    if (guide) await enqueue(transaction, guide, ctx.now)
    // An automatic confirmation is not an event of the customer.
    if (event === 'autoConfirm') return changed
    await recordMemberEvent(transaction, {
      member: order.memberId,
      event: { kind: 'confirm', at: ctx.now },
      entry: { _id: `confirm:${order._id}`, kind: 'confirm', orderId: order._id },
      settings,
    })
    return changed
  })
}

/**
 * Completes a received order after its after-sale window: its remaining pending points become
 * available. While an after-sale is open, completion is postponed.
 */
export async function completeOrder(ctx: Context, order: OrderDocument): Promise<OrderDocument> {
  const settings = await lifecycleSettings(ctx)
  return ctx.db.transact(async (transaction) => {
    const current = await transaction.get('orders', order._id)
    if (!current || nextOrderState(current.state, 'complete') === null) return current ?? order
    const before = toOrder(current)
    if (hasOpenAfterSale(before)) {
      const waiting = { ...before, dueAt: ctx.now + POSTPONED_MS }
      await transaction.put('orders', changedOrder(current, waiting))
      return current
    }
    const changed = changedOrder(current, markCompleted(before, ctx.now))
    await transaction.put('orders', changed)
    const posted = postOf(before, ctx)
    if (posted) await transaction.add('pointsLedger', transferDocument(posted))
    await recordReview(transaction, {
      member: order.memberId,
      at: ctx.now,
      effect: (member) => withTransfers(member, posted ? [posted] : []),
      entry: {
        _id: `complete:${order._id}`,
        kind: 'complete',
        orderId: order._id,
        points: posted?.available ?? 0,
      },
      settings,
    })
    return changed
  })
}

/** The transfer that posts the points that refunds have left pending. */
function postOf({ id: orderId, memberId, earns, takenBack }: Order, { now: at }: Context) {
  const points = earns.points - takenBack.clawedPoints
  return points > 0 ? transfer('post', { memberId, orderId, points, at }) : null
}
